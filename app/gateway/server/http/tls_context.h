// TLS as this server speaks it: 1.3 only, and no handshake without a certificate of our own device CA.
#pragma once

#include "app/gateway/server/http/asio.h"
#include "app/gateway/server/settings.h"
#include "core/common/outcome.h"

#include <memory>

namespace kmixr::server {

/// `server.listening` names the file that cannot be used.
Outcome<std::unique_ptr<net::ssl::context>> tlsContext(const Settings& settings);

} // namespace kmixr::server

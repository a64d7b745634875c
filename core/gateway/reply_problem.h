// What a reply that went wrong means in our words: one place for Qt's error numbers (platform notes §5) and for the
// gateway's problem documents.
#pragma once

#include "core/common/outcome.h"

#include <QByteArray>
#include <QNetworkReply>

#include <optional>

namespace kmixr::gateway {

/// Nothing when the reply is a success (2xx and no error). `body` is what was read of it.
std::optional<Problem> problemOf(const QNetworkReply& reply, const QByteArray& body);
/// Whether the gateway was reached at all, for "online".
bool reached(const std::optional<Problem>& problem);

} // namespace kmixr::gateway

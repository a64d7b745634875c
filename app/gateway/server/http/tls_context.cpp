#include "app/gateway/server/http/tls_context.h"

#include "app/gateway/server/problems.h"

#include <openssl/ssl.h>

namespace kmixr::server {

Outcome<std::unique_ptr<net::ssl::context>> tlsContext(const Settings& settings) {
    auto context = std::make_unique<net::ssl::context>(net::ssl::context::tls_server);
    SSL_CTX* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
    // A resumed session would skip the certificate; a handshake costs little against that.
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(native, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(native, 0);

    boost::system::error_code error;
    const auto usable = [&](const std::filesystem::path& file) -> Outcome<void> {
        return error ? Outcome<void>(fail(problems::listening, file.filename().string())) : Outcome<void>();
    };
    context->use_certificate_chain_file(settings.certificateFile.string(), error);
    auto loaded = usable(settings.certificateFile);
    if (loaded) {
        context->use_private_key_file(settings.keyFile.string(), net::ssl::context::pem, error);
        loaded = usable(settings.keyFile);
    }
    if (loaded) {
        context->load_verify_file(settings.caFile.string(), error);
        loaded = usable(settings.caFile);
    }
    if (!loaded) {
        return fail(loaded.error());
    }
    SSL_CTX_set_client_CA_list(native, SSL_load_client_CA_file(settings.caFile.c_str()));
    context->set_verify_mode(net::ssl::verify_peer | net::ssl::verify_fail_if_no_peer_cert);
    return context;
}

} // namespace kmixr::server

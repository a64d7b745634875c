#include "app/gateway/server/private_process.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace kmixr::server {

void keepPrivate() {
    ::umask(0077);
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
}

} // namespace kmixr::server

#include "app/gateway/server/log.h"

#include <algorithm>
#include <iostream>
#include <string>

namespace kmixr::server {

void Log::line(std::string_view text) {
    std::string line = toRfc3339(clock_.now()) + " " + std::string(text);
    std::ranges::replace_if(line, [](char c) { return c < ' ' && c >= '\0'; }, ' '); // one event, one line
    const std::lock_guard lock(mutex_);
    std::cerr << line << '\n' << std::flush;
}

} // namespace kmixr::server

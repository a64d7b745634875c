// One line for each thing that happened, on standard error: time, what, codes and ids. No name, number of a person,
// token, key or body has a way in.
#pragma once

#include "core/common/clock.h"

#include <mutex>
#include <string_view>

namespace kmixr::server {

/// Thread: any.
class Log {
public:
    explicit Log(const Clock& clock) : clock_(clock) {}
    void line(std::string_view text);

private:
    const Clock& clock_;
    std::mutex mutex_;
};

} // namespace kmixr::server

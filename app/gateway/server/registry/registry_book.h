// The registry in force. Taken by value of a pointer, so that a request sees one registry from beginning to end.
#pragma once

#include "app/gateway/server/registry/registry.h"

#include <memory>
#include <mutex>

namespace kmixr::server {

/// Thread: any.
class RegistryBook {
public:
    explicit RegistryBook(std::shared_ptr<const Registry> registry) : registry_(std::move(registry)) {}

    [[nodiscard]] std::shared_ptr<const Registry> current() const {
        const std::lock_guard lock(mutex_);
        return registry_;
    }
    void replace(std::shared_ptr<const Registry> registry) {
        const std::lock_guard lock(mutex_);
        registry_ = std::move(registry);
    }

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Registry> registry_;
};

} // namespace kmixr::server

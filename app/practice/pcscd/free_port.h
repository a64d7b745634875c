// Ports on loopback for the virtual reader, which takes two in a row.
#pragma once

#include <cstdint>
#include <optional>

namespace kmixr::practice {

/// A port N with N and N+1 free on loopback, above the ranges of services and below the system's own choices.
std::optional<std::uint16_t> freePortPair();
/// Somebody listens there (told without connecting, which would put a card in).
bool listensOnLoopback(std::uint16_t port);

} // namespace kmixr::practice

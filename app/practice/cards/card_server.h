// A software card lying on the virtual reader: connected means inserted, closed means taken out.
#pragma once

#include "app/practice/cards/card_file.h"

#include <cstdint>
#include <filesystem>

namespace kmixr::practice {

/// Lays the card of `file` on the reader at `port` and answers until `wakeFd` becomes readable (then it is taken out)
/// or a fault removes it. While no reader listens — the card service restarts — the card waits for it. With
/// `dirtyEvery` its contact fails every so many commands while it lies there. Blocking; any thread.
Outcome<void> serveCard(const std::filesystem::path& file, std::uint16_t port, int wakeFd, int dirtyEvery = 0);

} // namespace kmixr::practice

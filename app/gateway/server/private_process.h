// A process that holds patients' data leaves none of it lying about.
#pragma once

namespace kmixr::server {

/// New files are for their owner only, and a crash writes no memory to disk. Thread: at the start of the program.
void keepPrivate();

} // namespace kmixr::server

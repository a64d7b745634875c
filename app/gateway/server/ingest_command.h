// `kmixr-gateway ingest`: takes files in by hand, beside a running server or without one.
#pragma once

#include <filesystem>
#include <vector>

namespace kmixr::server {

/// Prints the counts as one line of JSON to standard output. Exit status 1 when a file could not be taken in.
int ingestFiles(const std::filesystem::path& config, const std::vector<std::filesystem::path>& files);

} // namespace kmixr::server

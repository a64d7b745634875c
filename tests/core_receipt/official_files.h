// The official code tables as tests read them, without the compiler's own parser (masters.md §0).
#pragma once

#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace kmixr::receipt::samples {

inline const std::filesystem::path official =
    std::filesystem::path(KMIXR_SOURCE_DIR).parent_path() / "shared" / "masters";

using Row = std::vector<std::string>;

/// The one file of an official ZIP.
inline std::string unzipped(const std::string& zip) {
    const auto number = [&](std::size_t at, int bytes) {
        std::size_t value = 0;
        for (int i = bytes; i-- > 0;) {
            value = value << 8 | static_cast<std::uint8_t>(zip[at + static_cast<std::size_t>(i)]);
        }
        return value;
    };
    const std::size_t directory = zip.rfind("PK\x01\x02");
    REQUIRE(directory != std::string::npos);
    std::string out(number(directory + 24, 4), '\0');
    const std::size_t local = number(directory + 42, 4);
    const std::size_t data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zip.data() + data));
    stream.avail_in = static_cast<uInt>(zip.size() - data);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

inline std::vector<Row> rowsOf(const std::string& cp932) {
    std::istringstream lines(fromCp932(cp932));
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) {
        Row row;
        for (std::size_t at = 1; at < line.size();) { // every field stands in quotes: "a","b"
            const std::size_t end = line.find('"', at);
            row.push_back(line.substr(at, end - at));
            at = end + 3;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The official files of a kind in the order of their issue.
inline std::vector<std::string> sourcesOf(char kind) {
    std::vector<std::string> sources;
    for (const auto& [name, zipped] : std::vector<std::pair<std::string, bool>>{{"b_20240601.txt", false},
                                                                                {"z_20250601.txt", false},
                                                                                {"s_ALL20240531.zip", true},
                                                                                {"y_ALL20240531.zip", true},
                                                                                {"t_ALL20250228.csv", false},
                                                                                {"c_ALL20250307.csv", false}}) {
        if (name.front() == kind) {
            const std::string bytes = file((official / name).string());
            sources.push_back(zipped ? unzipped(bytes) : bytes);
        }
    }
    std::set<std::filesystem::path> updates;
    for (const auto& entry : std::filesystem::directory_iterator(official / "updates")) {
        if (entry.path().filename().string().front() == kind) {
            updates.insert(entry.path());
        }
    }
    for (const auto& update : updates) {
        sources.push_back(file(update.string()));
    }
    return sources;
}

} // namespace kmixr::receipt::samples

// The worked receipts (synthetic people) and small tools to bend them.
#pragma once

#include <iconv.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kmixr::receipt::samples {

inline std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("missing " + path);
    }
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::string sample(const std::string& name) {
    return file(std::string(KMIXR_SOURCE_DIR) + "/tests/core_receipt/samples/" + name + ".uke");
}

/// By the C library, not by the code under test.
inline std::string converted(std::string text, const char* from, const char* to) {
    const iconv_t converter = iconv_open(to, from);
    std::string out(text.size() * 2 + 4, '\0');
    char* input = text.data();
    char* output = out.data();
    std::size_t inputLeft = text.size();
    std::size_t outputLeft = out.size();
    const std::size_t result = iconv(converter, &input, &inputLeft, &output, &outputLeft);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1)) {
        throw std::runtime_error("text has no form in the other character set");
    }
    out.resize(out.size() - outputLeft);
    return out;
}

inline std::string toCp932(std::string text) {
    return converted(std::move(text), "UTF-8", "CP932");
}

inline std::string fromCp932(std::string text) {
    return converted(std::move(text), "CP932", "UTF-8");
}

inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
    return text;
}

} // namespace kmixr::receipt::samples

// One record of a claim file: fields by their 0-based index, as uke.md numbers them.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::practice {

class UkeRecord {
public:
    /// A record of `fields` fields, the identifier included; all others empty.
    UkeRecord(std::string_view identifier, std::size_t fields) : fields_(fields) { fields_.front() = identifier; }

    UkeRecord& set(std::size_t index, std::string value) {
        fields_.at(index) = std::move(value);
        return *this;
    }
    UkeRecord& set(std::size_t index, char value) { return set(index, std::string(1, value)); }
    template <std::integral Number>
        requires(!std::same_as<Number, char>)
    UkeRecord& set(std::size_t index, Number value) {
        return set(index, std::to_string(value));
    }

    /// Fields joined by commas, CR LF behind.
    [[nodiscard]] std::string line() const {
        std::string text = fields_.front();
        for (std::size_t i = 1; i < fields_.size(); ++i) {
            text += ',';
            text += fields_[i];
        }
        return text + "\r\n";
    }

private:
    std::vector<std::string> fields_;
};

} // namespace kmixr::practice

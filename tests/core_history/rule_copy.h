// A copy of the shipped rules in a folder of its own that a test may change, sign or spoil.
#pragma once

#include "core/common/data_folder.h"
#include "core/common/signed_bytes.h"

#include <filesystem>
#include <string>

namespace kmixr::history::test {

class RuleCopy {
public:
    RuleCopy();
    ~RuleCopy();
    RuleCopy(const RuleCopy&) = delete;
    RuleCopy& operator=(const RuleCopy&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    void replace(const std::string& file, const std::string& what, const std::string& with);
    void write(const std::string& file, const std::string& content);
    void remove(const std::string& file);
    void setNumber(int number); ///< of the edition
    void sign(const SigningKey& key, std::string_view as = purpose::rules);

    /// The detail of the trouble Rules::open has with it; empty when it has none.
    [[nodiscard]] std::string trouble() const;

private:
    std::filesystem::path folder_;
};

} // namespace kmixr::history::test

// One receipt as its institution claims it: the value that a reader would get back, and what only the writer needs.
#pragma once

#include "app/practice/people/plan.h"
#include "core/receipt/receipt.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::practice {

/// TI TR TS and what follows: the donor's part of a transplant receipt.
struct DonorBlock {
    receipt::Person person;
    char organ = '1';
    Day admitted{};
    std::string type; ///< 種別 of donors
    int days = 0;
    std::int64_t points = 0;
    std::vector<receipt::Disease> diseases;
    std::vector<receipt::Group> groups;
};

struct Claim {
    receipt::Receipt receipt; ///< line numbers are not set
    std::string person;       ///< "K05": order within a file, never written
    char reviewer = '1';      ///< 審査支払機関
    std::string phone;
    std::string benefitRatio; ///< 給付割合
    std::string mark;         ///< 特記事項
    std::vector<std::string> wards;
    std::string exclusionReason;
    std::string prescriberAddress, prescriberDoctor; ///< 調剤
    std::map<char, std::string> preparationCodes;    ///< 調剤: fee code by 剤形
    int meals = 0;
    std::int64_t mealsYen = 0;
    std::int64_t mealsCopaymentYen = 0; ///< DPC: 標準負担額
    bool diseasesLast = false;
    std::optional<Reduction> reduction; ///< by the payer, in the insurer's form of the receipt
    bool withdrawn = false;             ///< taken back after it was delivered
    std::string strayRow;               ///< a row that no reader understands, behind the receipt's own
    std::optional<DonorBlock> donor;
};

} // namespace kmixr::practice

// The parts of a claim file's text, shared by the writers of the kinds.
#pragma once

#include "app/practice/people/claim.h"
#include "app/practice/people/uke_layout.h"

#include <string>

namespace kmixr::practice {

std::string medicalReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout);
std::string dpcReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout);
/// With the IR that stands in front of every dental receipt.
std::string dentalReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout);
std::string dispensingReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout);

/// SN, JD, MF: who was checked, on which days, and the copayment mark.
std::string visitRecords(const Claim& claim);
/// 保険者番号 is right-aligned in eight places.
std::string paddedInsurerNumber(const std::string& number);
std::string sexDigit(receipt::Sex sex);
std::string diseaseRecord(const receipt::Disease& disease, const UkeLayout& layout);
/// The detail records of groups: 診療識別 on the first line, points on the last of each unit, comments behind.
std::string detailRecords(const std::vector<receipt::Group>& groups);

} // namespace kmixr::practice

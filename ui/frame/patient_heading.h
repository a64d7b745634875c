// What stands in the banner and on the summary besides the history.
#pragma once

#include "core/common/clock.h"
#include "core/protocol/messages.h"
#include "core/receipt/receipt.h"

#include <QString>

#include <optional>

namespace kmixr::ui {

struct PatientHeading {
    receipt::Person person;
    QString insurerName;
    QString cardEnding;
    std::optional<Month> newestMonth;
    protocol::ViewBasis basis = protocol::ViewBasis::QrCard;
    protocol::PresentedBy presentedBy = protocol::PresentedBy::Patient;
    Instant presentedAt;
};

} // namespace kmixr::ui

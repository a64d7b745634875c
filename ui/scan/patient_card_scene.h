// What the page about a patient's My Number card shows at one moment.
#pragma once

#include "core/card/card_session.h"
#include "core/common/outcome.h"

#include <optional>

namespace kmixr::ui {

struct PatientCardScene {
    enum class View : std::uint8_t {
        CardWanted, ///< the patient's
        Reading,
        PatientPin,
        Checking,
        GatewayTrouble,
        DoctorCardWanted, ///< back
        DoctorReading,
        DoctorPin,
        DoctorChecking,
    };
    View view = View::CardWanted;
    bool otherReader = false;   ///< a second reader is there: the doctor's card stays where it is
    bool doctorCardOut = false; ///< the time runs
    bool patientCardIn = false;
    bool agreed = false; ///< on the way back: with the patient's consent, or stopped
    card::PinRule pinRule;
    card::PinState pinState;
    card::PinOffice pinOffice = card::PinOffice::Issuer; ///< of the card whose PIN is wanted
    bool pinPad = false;                                 ///< the PIN may be typed on the reader
    bool padInUse = false;                               ///< it waits for it
    std::optional<Problem> trouble;
};

} // namespace kmixr::ui

// Trouble the practice program can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::practice::problems {
inline constexpr ProblemCode planUnreadable{"practice.plan-unreadable"};        ///< a file of resources/practice
inline constexpr ProblemCode masterUnreadable{"practice.master-unreadable"};    ///< resources/masters/practice.tsv
inline constexpr ProblemCode codeWithoutPoints{"practice.code-without-points"}; ///< a plan uses a code that has none
inline constexpr ProblemCode notInCp932{"practice.not-in-cp932"};               ///< a text that claim files cannot hold
inline constexpr ProblemCode cannotWrite{"practice.cannot-write"};              ///< a file or folder of the world
inline constexpr ProblemCode certificateFailed{"practice.certificate-failed"};  ///< OpenSSL refused a step
inline constexpr ProblemCode unknownPatient{"practice.unknown-patient"};        ///< no such label among the 26
inline constexpr ProblemCode badOption{"practice.bad-option"};                  ///< a word of the command line
inline constexpr ProblemCode worldUnreadable{"practice.world-unreadable"}; ///< a key or certificate kept from before
} // namespace kmixr::practice::problems

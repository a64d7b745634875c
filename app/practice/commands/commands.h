// The commands of kmixr-practice that this room answers for. Each reads its own options (argv[0] is the command's
// name), speaks to standard output, and returns the exit status. None prints a PIN, a password or a key.
#pragma once

namespace kmixr::practice {

int prepareCommand(int argc, char** argv);  ///< makes or refreshes a practice world
int generateCommand(int argc, char** argv); ///< writes claim files only
int tokenCommand(int argc, char** argv);    ///< the QR text of a practice patient
int peopleCommand(int argc, char** argv);   ///< who there is
int cameraCommand(int argc, char** argv);   ///< what the practice camera sees

} // namespace kmixr::practice

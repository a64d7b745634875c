// The command that lays a software card on the virtual reader.
#pragma once

namespace kmixr::practice {

/// `card --card FILE --port N`: in the foreground; the end of the process (SIGTERM, SIGINT) takes the card out.
/// argv[0] is the command's own name. Returns the exit status.
int cardCommand(int argc, char** argv);

} // namespace kmixr::practice

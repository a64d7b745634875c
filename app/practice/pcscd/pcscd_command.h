// The command that runs the practice world's own smart-card service.
#pragma once

namespace kmixr::practice {

/// `pcscd --world DIR`: in the foreground until SIGTERM or SIGINT; when cards can be laid on it, prints one line
/// `ready socket=PATH port=N reader=NAME`. argv[0] is the command's own name. Returns the exit status.
int pcscdCommand(int argc, char** argv);

} // namespace kmixr::practice

// kmixr-setup card-test [--pin-stdin] [--json] [--reader NAME]
#pragma once

namespace kmixr::setup {

/// 0: all good; 1: trouble, said step by step; other: the command line was wrong.
int cardTestCommand(int argc, char** argv);

} // namespace kmixr::setup

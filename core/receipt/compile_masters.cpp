// Build tool: compile-masters OUT SOURCE... makes the table of the practice codes while the program is built.
#include "core/receipt/master_compiler.h"

#include <cstdio>

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: compile-masters OUT SOURCE...\n");
        return 2;
    }
    kmixr::receipt::MasterCompiler compiler;
    for (int i = 2; i < count; ++i) {
        if (const auto added = compiler.addFile(arguments[i]); !added) {
            std::fprintf(stderr, "%s\n", added.error().logLine().c_str());
            return 1;
        }
    }
    if (compiler.skippedRows() != 0) { // our own tables have no such row
        std::fprintf(stderr, "%zu rows are no entries\n", compiler.skippedRows());
        return 1;
    }
    if (const auto written = compiler.write(arguments[1]); !written) {
        std::fprintf(stderr, "%s\n", written.error().logLine().c_str());
        return 1;
    }
    return 0;
}

#include "app/gateway/masters/masters_command.h"

#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"

namespace kmixr::gateway {

int compileMastersCommand(const CompileMastersOptions& options, std::ostream& out, std::ostream& err) {
    receipt::MasterCompiler compiler;
    std::vector<std::filesystem::path> sources = options.sources;
    sources.insert(sources.end(), options.practice.begin(), options.practice.end());
    if (sources.empty()) {
        err << "no source given\n";
        return 1;
    }
    for (const std::filesystem::path& source : sources) {
        if (const auto added = compiler.addFile(source); !added) {
            err << added.error().logLine() << "\n";
            return 1;
        }
    }
    if (const auto written = compiler.write(options.out, options.edition); !written) {
        err << written.error().logLine() << "\n";
        return 1;
    }
    const auto opened = receipt::Masters::open(options.out); // a table that cannot be opened must not be served
    if (!opened) {
        err << opened.error().logLine() << "\n";
        return 1;
    }
    out << options.out.string() << ": " << (*opened)->edition() << "\n";
    for (const auto& [kind, count] : compiler.counts()) {
        out << "  " << kind << " " << count << "\n";
    }
    if (compiler.skippedRows() > 0) {
        out << "  " << compiler.skippedRows() << " rows are no entries\n";
    }
    return 0;
}

} // namespace kmixr::gateway

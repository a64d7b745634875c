#include "app/gateway/inspect/inspect.h"

#include "app/gateway/inspect/report.h"

#include <algorithm>

namespace kmixr::gateway {

int inspectCommand(const InspectOptions& options, std::ostream& out) {
    std::vector<FileSurvey> surveys;
    std::transform(options.files.begin(), options.files.end(), std::back_inserter(surveys), surveyOf);
    (options.json ? printJson : printText)(surveys, out);
    const bool good = std::all_of(surveys.begin(), surveys.end(), [](const FileSurvey& one) { return one.good(); });
    return good && out.flush() ? 0 : 1;
}

} // namespace kmixr::gateway

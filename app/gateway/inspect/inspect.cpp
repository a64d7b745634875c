#include "app/gateway/inspect/inspect.h"

#include "app/gateway/inspect/report.h"

namespace kmixr::gateway {

int inspectCommand(const InspectOptions& options, std::ostream& out) {
    const std::unique_ptr<Report> report = options.json ? jsonReport(out) : textReport(out);
    Surveyor surveyor;
    bool good = true;
    report->begin();
    for (const std::filesystem::path& file : options.files) {
        report->beginFile(file);
        const FileSurvey survey =
            surveyor.survey(file, [&report](const ReceiptSurvey& receipt) { report->receipt(receipt); });
        report->endFile(survey);
        good = good && survey.good();
    }
    report->end(good);
    return good && out.flush() ? 0 : 1;
}

} // namespace kmixr::gateway

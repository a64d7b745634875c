// The two faces of a survey, written while the files are read.
#pragma once

#include "app/gateway/inspect/survey.h"

#include <memory>
#include <ostream>

namespace kmixr::gateway {

class Report {
public:
    virtual ~Report() = default;
    virtual void begin() {}
    virtual void beginFile(const std::filesystem::path& file) = 0;
    virtual void receipt(const ReceiptSurvey& receipt) = 0;
    virtual void endFile(const FileSurvey& file) = 0;
    virtual void end(bool good) = 0;
};

std::unique_ptr<Report> textReport(std::ostream& out);
/// {"files": [{"file", "receipts": […], "ok", "problem"?, "encoding", "unread": […], "claim"?}], "ok"}
std::unique_ptr<Report> jsonReport(std::ostream& out);

} // namespace kmixr::gateway

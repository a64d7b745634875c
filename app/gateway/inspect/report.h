// The two faces of a survey.
#pragma once

#include "app/gateway/inspect/survey.h"

#include <ostream>
#include <vector>

namespace kmixr::gateway {

void printText(const std::vector<FileSurvey>& files, std::ostream& out);
/// {"ok", "files": [{"file", "ok", "problem"?, "encoding", "receipts": […], "unread": […], "claim"?}]}
void printJson(const std::vector<FileSurvey>& files, std::ostream& out);

} // namespace kmixr::gateway

// SPDX-License-Identifier: MIT
#include "cli/line_kinds.h"

#include <algorithm>

#include "disposal/case_moves.h"
#include "policy/access_workflow.h"
#include "policy/deletion_workflow.h"

namespace casekeeper {
namespace {

constexpr const char* kinds_of_lines[] = {"anonymised",
                                          "approved",
                                          "archived",
                                          "checkpoint",
                                          "decided",
                                          "deferred",
                                          "destroyed",
                                          "disclosure-completed",
                                          "disclosure-recorded",
                                          "disclosure-told",
                                          "export",
                                          "finding-waived",
                                          "finding-waiver-ended",
                                          "hold-placed",
                                          "hold-released",
                                          "instruction-confirmed",
                                          "load",
                                          "minimised",
                                          "mirror-written-again",
                                          "notice-sent",
                                          "notice-waived",
                                          "proposed",
                                          "receipt",
                                          "replayed",
                                          "restored",
                                          "schedule-adopted",
                                          "schedule-confirmed",
                                          "schedule-proposed",
                                          "transferred",
                                          "access-pack-ended"};
// What is noted of a request and moves it nowhere.
constexpr const char* notes_of_access[] = {
    "open",     "acknowledge",  "identity",    "competence", "fee",         "pause",       "resume",
    "extend",   "assemble",     "seal",        "search",     "consent",     "opinion",     "add",
    "announce", "decide-items", "countersign", "ask-search", "ask-opinion", "ask-consent", "ask-advice"};
constexpr const char* notes_of_rights[] = {"open",   "identity", "competence",
                                           "extend", "misfiled", "unlawful"};

std::vector<std::string> all_kinds() {
    std::vector<std::string> kinds(std::begin(kinds_of_lines), std::end(kinds_of_lines));
    for (const char* note : notes_of_access) kinds.push_back(std::string("access-") + note);
    for (int event = 0; event < access_events; ++event)
        kinds.push_back("access-" + std::string(to_text(static_cast<AccessEvent>(event))));
    for (const RequestRight right :
         {RequestRight::erasure, RequestRight::correction, RequestRight::objection}) {
        const std::string group = std::string(group_of(right)) + "-";
        for (const char* note : notes_of_rights) kinds.push_back(group + note);
        for (int event = 0; event < deletion_events; ++event)
            kinds.push_back(group + to_text(static_cast<DeletionEvent>(event)));
    }
    std::sort(kinds.begin(), kinds.end());
    return kinds;
}

}  // namespace

const std::vector<std::string>& line_kinds() {
    static const std::vector<std::string> kinds = all_kinds();
    return kinds;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// What people do with a request to delete, from its assessment to the decision (advice: rights_casework.h; its
// end: request_answer.h). The machine checks,
// people decide: each step is one unit of work with its event and register line, and is refused where state,
// role, statute or a hold forbids it; refused, it leaves everything as it was.
#pragma once

#include <string>
#include <vector>

#include "custody/deletion_assessor.h"
#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "disposal/case_moves.h"
#include "policy/settings.h"

namespace casekeeper {

// How the warning was given (the trust's policy: the person working with them points it out).
struct WarningGiven {
    Date on{};
    std::string how;      // face-to-face, video, telephone, letter
    std::string present;  // in whose presence
    std::string understood;
    std::string said;          // by the young person
    std::string alternatives;  // what was said to restricting, correcting, annotating, sealing
};

struct ItemDecision {
    std::vector<std::string> to_delete;  // typed ids
    std::vector<std::string> to_keep;
    bool all_free = false;  // to_delete: every part whose verdict is free
    bool refuse = false;    // nothing goes
    std::string reason;
};

class DeletionCasework {
public:
    DeletionCasework(Database& database, const ScheduleInForce& in_force, const RequestSettings& settings,
                     const Actor& actor, const SignedAct& act);

    // Verdicts on every part, by today's facts. `marks`: what is said of parts, with the reason.
    std::vector<DeletionItem> assess(const std::string& request, const std::vector<DeletionMark>& marks);
    // Refused where the parts are not (any more) what was assessed: who would be warned of something else?
    void require_as_assessed(const std::string& request);
    void warn(const std::string& request, const WarningGiven& warning);
    void confirm(const std::string& request, Date on, const std::string& words);
    // The case as it stands afterwards: decided once every part is.
    DeletionCase decide(const std::string& request, const ItemDecision& decision);

private:
    void set_marks(CaseMoves& moves, const DeletionCase& one, const std::vector<DeletionMark>& marks);
    RequestAssessment assessed_now(CaseMoves& moves, const DeletionCase& one);
    void require_same(const DeletionCase& one, const RequestAssessment& now) const;

    Database& database_;
    const ScheduleInForce& in_force_;
    const RequestSettings& settings_;
    const Actor& actor_;
    const SignedAct& act_;
};

// Is a part no longer kept from going that was when the person was warned? They were not told that it might.
bool anything_released(const std::vector<DeletionItem>& before, const std::vector<DeletionItem>& now);

// Stores an assessment with the case. What was decided of a part stays where its verdict is the same.
void store_assessment(DeletionStore& cases, DeletionCase& one, const RequestAssessment& now, Date day);

}  // namespace casekeeper

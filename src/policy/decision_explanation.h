// SPDX-License-Identifier: MIT
//
// Why a decision is as it is, in plain sentences: which rule applies because of what, the arithmetic, what
// wins, what lost and why, what is unknown, what holds do and when to look again. Ids and days only, no
// names.
#pragma once

#include "policy/decision_rules.h"

namespace casekeeper {

struct ExplainedCase {
    FileInstances& instances;
    const Reach& reach;
    const Verdict& verdict;
    const Decision& decision;  // complete but for the explanation
};

// Of a decision that rules were asked for.
Explanation explain(const ExplainedCase& decided);
// Of an involvement that is live by itself (not yet opened, or open) and of a person without any: `why` says
// so.
Explanation explain(const Decision& decision, std::string why);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// How the rules that reach an involvement combine to an outcome (schedule-language: How rules combine, 4 to 8
// and 10). What holds do to it is not known here.
#pragma once

#include "policy/rule_instances.h"

namespace casekeeper {

// The outcome and what it rests on; the pointers lead to instances of the reach it was made from.
struct Verdict {
    Outcome outcome = Outcome::undetermined;
    const RuleInstance* winner = nullptr;
    std::optional<Date> retain_until;
    const RuleInstance* minimise = nullptr;
    const RuleInstance* transfer = nullptr;
    const RuleInstance* law = nullptr;        // the latest floor by statute or guidance that has not passed
    const RuleInstance* ceiling = nullptr;    // the earliest known one that applies
    bool conflict = false;                    // that ceiling lies before the floor that retains or wins
    bool has_unknown = false;                 // a day or condition of an end rule cannot be told
    const RuleInstance* waits_for = nullptr;  // the unknown one that makes it live
    const RuleInstance* kept_by = nullptr;    // whose not_while keeps it past its day
    Truth not_while = Truth::no;
};

// The verdict on a closed involvement. `reading` receives all that it rests on.
Verdict judge(FileInstances& instances, Reach& reach, Reading& reading);

// Is a day or the condition of this end rule unknown? REQUIRES: the instance is left, and judged.
bool is_unknown(const FileInstances& instances, const RuleInstance& instance);

}  // namespace casekeeper

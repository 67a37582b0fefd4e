// SPDX-License-Identifier: MIT
//
// The disclosure log as people write it: what of somebody's record was shared with whom and why, or why not.
// Each step is one unit of work with its line in the register (kinds disclosure-recorded, -completed, -told;
// digests and codes only). What was said is never rewritten: what was missing is added, once, with the same
// questions asked again. One that lacks something is recorded all the same, and is a finding until it is
// complete.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/errors.h"
#include "custody/signed_act.h"
#include "disclosure/disclosure_weighing.h"
#include "domain/record_format.h"

namespace casekeeper {

struct DisclosureOrder {
    Record disclosure;                // as it is to be recorded; without an id one is made: DL1, DL2, …
    std::string despite_restriction;  // a ground of UK GDPR Art 18(2); empty: none
};

struct LoggedDisclosure {
    Record disclosure;
    WeighedDisclosure weighed;
};

class DisclosureLog {
public:
    // All are kept by reference.
    DisclosureLog(Database& database, const ReleaseRules& rules, DisclosureWeighing& weighing);

    // What stands in the way, without recording anything: the stops are in the result. Errors of what is
    // malformed or not there as record() has them.
    LoggedDisclosure weigh(const DisclosureOrder& order, Date day);
    // UsageError: no outcome, a word that is none, an override without a reason and a name; of a decision not to
    // share no reason or nobody who decided. InputError: what is named is not there or is another person's, a
    // day in the future, an id that is taken. Refused: by the first stop that is not lifted.
    LoggedDisclosure record(const DisclosureOrder& order, const SignedAct& act);
    // `additions`: a disclosure of that id with what is added, all else empty. UsageError: it adds nothing.
    // InputError: no such disclosure. Refused: a field that says something already; a stop that arises from
    // what is added. What it is given with and made against is added to what was kept.
    LoggedDisclosure complete(const DisclosureOrder& additions, const SignedAct& act);
    // That whoever received it was told of a correction, an erasure, a dispute or a restriction (UK GDPR Art
    // 19). InputError: no such disclosure, a day in the future or before it was made. Refused: nothing was
    // shared. UsageError: another word than these.
    struct Told {
        std::string of;  // correction, erasure, dispute, restriction
        Date on{};
        std::string how;
    };
    Record told(const std::string& disclosure, const Told& told, const SignedAct& act);

private:
    void check_words(const Record& disclosure, Date day) const;
    static void check_decision(const Record& disclosure);
    std::string unused_id();
    Record prepared(const DisclosureOrder& order, Date day);
    void keep(Record& disclosure, const WeighedDisclosure& weighed, const std::string& despite_restriction);
    void leave_line(const Record& disclosure, const std::string& kind, const SignedAct& act);
    void mark(const Record& disclosure);

    Database& database_;
    const ReleaseRules& rules_;
    DisclosureWeighing& weighing_;
};

// The first that is not lifted; nullptr where none is in the way.
const DisclosureStop* first_in_the_way(const std::vector<DisclosureStop>& stops);
// An empty one of a person.
Record empty_disclosure();

}  // namespace casekeeper

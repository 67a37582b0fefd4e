// SPDX-License-Identifier: MIT
//
// What people do with the proposals of an access request: they have them made, decide each with what its rule
// wants recorded, say that all are decided, and another person signs. The machine proposes and holds people to
// the law; it decides nothing. Each step is one unit of work with its event and register line.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "custody/access_release.h"
#include "custody/access_reviewer.h"
#include "disclosure/access_moves.h"

namespace casekeeper {

// Which proposals a person means: all of the items named, under one rule, about one third party. What is empty
// does not narrow.
struct ItemChoice {
    std::vector<std::string> items;
    std::string rule;
    std::string about;
    bool matches(const AccessItem& item) const;
};

struct AccessDecision {
    ItemChoice choice;
    std::string decision;  // withhold, part, show
    std::string part;      // what of it is withheld, where it is a part
    std::string reason;
    std::map<std::string, std::string> record;  // what the rule wants recorded
    std::optional<Date> look_again_on;
    std::string known;  // how the person has seen it or knows it
};

struct DecidedItems {
    long long decided = 0;
    // Decided before, and about one of several: they are decided anew where they are named.
    long long passed_over = 0;
    // Documents of which something is kept back, with something in them that no program reads.
    std::vector<std::string> pictures_kept_back;
};

class AccessCasework {
public:
    AccessCasework(Database& database, const ReleaseRules& rules, AccessReviewer& reviewer,
                   const Actor& actor, const SignedAct& act);

    // Proposes anew by what the file holds now. Decisions on what is proposed as before stand; others are void.
    AccessReview review(const std::string& request);
    // InputError: no such item, rule or key. Refused: what the rule wants recorded is missing; health data
    // without an opinion; nothing but what was decided of one of several people. A person may withhold under a
    // rule that was not proposed.
    DecidedItems decide(const std::string& request, const AccessDecision& decision);
    // Every proposal has its decision: the second look may begin. Refused with the first obstacle.
    void complete(const std::string& request);
    // The second look. Refused where the actor decided any item. `look`: asked when nothing stands in the way; what
    // it throws leaves it unsigned.
    void sign(const std::string& request, const std::function<void(const AccessReview&)>& look = {});
    void give_back(const std::string& request, const std::string& reason);
    // A second signature on single decisions. How many were signed.
    long long countersign(const std::string& request, const ItemChoice& choice);

    // The review of the day. Refused with the first of what stands in the way. `agreed`: they agreed to an avoided
    // day.
    AccessReview require_free(const AccessCase& one, ReleaseStage stage, bool agreed = false);

    AccessReviewer& reviewer() { return reviewer_; }

private:
    void add_own(const AccessCase& one, const AccessDecision& decision, const AccessReview& review,
                 std::vector<AccessItem>& items);

    Database& database_;
    const ReleaseRules& rules_;
    const Actor& actor_;
    const SignedAct& act_;
    AccessReviewer& reviewer_;
};

}  // namespace casekeeper

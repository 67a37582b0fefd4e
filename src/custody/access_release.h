// SPDX-License-Identifier: MIT
//
// What stands in the way of releasing what an access request asks for: every question that is asked when the
// decisions are said to be complete, when the second person signs, and again, with the facts of that day, when
// it is sent. Pure, so that each answer can be tested by itself. A code, a sentence and the command that
// takes it further.
//
//   not-entitled     whoever asked may not (any more)
//   not-reviewed     the proposals are not made, or the file has changed since
//   undecided        a proposal has no decision
//   not-recorded     a decision lacks what its rule wants recorded
//   one-signature    a decision needs a second person, or is the second person's own
//   opinion          health data is shown without an opinion in date (DPA 2018 Sch 3 para 6(1), (2))
//   look-again       the day on which a decision was to be looked at again has come
//   not-searched     no search is recorded
//   no-pack          no pack is made of the decisions that stand: whoever signs reads what will leave
//   not-sealed       the pack is not sealed for this answer
//   not-announced    the person has had no word before it arrives
//   too-early        they were told that it comes on a later day
//   avoided-day      a day on which they do not want it to arrive
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/release_rules.h"
#include "policy/who_may_ask.h"
#include "store/access_store.h"
#include "store/pack_store.h"

namespace casekeeper {

struct Obstacle {
    std::string code;
    std::string what;  // a sentence, without personal data
    std::string hint;  // may have the key of a third party in it: for whoever reads the case
};

// The hint for an error, which may be kept where no name may be.
std::string hint_of_error(const Obstacle& obstacle, const std::string& request);

// An item as it was typed, for an error: in quotes, and not at all where it is no item and may be a name.
std::string item_in_error(const std::string& item);

enum class ReleaseStage { decide, sign, dispatch };

// What there is to hand out of the decisions that stand.
enum class PackReady { none, made, sealed };

// A digest of what stands: the review and every decision. A pack is made of it.
std::string made_of(const AccessCase& one, const std::vector<AccessItem>& items);
// Of a stored pack. What was sealed for an earlier answer is not sealed for this one.
PackReady pack_ready(const std::optional<StoredPack>& pack, const AccessCase& one,
                     const std::vector<AccessItem>& items, const std::vector<CaseEvent>& events);
// When the answer that is being made was sealed last; nullptr: it is not.
const CaseEvent* sealing_of(const std::vector<CaseEvent>& events);

struct ReleaseQuestion {
    const AccessCase& one;
    const std::vector<AccessItem>& items;
    const std::vector<AccessAsk>& asks;
    const std::vector<CaseEvent>& events;
    const ReleaseRules& rules;
    Entitlement entitlement;
    std::string review_now;            // digest of the review made now; empty: it could not be made
    std::vector<month_day> birthdays;  // of the person
    bool avoided_day_agreed = false;
    PackReady pack = PackReady::none;
};

// In the order in which they are to be mended; empty: nothing stands in the way on that day.
std::vector<Obstacle> obstacles_to(ReleaseStage stage, const ReleaseQuestion& question, Date day);

// Every day on which it is not to arrive, by any word of the request: a bad day stays bad, whichever answer is
// sent on it. Birthdays are beside these.
std::set<Date> days_avoided(const std::vector<CaseEvent>& events);

// What is wrong with one decision by itself on a day; nullopt: nothing. REQUIRES: item.decision.
std::optional<Obstacle> fault_of(const AccessItem& item, const std::vector<AccessAsk>& asks,
                                 const ReleaseRules& rules, const std::string& request, Date day);

// Does the decision need a second person's signature?
bool needs_second_signature(const AccessItem& item, const ReleaseRules& rules);

// The opinion that covers an item and may be relied on on a day: given within the months that end with it
// (DPA 2018 Sch 3 para 6(3)); nullptr where there is none. `harm`: whether it says that the harm test is met.
const AccessAsk* opinion_on(const std::vector<AccessAsk>& asks, const std::string& item, bool harm,
                            int months, Date day);
// The first day on which an opinion may not be relied on any more.
Date opinion_lapses_on(Date given_on, int months);

}  // namespace casekeeper

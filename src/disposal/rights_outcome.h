// SPDX-License-Identifier: MIT
//
// What becomes of records when a request to correct (UK GDPR Art 16) or an objection (Art 21) is decided. A
// record is never rewritten: what somebody knew and did on a day stays as it was written, and a remark stands
// beside it with what would be right, or what the person says. An upheld objection restricts its items.
//
// The casework calls these inside its own unit of work and leaves the register's line of its decision itself.
// Whoever has a proposal open on such a record is looked at again: approvals given on what it said before are
// withdrawn by its fingerprint.
#pragma once

#include <string>
#include <vector>

#include "custody/signed_act.h"
#include "domain/record_format.h"
#include "policy/roles.h"
#include "store/database.h"

namespace casekeeper {

struct RightsOutcome {
    std::string request;
    std::string person;
    // Typed ids; empty: every involvement of the human being's. A document's remark stands beside its entry.
    std::vector<std::string> items;
    std::string kind;       // of the remark: correction, objection, statement
    std::string text;       // of the remark, in the person's words or as it was decided
    Role role = Role::dpo;  // in which act.actor wrote it
};

// Writes the remark beside each item, once where several items lie in one entry, dated act.day; the typed ids
// (entry:…, involvement:…) of the records it stands beside now, sorted as bytes. UsageError: no text, an
// unknown kind. Items that are not there any more are left out. InputError: an item of another person.
// REQUIRES: a unit of work of kind write.
std::vector<std::string> add_remarks(Database& database, const RightsOutcome& outcome, const SignedAct& act);

// Restricts the items of an objection that was upheld (Art 21(1): no longer processed; Art 18(1)(d)), the
// whole record where it names none; the id of the restriction, empty where all its items have ended.
// `reason`: of the decision. Errors as
// place_restriction() has them. REQUIRES: a unit of work of kind write.
std::string restrict_after_objection(Database& database, const RightsOutcome& outcome,
                                     const std::string& reason, const SignedAct& act);

}  // namespace casekeeper

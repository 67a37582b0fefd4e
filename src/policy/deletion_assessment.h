// SPDX-License-Identifier: MIT
//
// What the machine can say of each part of a record that somebody asks to be deleted. It refuses and erases
// nothing: a person decides on every item, by these verdicts and reasons or against them.
//
//   free             nothing speaks for keeping it: by consent or choice, no hold, no other record
//   person-decides   the law leaves it open: a duty to offer a service that people take up by choice; a
//                    statutory service whose records only the trust's own period keeps, or whose period is
//                    over; what lies in a file that law keeps; what somebody says is misfiled or was kept unlawfully; a record that speaks of
//                    abuse (no time limit for such claims since 29 June 2026, Crime and Policing Act 2026
//                    s96); what looks like another service's; a document that lies in other records too; a
//                    restriction; what cannot be determined
//   claims           exempt for now: legal claims, an inquiry, a complaint, a police request (Art 17(3)(e));
//                    it can be restricted instead (Art 18(1)(c))
//   statutory        exempt: it is subject to a statutory service, and statute or guidance keeps it (UK GDPR
//                    Art 17(3)(b): a legal obligation, or a task in the public interest)
//
// What speaks most strongly for keeping an item decides its verdict; the reasons are all given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/retention_evaluator.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

// What is known of one item, an involvement or an entry or a document in one.
struct DeletionItemFacts {
    std::string id;  // typed: "involvement:I1", "entry:E7", "document:D2"
    Service service;
    Date opened{};
    std::optional<Date> closed;
    // What is decided of its involvement by facts and rules, requests to delete or to see it left aside.
    Outcome outcome = Outcome::undetermined;
    std::optional<Date> retain_until;
    std::optional<Basis> basis;  // of the rule that wins; absent: none does
    std::string rule_authority;
    std::optional<Date> law_until;  // the latest day of a rule by statute or guidance, whatever rule wins
    std::string law_authority;
    std::vector<std::string> hold_kinds;  // in force, those of requests to delete or to see it left out
    std::string mark;                     // misfiled, unlawful: what somebody says of it; empty: nothing
    std::string mark_reason;              // in a sentence
    bool speaks_of_abuse = false;
    std::string looks_like;           // of another service: "health", "court", "adoption"; empty: it does not
    bool lies_elsewhere = false;      // a document of other involvements too
    bool consented_as_child = false;  // the service was agreed to before the age of 18 (recital 65)
};

enum class DeletionVerdict { free_to_delete, person_decides, claims, statutory };
const char* to_text(DeletionVerdict verdict);
std::optional<DeletionVerdict> parse_deletion_verdict(std::string_view text);

struct AssessedItem {
    std::string id;
    DeletionVerdict verdict = DeletionVerdict::person_decides;
    std::string reason;     // in sentences, for the person who decides and for the letter
    std::string authority;  // the law or the service's; empty where nothing speaks for keeping it
    std::optional<Date> kept_until;
    bool can_be_restricted = false;  // instead of deleted
};

AssessedItem assess_for_deletion(const DeletionItemFacts& facts);

}  // namespace casekeeper

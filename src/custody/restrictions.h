// SPDX-License-Identifier: MIT
//
// Restriction of processing (UK GDPR Art 18): a hold of the kind `restriction`. Like every hold it keeps what
// it reaches from ending; besides, what is restricted is kept and used for nothing: it leaves in no export,
// and is shown as restricted wherever it is shown. It may name single entries and documents: then they are
// marked, and the involvement they lie in is held as a whole.
//
// Placed by people's own command and by what is decided on an objection or a contested fact; ended by a
// person, who has told the person of the record before (Art 18(3)).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "custody/signed_act.h"
#include "domain/case_file.h"
#include "domain/record_format.h"
#include "policy/restriction_ground.h"
#include "store/database.h"

namespace casekeeper {

inline constexpr const char* restriction_kind = "restriction";

struct RestrictionOrder {
    std::string id;                  // empty: one is made, H1, H2, … as for every hold
    std::string person;              // the whole of their record, and of those joined with it; empty: `items`
    std::vector<std::string> items;  // typed: involvement:I1, entry:E7, document:D2
    RestrictionGround ground = RestrictionGround::accuracy;
    std::string reason;
    std::optional<Date> review_on;  // absent: a month from the day
    std::string request;            // that it follows from; empty: none
};

// Places it from act.day on, marks whose decisions it changes, and leaves its line in the register; the hold
// as its record. UsageError: neither a person nor items, or both; an item that is none; no reason. InputError:
// a person, item or request that is not there; an item of somebody else than the request's person; a review
// before it begins; an id that is taken. REQUIRES: a unit of work of kind write.
Record place_restriction(Database& database, const RestrictionOrder& order, const SignedAct& act);

// InputError: no such restriction. Refused: lifted already.
Record restriction_in_force(Database& database, const std::string& id);
// Whose record it covers, by the first thing it names. InputError where nothing of that is there any more.
std::string person_restricted(Database& database, const Record& restriction);

// From act.day on it is lifted; the hold as its record. `told_on`: when the person was told that it will be
// (Art 18(3)).
// UsageError: no reason. InputError: no such restriction; told after act.day, or before it was placed.
// Refused: lifted already. REQUIRES: a unit of work of kind write.
Record lift_restriction(Database& database, const std::string& id, Date told_on, const std::string& reason,
                        const SignedAct& act);

// One that is in force, as it is shown.
struct RestrictionInForce {
    std::string id;
    Date since{};
    std::string authority;           // "UK GDPR Art 18(1)(a)"
    std::vector<std::string> items;  // empty: all that it reaches
    bool operator==(const RestrictionInForce&) const = default;
};

// Of the holds named those that are restrictions in force on a day, by id.
std::vector<RestrictionInForce> restrictions_among(Database& database, const std::vector<std::string>& holds,
                                                   Date day);
// Those in force over the whole record of a human being, as far as they name people and nothing narrower: where
// there is no involvement, no decision tells.
std::vector<RestrictionInForce> restrictions_on_person(Database& database, const std::string& person,
                                                       Date day);
// "restricted since 23 November 2026 (UK GDPR Art 18(1)(a)): kept, and used for nothing".
std::string in_words(const RestrictionInForce& restriction);

}  // namespace casekeeper

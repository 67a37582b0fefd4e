// SPDX-License-Identifier: MIT
//
// The facts retention is decided on: one human being with all their involvements, and the holds that may
// reach them. Values only. Days may lie after the day of an evaluation; the evaluator treats those as not yet
// happened.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"

namespace casekeeper {

struct PersonFacts {
    std::string id;
    std::optional<DateRange> birth;  // absent: unknown or not yet born (only an expected date is recorded)
    bool died = false;               // recorded as dead, the day perhaps unknown
    std::optional<Date> died_on;
};

struct InvolvementFacts {
    std::string id;
    std::string person;
    std::string service;     // id as recorded
    int service_index = -1;  // in the catalogue; -1: a service the catalogue does not know
    Date opened{};
    std::optional<Date> closed;
    std::vector<std::pair<std::string, Date>> events;             // name, day
    std::vector<std::pair<std::string, std::string>> attributes;  // name, word
    std::vector<std::pair<std::string, std::string>> roles;       // role, person id
    // An entry's day is the later of its occurred and recorded local day. Entries the product wrote count
    // nowhere.
    std::optional<Date> last_entry_on;    // over all entries, those after the day of evaluation too
    std::optional<Date> last_contact_on;  // over entries of a contact kind, likewise
    std::optional<Date> kept_until;       // a person's answer to a review: not before the day after
};

// One human being: their records joined by `same-person` (never across an adoption), and all their
// involvements.
struct CaseFile {
    std::vector<PersonFacts> people;             // one or more, by id
    std::vector<InvolvementFacts> involvements;  // by id
};

struct FamilyInvolvement {
    std::string id;
    std::string person;
    int service_index = -1;
    Date opened{};
    std::optional<Date> closed;
};

struct EntryDays {
    std::optional<Date> last_entry_on;  // latest up to and including the day
    std::optional<Date> last_contact_on;
    std::optional<Date> next_entry_on;  // earliest after the day
};

// A disposition hold: it suspends destruction and moves no date.
struct Hold {
    std::string id;
    std::string kind;
    Date from{};
    std::optional<Date> released_on;  // the first day out of force
    std::optional<Date> review_on;
    // Scope: within a key any one matches, across keys all must; an empty key does not narrow.
    std::vector<std::string> persons;
    std::vector<std::string>
        involvements;                   // and, once they are found (store/hold_store.h), those `items` lie in
    std::vector<std::string> services;  // ids or groups of the catalogue, or "*"
    std::optional<Date> opened_from;    // both included
    std::optional<Date> opened_to;
    std::vector<std::string> words;
    // Typed, as the scope names them: they mark a part of what is held, the involvement it lies in.
    std::vector<std::string> items;
    bool automatic = false;  // follows from a request, a complaint or a claim by itself

    bool in_force_on(Date day) const { return from <= day && (!released_on || day < *released_on); }
};

// May the hold reach something in the file, as far as `persons` and `involvements` tell?
bool may_reach(const Hold& hold, const CaseFile& file);

// What holds a person's records by itself: an open request, and an open complaint or claim (an involvement of
// one of these services). Each holds for so long after its answer or its closing too, while that can still be
// disputed.
struct AutomaticHoldRules {
    Period after_answer{0, 6, 0};
    std::vector<std::string> complaint_services;  // ids
    std::vector<std::string> claim_services;
};

}  // namespace casekeeper

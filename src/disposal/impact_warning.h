// SPDX-License-Identifier: MIT
//
// The warning owed before anything is deleted on request (the trust's policy: deletion will probably affect
// the services offered): what would go, what the person receives now and has coming, what others rely on,
// what a later request could not show, and what could be done instead. One in plain words for the person, one
// for the case file; their wording is the trust's (config/letters).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "output/letter.h"

namespace casekeeper {

struct ImpactWarning {
    struct Part {
        std::string part;               // "Youth mentoring, 2022 to 2024"
        std::string contents;           // "14 notes and 2 documents"; empty: nothing to add
        bool a_person_decides = false;  // whether it may go is open
    };
    struct Kept {
        std::string part;
        std::string why;  // in sentences
        std::string authority;
    };
    struct Coming {
        std::string what;  // "A review (Youth mentoring)"
        std::string day;   // in words
    };

    std::string request;
    std::string received;  // the day, in words
    std::string called;    // what the person is called by
    std::string practitioner;
    std::string trust;
    std::string contact;
    bool everything = false;  // all of the record was asked for
    std::vector<Part> going;
    std::vector<std::string> keepsakes;     // "A photo, 2014 (Youth mentoring)"
    std::vector<std::string> received_now;  // open services, by title
    std::vector<std::string> plans;         // "the care plan of 3 March 2024 (Youth mentoring)"
    std::vector<std::string> relied_on_by;  // services, by title
    std::vector<Coming> coming;
    std::vector<Kept> kept;
};

// The names that the warning's templates may use.
const std::set<std::string>& names_of_warning();
LetterValues values_of(const ImpactWarning& warning);

}  // namespace casekeeper

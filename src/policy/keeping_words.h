// SPDX-License-Identifier: MIT
//
// A rule of the retention schedule in sentences to the person a record is about: how long, on what condition,
// what happens then, what is done before, and why. Made from the same rule that the evaluator obeys, and from
// nothing else, so that what is told cannot differ from what is done. Of one case, with its days,
// policy/decision_explanation tells.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "policy/retention_schedule.h"

namespace casekeeper {

struct KeepingWords {
    std::string rule;  // its id
    std::string title;
    std::string how_long;     // "If an order was made: until 100 years after the order was made."
    std::string plainly;      // the same; a condition that its person need not understand is "in some cases"
    std::string period;       // without condition: "at least until your 75th birthday"
    std::string then;         // "Then it is destroyed, so that nobody can bring it back."; empty on the way
    std::string care;         // what is done before, what else goes by it; empty: nothing
    std::string why;          // "The law says so: …"
    bool of_death = false;    // it is only for somebody who has died
    bool on_the_way = false;  // nothing ends by it: minimise, transfer
};

KeepingWords keeping_in_words(const Rule& rule, const RetentionSchedule& schedule,
                              const ServiceCatalogue& catalogue);

// The rules, by their index and in the order of the schedule, that name the service; the one for whatever has no
// rule of its own only where it can apply.
std::vector<int> rules_of_service(const RetentionSchedule& schedule, int service);

// Those of other services that reach the records of this one too: of the same file, or of every record.
std::vector<int> rules_reaching_service(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue,
                                        int service);

// Whoever is told of these services and of no other (their ids): may they read what a rule is called? That of
// another service would tell that there is one.
bool tells_of_these_only(const Rule& rule, const ServiceCatalogue& catalogue,
                         const std::set<std::string>& told);

// "social care file", of a file group of the catalogue.
std::string file_in_words(const std::string& file_group);

}  // namespace casekeeper

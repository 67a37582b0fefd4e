// SPDX-License-Identifier: MIT
//
// Reads people's records in their order and holds each against the recording rules: a range of people in one
// pass, people whose records are joined as one human being. Nothing is written.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "policy/record_check.h"
#include "reports/belonging.h"
#include "store/recording_store.h"

namespace casekeeper {

// What was found of one human being, with what was stored of them before.
struct HeldPeople {
    std::vector<std::string> people;  // the first of them is watched for all
    CheckedRecord now;
    std::vector<RecordingFinding> before;
    std::map<std::string, std::string> watched;  // which of them, and until when
};

class RecordedPeople {
public:
    // Keeps all by reference.
    RecordedPeople(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                   const ServiceCatalogue& catalogue, Date day);

    using Person = RecordingStore::RecordedPerson;
    // All people of a range, in order: REQUIRES that between the first and the last there are no others.
    std::vector<HeldPeople> hold_range(const std::vector<Person>& people);
    // Each by themselves. A human being is held once in a run.
    std::vector<HeldPeople> hold_each(const std::vector<Person>& people);

private:
    void hold_alone(const std::vector<Person>& people, std::vector<HeldPeople>& held);
    void hold_joined(const Person& person, std::vector<HeldPeople>& held);
    void add_joined(const std::vector<Person>& people, std::vector<HeldPeople>& held);
    void add_what_belongs_elsewhere(std::vector<HeldPeople>& held);
    void add_what_was(const std::string& from, const std::string& upto, std::vector<HeldPeople>& held);
    CheckedInvolvement checked(const RecordingStore::InvolvementRow& row) const;

    RecordingStore store_;
    const ServiceCatalogue& catalogue_;
    RecordCheck check_;
    Belonging belonging_;
    const std::vector<std::string> kinds_with_copy_;
    std::set<std::string> humans_;  // held in this run
};

}  // namespace casekeeper

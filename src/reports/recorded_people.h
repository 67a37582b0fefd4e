// SPDX-License-Identifier: MIT
//
// Reads people's records in their order and holds each against the recording rules: a range of people in one
// pass, people whose records are joined as one human being. Nothing is written. Several may read side by side, each on
// a connection of its own.
#pragma once

#include <map>
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
    bool is_joined = false;  // their records are joined as one human being's
    std::vector<RecordingFinding> before{};
    std::map<std::string, std::string> watched{};  // which of them, and until when
};

struct HeldPage {
    std::string from, upto;  // the first and the last person; nobody: empty
    std::vector<HeldPeople> held;
    bool is_range = false;  // all people between these
};

class RecordedPeople {
public:
    // Keeps all by reference.
    RecordedPeople(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                   const ServiceCatalogue& catalogue, Date day);

    using Person = RecordingStore::RecordedPerson;
    // From here on everybody is looked at, range by range; with what another has read for that.
    void expect_everybody() { belonging_.expect_everybody(); }
    void expect_everybody(const RecordedPeople& other) { belonging_.expect_everybody(other.belonging_); }

    // All people of a range, in order, without what was stored of them before: REQUIRES that between the first and the
    // last there are no others. A human being whose records are joined may be held in several ranges.
    HeldPage hold_range(const std::vector<Person>& people);
    // Each by themselves, likewise.
    HeldPage hold_each(const std::vector<Person>& people);
    // Reads what was stored of them before.
    void add_what_was(HeldPage& page);

private:
    void hold_alone(const std::vector<Person>& people, std::vector<HeldPeople>& held);
    void hold_joined(const Person& person, std::vector<HeldPeople>& held);
    void add_joined(const std::vector<Person>& people, std::vector<HeldPeople>& held);
    void add_what_belongs_elsewhere(std::vector<HeldPeople>& held);
    void add_what_was(const std::string& from, const std::string& upto, const std::vector<HeldPeople*>& held);
    RecordingStore::Counted counted();
    CheckedInvolvement checked(const RecordingStore::InvolvementRow& row) const;

    RecordingStore store_;
    const ServiceCatalogue& catalogue_;
    RecordCheck check_;
    Belonging belonging_;
    const std::vector<std::string> kinds_with_copy_;
};

}  // namespace casekeeper

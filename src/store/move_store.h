// SPDX-License-Identifier: MIT
//
// Entries that were moved to the record they belong in, and those that will be once a second person agrees: from
// where, to where, who asked, who agreed, why. Kept so that no load moves one back. A row ends with the entry and
// with either record. Days and moments are ISO text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct EntryMove {
    long long number = 0;
    std::string entry;
    std::string from_involvement;
    std::string from_person;
    std::string to_involvement;
    std::string to_person;
    std::string state = "asked";  // asked, moved, taken-back
    std::string reason;
    std::string asked_on;
    std::string asked_at;
    std::string asked_by;
    std::optional<std::string> agreed_by{};
    std::optional<std::string> agreed_because{};
    std::optional<std::string> moved_on{};
    bool operator==(const EntryMove&) const = default;
};

class MoveStore {
public:
    explicit MoveStore(Database& database) : database_(database) {}

    bool has_any();
    // In the order of their numbers.
    std::vector<EntryMove> of_entry(const std::string& entry);
    // The next after a number: in one state, or (empty) all.
    std::vector<EntryMove> page(long long after, int size, const std::string& state);
    // The one that waits for a second person.
    std::optional<EntryMove> waiting(const std::string& entry);
    // The last move that took an entry out of an involvement; nullopt where none did.
    std::optional<EntryMove> out_of(const std::string& entry, const std::string& involvement);

    // The involvement of some people's records that an entry was last moved out of, where it lies in the record of another,
    // `person`, now; empty: it was not.
    std::string left(const std::string& entry, const std::string& person,
                     const std::vector<std::string>& people);

    // An answer to a request that was sent with a part (typed: entry:E7) of a person's record in it.
    struct Answer {
        std::string request;
        std::string sent_on;
    };
    std::vector<Answer> answers_with(const std::string& item, const std::string& person);

    // REQUIRES of both: a unit of work of kind write. The first gives it its number.
    long long add(EntryMove move);
    void update(const EntryMove& move);

private:
    void put(const EntryMove& move);
    Database& database_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// Which entries have the same account (domain/account_print.h), found by its print, which every entry that is written
// keeps; and who is looked at again when such an entry is written or ends, so that what was found of its twin closes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

class AccountPrintStore {
public:
    explicit AccountPrintStore(Database& database) : database_(database) {}

    // Have entries from before there were prints theirs too?
    bool is_filled();
    // Those of the next `size` accounts after an entry that may be without; the last looked at, empty: none was left.
    // REQUIRES: a unit of work of kind write; so does all that follows but the questions.
    std::string fill(const std::string& after, int size);
    void set_filled();

    struct Holder {
        std::string entry;
        std::string involvement;
        std::string person;
        std::string human;        // the smallest of the records joined with theirs
        std::string recorded_at;  // empty: not recorded
        std::string account;
    };
    // By entry; empty where more than `most_holders` have it: it is a standard text, and says nothing of anybody.
    std::vector<Holder> holders(std::int64_t print);
    static constexpr std::size_t most_holders = 20;  // as the statements have it
    // The prints that several entries have, sorted: one pass through an index.
    std::vector<std::int64_t> shared();

    // Nobody where more than `most_holders` have it.
    void mark(std::int64_t print);
    // Of the others that have the same account, before an entry ends or all those of an involvement do.
    void mark_twins_of_entry(const std::string& entry);
    void mark_twins_of_involvement(const std::string& involvement);

private:
    Database& database_;
};

}  // namespace casekeeper

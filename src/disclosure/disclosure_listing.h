// SPDX-License-Identifier: MIT
//
// The disclosure log as people read it: the list, in the order of ids as bytes, and one with all that was
// recorded of it, what is missing, and what stands beside the parts that were given.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/record_format.h"
#include "domain/remark.h"
#include "policy/release_rules.h"
#include "store/database.h"

namespace casekeeper {

struct DisclosureFilter {
    std::string person;   // of all records of this human being; empty: of everybody
    std::string outcome;  // empty: any
    std::string to;       // a kind of recipient, or words of what the recipient is called; empty: anybody
    std::string since;    // ISO; empty: ever
    bool incomplete_only = false;
};

// InputError: no such person.
void list_disclosures(Database& database, const DisclosureFilter& filter,
                      const std::function<void(const Record&)>& take);
// How many lack something; the first `shown` of them.
struct IncompleteDisclosures {
    long long number = 0;
    std::vector<Record> first;
};
IncompleteDisclosures incomplete_disclosures(Database& database, std::size_t shown);
// Made against a stop, recorded on a day or later; of loaded ones, decided.
std::vector<Record> disclosures_with_override(Database& database, Date since);
// Against what it was made, in codes alone: "service, in-confidence". What a load brought in other words is not
// told.
std::string overrides_in_words(const Record& disclosure);

// A part that was given and is disputed, with what stands beside it; both views.
struct DisputedPart {
    std::string item;
    std::string contested_by;  // "request R1"; empty: it is settled
    std::vector<Remark> remarks;
};

struct ShownDisclosure {
    Record disclosure;
    std::vector<std::string> missing;  // options
    std::vector<DisputedPart> disputed;
};

// InputError: no such disclosure.
ShownDisclosure show_disclosure(Database& database, const std::string& id, Date day);

// The interchange format's fields, all of them.
std::string to_json(const Record& disclosure);
std::string to_json(const ShownDisclosure& shown);
// One line, parted by tabs.
std::string in_words(const Record& disclosure);
// As people read it at a terminal.
std::string to_text(const ShownDisclosure& shown, const RecipientKinds& kinds);
// "casekeeper disclosure complete DL7 --reasons TEXT …"; empty: nothing is missing.
std::string command_to_complete(const Record& disclosure);

}  // namespace casekeeper

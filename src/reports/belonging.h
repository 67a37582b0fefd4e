// SPDX-License-Identifier: MIT
//
// What reads as if it belonged in another person's record (recording rules with `reads_as`), found as records are held
// against the rules: a glance at every entry as it streams by, and after the page a real look at the few that it marks,
// with whom the record knows and what documents say read from the store. Of whom something seems to be is told to nobody here and stored
// nowhere: reports/belonging_evidence.h finds it anew.
//
// A night in which nobody is looked at reads nothing. Where everybody is, the prints that several entries have are read
// once; else each entry's twins are asked for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policy/record_check.h"
#include "reports/all_clients.h"
#include "store/recording_store.h"

namespace casekeeper {

// All that an entry says, in whose words whatever: its account, the decision and its reason, the person's own words.
std::string words_of_entry(std::string_view account, std::string_view decision, std::string_view reason,
                           std::string_view subject_words);

// Which rule's sign it is.
ReadsAs reads_as(MisfiledSignKind kind);

class Belonging {
public:
    // Keeps all by reference.
    Belonging(Database& database, const RecordingRules& rules, const ServiceCatalogue& catalogue, Date day);

    // From here on everybody is looked at: what is needed for that is read.
    void expect_everybody();
    // The same, with what another has read, for a thread beside it.
    void expect_everybody(const Belonging& other);

    // Is the number of its read documents to be among what is asked of an entry?
    bool asks_of_documents();
    // An entry of a person, as it streams by: nothing is read of their record.
    void glance(const RecordingStore::InvolvementRow& lies_in, const TextRow& entry);
    // A close look at what was marked of a human being, and at those of their documents whose words the store has. What
    // falls short goes to the rest. `people`: all records joined as them.
    void look(const std::vector<std::string>& people, CheckedRecord& found);

private:
    struct Marked {
        std::string entry;
        RecordingStore::InvolvementRow lies_in;
        std::string kind;
        std::string occurred_at;
        std::string author;
        std::string words;                  // empty: not marked by them
        std::optional<std::int64_t> print;  // nullopt: not marked by it
        bool has_read_documents = false;
    };
    class Look;

    Database& database_;
    RecordingStore store_;
    const ServiceCatalogue& catalogue_;
    const Date day_;
    std::array<const RecordingRule*, 4> rules_{};  // by ReadsAs
    bool asks_by_words_ = false;
    AllClientsRead clients_;
    std::optional<bool> has_words_of_documents_;
    std::shared_ptr<const std::vector<std::int64_t>> shared_;      // where everybody is looked at
    std::unordered_map<std::string, std::vector<Marked>> marked_;  // by person
};

}  // namespace casekeeper

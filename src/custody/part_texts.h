// SPDX-License-Identifier: MIT
//
// The words of one part of a person's file, field by field: all that a reader of it would see. What is looked
// through for people and places, what is kept back and what is printed goes by this one list, so that nothing
// is printed that was not looked through.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "custody/people_known.h"
#include "domain/record_format.h"
#include "policy/stale_facts.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

struct PartText {
    std::string field;  // of its record; of a nested one "addresses", "remarks"
    std::string text;
    std::string key = {};  // whom all of it names: person:P2, professional:W1, name:Jane Roe; empty: words
    // That it is old, in a sentence of days alone: the product's own words, shown where the text is; empty: it
    // is in order.
    std::string note = {};
    bool operator==(const PartText&) const = default;
};

class PartTexts {
public:
    PartTexts(RecordStore& records, const PeopleKnown& people) : records_(records), people_(people) {}

    // In the order in which they are printed; none is empty. REQUIRES: a person, a relationship, an
    // involvement, an entry, a document or a disclosure. Of a document its name and title: what it says is
    // the caller's.
    std::vector<PartText> of(const Record& record);
    std::vector<PartText> of(const AccessMaterial& material) const;

    // From here on what is old on a day has its note. `last_entry_on`: of an involvement, the latest day on
    // which anything was written in it.
    void mark_what_is_old(const StalePeriods& periods, Date day,
                          std::function<std::optional<Date>(const std::string& involvement)> last_entry_on);

    // Whom a text names that stands where one person is written, as an id or as a name.
    std::string key_of(const std::string& written) const;
    // "Ann Hill, social worker, North team" of professional:W1; the name of person:P2; what a name: says.
    std::string name_of(const std::string& key) const;
    // All that somebody of a key is called by a record: by each name in full, of a worker without role and team.
    std::vector<std::string> names_of(const std::string& key) const;

private:
    class Gathered;
    struct Marks {
        StalePeriods periods;
        Date day{};
        std::function<std::optional<Date>(const std::string&)> last_entry_on;
    };
    std::vector<std::string> notes_on_addresses(const Record& person) const;
    std::string note_on_worker(const Record& involvement) const;

    RecordStore& records_;
    const PeopleKnown& people_;
    std::optional<Marks> marks_;
};

}  // namespace casekeeper

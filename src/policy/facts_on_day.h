// SPDX-License-Identifier: MIT
//
// One human being's file as it stands on a day: a fact dated later has not happened. Every answer notes in a
// Reading what it rests on: the first later day on which it can turn out differently by time alone, and whose
// facts outside the file were looked at. Between the day and that later day every answer is the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "policy/retention_evaluator.h"

namespace casekeeper {

// What was read on the way to an answer.
struct Reading {
    std::optional<Date> changes_on;               // the first later day on which the answer can differ
    bool inexact_birth = false;                   // a birth not known to the day was used
    bool family = false;                          // the family was looked at
    std::vector<const std::string*> role_people;  // ids in the file's roles, outside the human's own records

    void can_change_on(Date day) {
        if (!changes_on || day < *changes_on) changes_on = day;
    }
    void join(const Reading& other);
};

class FactsOnDay {
public:
    struct Death {
        bool died = false;
        std::optional<Date> on;  // absent: the day is not known
    };

    // All are kept by reference.
    FactsOnDay(const CaseFile& file, const ServiceCatalogue& catalogue, Surroundings& surroundings, Date day);

    Date day() const { return day_; }
    const CaseFile& file() const { return file_; }
    const InvolvementFacts& involvement(std::size_t index) const { return file_.involvements[index]; }

    // Has it been opened?
    bool exists(std::size_t involvement, Reading& reading) const;
    // REQUIRES: it exists.
    bool is_open(std::size_t involvement, Reading& reading) const;
    bool same_file(std::size_t one, std::size_t other) const;
    // Is any involvement of the same file group open?
    bool file_is_open(std::size_t involvement, Reading& reading) const;

    std::optional<DateRange> birth(Reading& reading) const;
    Death death(Reading& reading) const;
    // The trigger's day on an involvement that exists; nullopt: unknown. A birth counts as the latest it can
    // be.
    std::optional<Date> day_of(const Trigger& trigger, std::size_t involvement, Reading& reading) const;

    bool ever(const std::vector<int>& services, Reading& reading) const;
    bool open(const std::vector<int>& services, Reading& reading) const;
    bool family_open(const std::vector<int>& services, Reading& reading) const;
    // Does the involvement's narrative hold one of the words, in an entry that has happened?
    bool narrative_has(const InvolvementFacts& involvement, const std::vector<std::string>& words,
                       Reading& reading) const;
    // The same in any entry, one dated later too.
    bool narrative_has_ever(const InvolvementFacts& involvement,
                            const std::vector<std::string>& words) const {
        return surroundings_.narrative_has(involvement.id, words);
    }

    // Those the family's answers rest on. REQUIRES: a reading says that the family was looked at.
    const std::vector<std::string>& family_people() const { return family_people_; }

private:
    // One person's life, with the days on which more of it will have happened.
    struct Life {
        std::optional<DateRange> birth;
        Death death;
        std::optional<Date> birth_changes_on;
        std::optional<Date> death_changes_on;
        void add(const PersonFacts& person, Date day);
    };

    bool happened(Date fact, Reading& reading) const {
        if (fact > day_) reading.can_change_on(fact);
        return fact <= day_;
    }
    bool every_service(const std::vector<int>& services) const;
    template <typename Involvements, typename Matches>
    bool any_open(const Involvements& involvements, const Matches& matches, Reading& reading) const;
    std::optional<Date> day_of_role(const Trigger& trigger, std::size_t involvement, Reading& reading) const;
    std::optional<Date> day_of_life(TriggerKind kind, const Life& life, Reading& reading) const;
    std::optional<Date> file_closed(std::size_t involvement, Reading& reading) const;
    std::optional<Date> event(const InvolvementFacts& involvement, std::string_view name,
                              Reading& reading) const;
    EntryDays entries(const InvolvementFacts& involvement, Reading& reading) const;
    bool is_own(std::string_view person) const;

    const CaseFile& file_;
    const ServiceCatalogue& catalogue_;
    Surroundings& surroundings_;
    const Date day_;
    Life life_;
    mutable const std::vector<FamilyInvolvement>* family_ = nullptr;
    mutable std::vector<std::string> family_people_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// Rules + one human being's file + holds + a day -> one decision for each involvement, with its reasons. A
// pure function of its arguments: no clock, no database. What lies outside the file (relatives, people in
// roles, the narrative, entries dated after the day) is asked of Surroundings only when a rule needs it, and
// whose facts were read is noted in the decision.
//
// House readings where the language leaves room are numbered in retention_evaluator.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "domain/case_file.h"
#include "policy/hold_index.h"
#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

enum class Outcome { live, retain, due, review, held, permanent, undetermined };
const char* to_text(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

struct LostRule {
    std::string rule;
    std::optional<Date> retain_until;
    std::string why;
};

struct UnknownRule {
    std::string rule;
    std::string why;
};

// Why a decision is as it is, in sentences a records officer reads.
struct Explanation {
    std::vector<std::string> steps;
    std::vector<LostRule> lost;
    std::vector<UnknownRule> unknown;
};

struct Decision {
    std::string involvement;  // empty: a person without any involvement
    std::string person;
    std::string service;  // id; empty as above
    Outcome outcome = Outcome::undetermined;
    int rule = -1;                     // index in the schedule of the winning rule; -1: none
    std::optional<Date> retain_until;  // last protected day; for a ceiling the day it should go
    std::optional<Date> minimise_on;
    std::optional<Date> transfer_on;
    int minimise_rule = -1;  // whose day that is; -1: none
    int transfer_rule = -1;
    // The latest day that statute or guidance sets and that has not passed, whatever rule wins: that of a
    // request to delete (UK GDPR Art 17(3)(b)).
    std::optional<Date> law_until;
    int law_rule = -1;  // whose day that is; -1: none
    bool conflict = false;
    std::optional<Date> reconsider_on;  // first later day on which time alone can change the answer
    std::vector<std::string> holds;     // ids in force, sorted as bytes
    std::vector<std::string>
        people_read;          // ids outside the human's own records whose facts were read, sorted
    Explanation explanation;  // filled only when asked for

    // Has its end come, holds aside?
    bool ends() const { return outcome == Outcome::due || outcome == Outcome::review; }
};

// What the evaluator may ask about the world outside the file. Implementations may read lazily and may throw.
// What person() and family() return must stay as it is until the evaluate() that asked is done.
class Surroundings {
public:
    virtual ~Surroundings() = default;
    // The person standing in a role: the record of that id and those joined with it; empty where there is
    // none.
    virtual const std::vector<PersonFacts>& person(const std::string& id) = 0;
    // The involvements of the human's family (schedule-language: family-open), at most two relationships
    // away, and in `people` the ids of every person looked at on the way.
    virtual const std::vector<FamilyInvolvement>& family(const CaseFile& file,
                                                         std::vector<std::string>& people) = 0;
    // Latest entry days up to and including `day`, and the first entry day after it. Asked only where the
    // involvement's own latest entry lies after `day`.
    virtual EntryDays entry_days(const std::string& involvement, Date day) = 0;
    // Does any narrative of the involvement's entries hold one of the words, whole and case-folded?
    virtual bool narrative_has(const std::string& involvement, const std::vector<std::string>& words) = 0;
    // The same of entries up to and including `day`. Asked only where the involvement's own latest entry lies
    // after it.
    virtual bool narrative_has_by(const std::string& involvement, const std::vector<std::string>& words,
                                  Date day) = 0;
};

// One evaluator serves one schedule and catalogue, which it keeps by reference and indexes once. Not
// thread-safe.
class RetentionEvaluator {
public:
    RetentionEvaluator(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue);
    ~RetentionEvaluator();
    RetentionEvaluator(const RetentionEvaluator&) = delete;
    RetentionEvaluator& operator=(const RetentionEvaluator&) = delete;

    // One decision for each involvement of the file, in its order; for a file without any, one for each
    // person with an empty involvement. With a HoldIndex the cost does not grow with the number of holds.
    std::vector<Decision> evaluate(const CaseFile& file, const HoldIndex& holds, Surroundings& surroundings,
                                   Date day, bool explain = false) const;
    // The same. REQUIRES: `holds` sorted by id.
    std::vector<Decision> evaluate(const CaseFile& file, const std::vector<Hold>& holds,
                                   Surroundings& surroundings, Date day, bool explain = false) const;

private:
    struct Index;
    std::vector<Decision> decide(const CaseFile& file, std::vector<const Hold*> holds,
                                 Surroundings& surroundings, Date day, bool explain) const;

    const RetentionSchedule& schedule_;
    const ServiceCatalogue& catalogue_;
    std::unique_ptr<const Index> index_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// A small world to evaluate: rules in the schedule language, facts one a line, and the answers that the
// evaluator may ask of its surroundings. Facts (days as in bundles; words parted by spaces):
//
//   person P1 born 1950-03-14 died 2013-11-03       born and died are optional; "died unknown": the day is not
//                                                   known
//   involvement I1 P1 looked-after 2001-01-01 2010-06-30      without a second day it is open
//   event I1 order-made 2006-05-05
//   attribute I1 medium paper
//   role I1 alleged-perpetrator P9
//   entry I1 2015-02-02 contact some words of the account     "contact" only for contacts
//   same P1 P2                                      records of one human
//   family P1 P2                                    a relationship of a family kind
//   adopted P1 P2                                   one is adopted from the other
//   hold H1 from 2026-01-01 released 2026-05-01 persons P1,P2 involvements I1 services care,looked-after
//        opened-from 2001-01-01 opened-to 2002-01-01 words abuse,"the lake"      all but `from` optional
//
// Anything else throws std::invalid_argument.
#pragma once

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "policy/retention_evaluator.h"

namespace casekeeper::test {

class CaseWorld final : public Surroundings {
public:
    // `rules` are [[rule]] tables; a head, authorities and bases are added where they are missing.
    CaseWorld(ServiceCatalogue catalogue, const std::string& rules, const std::string& facts);

    // The decision on an involvement, or on a person without any, with its explanation.
    Decision decide(const std::string& id, const std::string& day) {
        return decide(id, parse_date(day).value());
    }
    Decision decide(const std::string& id, Date day);
    // Every decision on the human who has this record.
    std::vector<Decision> decide_all(const std::string& person, Date day, bool explain);

    const RetentionSchedule& schedule() const { return schedule_; }
    // "retain looked-after 2025-03-14", then "minimise 2020-01-01", "transfer …", "conflict", "holds H1 H2".
    std::string words(const Decision& decision) const;
    std::string outcome(const std::string& id, const std::string& day) { return words(decide(id, day)); }
    // Has the family been asked for since the last call?
    bool family_was_asked() { return std::exchange(family_asked_, false); }

    const std::vector<PersonFacts>& person(const std::string& id) override;
    const std::vector<FamilyInvolvement>& family(const CaseFile& file,
                                                 std::vector<std::string>& people) override;
    EntryDays entry_days(const std::string& involvement, Date day) override;
    bool narrative_has(const std::string& involvement, const std::vector<std::string>& words) override;
    bool narrative_has_by(const std::string& involvement, const std::vector<std::string>& words,
                          Date day) override;

private:
    struct Entry {
        Date day;
        bool contact = false;
        std::string account;
    };
    using Links = std::map<std::string, std::set<std::string>>;

    void read_fact(const std::string& line);
    void read_person(std::istringstream& words);
    void read_involvement(std::istringstream& words);
    void read_entry(std::istringstream& words);
    void read_hold(std::istringstream& words);
    CaseFile file_of(const std::string& person) const;
    std::set<std::string> reached(const std::set<std::string>& from,
                                  const std::set<std::string>& closed) const;

    ServiceCatalogue catalogue_;
    RetentionSchedule schedule_;
    std::map<std::string, PersonFacts> people_;
    std::map<std::string, InvolvementFacts> involvements_;
    std::map<std::string, std::vector<Entry>> entries_;
    std::vector<Hold> holds_;
    Links same_, family_, adopted_;
    std::map<std::string, std::vector<PersonFacts>> asked_;
    std::vector<FamilyInvolvement> family_involvements_;
    bool family_asked_ = false;
};

// The shipped config/service_catalogue.toml.
const ServiceCatalogue& shipped_catalogue();
// The text of a file of the checkout.
std::string text_of(const std::string& path);

}  // namespace casekeeper::test

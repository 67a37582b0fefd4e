// SPDX-License-Identifier: MIT
//
// What a retention decision may ask of the world outside a file, read from the store when asked. Family:
// people that relationships of a family kind connect, in either direction, at most two away, never across an
// adoption (schedule-language: Conditions). Keeps what it has read for as long as it lives: make one a page.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text_search.h"
#include "custody/word_matches.h"
#include "policy/retention_evaluator.h"
#include "store/fact_store.h"

namespace casekeeper {

class StoreSurroundings final : public Surroundings {
public:
    StoreSurroundings(FactStore& facts, const ServiceCatalogue& catalogue)
        : facts_(facts), catalogue_(catalogue) {}

    const std::vector<PersonFacts>& person(const std::string& id) override;
    const std::vector<FamilyInvolvement>& family(const CaseFile& file,
                                                 std::vector<std::string>& people) override;
    EntryDays entry_days(const std::string& involvement, Date day) override;
    bool narrative_has(const std::string& involvement, const std::vector<std::string>& words) override;
    bool narrative_has_by(const std::string& involvement, const std::vector<std::string>& words,
                          Date day) override;

    // Reads every narrative of the store once for the words of these holds that name no person and no
    // involvement, rather than each involvement's when asked: for a run over a great part of everybody.
    // REQUIRES: nothing changes them while this lives.
    void look_through_narratives(const std::vector<Hold>& holds);

    // Forgets everything read of people.
    void forget();

private:
    struct Family {
        std::vector<FamilyInvolvement> involvements;
        std::vector<std::string> people;
    };
    Family read_family(const CaseFile& file);
    std::set<std::string> neighbours(const std::string& person, const std::set<std::string>& closed,
                                     std::set<std::string>& seen);

    FactStore& facts_;
    const ServiceCatalogue& catalogue_;
    std::map<std::string, std::vector<PersonFacts>> people_;
    std::map<std::string, Family> families_;  // by the file's first person
    std::map<std::vector<std::string>, WordSearch> searches_;
    std::map<std::vector<std::string>, WordMatches> looked_through_;
};

// Fills in the catalogue's index of every involvement's service.
void resolve_services(CaseFile& file, const ServiceCatalogue& catalogue);

}  // namespace casekeeper

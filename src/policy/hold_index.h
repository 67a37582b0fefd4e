// SPDX-License-Identifier: MIT
//
// Disposition holds and whom they reach. The index finds the holds that name a person or an involvement
// without looking at all the others; make one for a run. Whether a hold is in force is the evaluator's
// affair.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/case_file.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

class HoldIndex {
public:
    explicit HoldIndex(std::vector<Hold> holds);
    HoldIndex(const HoldIndex&) = delete;
    HoldIndex& operator=(const HoldIndex&) = delete;
    ~HoldIndex() = default;

    // The holds whose `persons` and `involvements` allow for something in the file, sorted by id.
    std::vector<const Hold*> reaching(const CaseFile& file) const;
    // All of them, sorted by id.
    const std::vector<Hold>& holds() const { return holds_; }

private:
    using Places = std::vector<std::size_t>;

    std::vector<Hold> holds_;
    std::unordered_map<std::string_view, Places> by_person_;
    std::unordered_map<std::string_view, Places> by_involvement_;  // of those that name no person
    Places anywhere_;
};

// Does the hold's scope, its words apart, match an involvement of a file that it may reach?
bool matches_but_for_words(const Hold& hold, const InvolvementFacts& involvement,
                           const ServiceCatalogue& catalogue);

}  // namespace casekeeper

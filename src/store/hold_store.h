// SPDX-License-Identifier: MIT
//
// Every hold that records may be under: those that somebody placed, and those that follow by themselves from
// open requests, complaints and claims (policy/automatic_holds.h), which are rows of no table and are read
// from what they follow from. Their ids are access_request:ID, deletion_request:ID, complaint:INVOLVEMENT and
// claim:INVOLVEMENT. Whoever decides on records asks for both.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/case_file.h"
#include "store/database.h"

namespace casekeeper {

// Is it an id that only automatic holds have?
bool is_automatic_hold(std::string_view id);

class HoldStore {
public:
    explicit HoldStore(Database& database) : database_(database) {}

    // By id. Read again only where one has changed since this was last asked, by whomever (RecordStore stamps
    // every change). InputError, naming the hold or request, where one cannot be read.
    // The involvements of the items a scope names are found already.
    const std::vector<Hold>& placed();
    // Those that follow by themselves, but for those whose last day lies before `day`. In no order.
    std::vector<Hold> automatic(const AutomaticHoldRules& rules, Date day);
    // The same, one after the other: memory does not grow with their number. `take` asks nothing of the store.
    void each_automatic(const AutomaticHoldRules& rules, Date day, const std::function<void(Hold&&)>& take);
    std::vector<Hold> all(const AutomaticHoldRules& rules, Date day);
    // Those that can reach one human being and whose last day does not lie before `day`, sorted by id. What
    // it costs does not grow with other people's requests.
    std::vector<Hold> reaching(const CaseFile& file, const AutomaticHoldRules& rules, Date day);

    // The involvements that a hold's items lie in become its `involvements`; where it names some besides, those
    // that are in both. What is not there any more stands as an id that no involvement has: the hold then
    // reaches nothing by it, and never everything.
    void find_items(Hold& hold);

private:
    Database& database_;
    std::optional<std::string> stamp_;  // of what was read
    std::vector<Hold> placed_;
};

}  // namespace casekeeper

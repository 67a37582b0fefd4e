// SPDX-License-Identifier: MIT
//
// Where access requests stand, for people and programs: state, clock with every step of its sum, what might be
// withheld with its decision, what was asked of whom, what stands in the way, everything that was done, and
// what can be done next.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "custody/access_release.h"
#include "policy/access_workflow.h"
#include "policy/bank_holidays.h"
#include "policy/request_clock.h"
#include "store/access_store.h"

namespace casekeeper {

struct AccessFilter {
    std::optional<AccessState> state;
    bool open_only = false;  // not answered and not closed
    std::string person;      // empty: of everybody
};

struct ListedAccess {
    AccessCase one;
    RequestClock clock;
};

// In the order of their ids. ConfigError where a clock needs bank holidays that are not known.
void list_access_requests(Database& database, const BankHolidays& holidays, const AccessFilter& filter,
                          const std::function<void(const ListedAccess&)>& take);
std::string to_json(const ListedAccess& listed);
std::string to_line(const ListedAccess& listed, Date day);
std::string to_json(const AccessItem& item);
// A line of what is proposed; below it why, and of what was decided all that whoever signs it must know.
std::string to_lines(const AccessItem& item, const std::string& indent = "");

// InputError where there is no such request.
AccessCase require_access_request(Database& database, const std::string& request);
RequestClock clock_of(Database& database, const AccessCase& one, const BankHolidays& holidays);

// One JSON object, or text for people. `obstacles`: to the next stage. `new_parts`: that no earlier answer held.
std::string show_access_json(Database& database, const BankHolidays& holidays, const AccessCase& one,
                             const std::vector<Obstacle>& obstacles,
                             const std::vector<std::string>& new_parts, Date day);
std::string show_access_text(Database& database, const BankHolidays& holidays, const AccessCase& one,
                             const std::vector<Obstacle>& obstacles, Date day);

}  // namespace casekeeper

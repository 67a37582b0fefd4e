// SPDX-License-Identifier: MIT
//
// Where requests stand, for people and programs: state, clock with every step of its sum, parts with verdict
// and decision, the warning that was given, everything that was done, and what can be done next.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "policy/bank_holidays.h"
#include "policy/deletion_workflow.h"
#include "policy/request_clock.h"
#include "store/deletion_store.h"

namespace casekeeper {

struct RequestFilter {
    std::optional<RequestRight> right;  // absent: every kind
    std::optional<DeletionState> state;
    bool open_only = false;
    std::string person;  // empty: of everybody
    bool with_verdicts = true;
};

struct ListedRequest {
    DeletionCase one;
    std::optional<RequestClock> clock;  // absent: the request has ended with the record
    std::map<std::string, long long> verdicts;
};

// In the order of their ids. ConfigError where a clock needs bank holidays that are not known.
void list_requests(Database& database, const BankHolidays& holidays, const RequestFilter& filter,
                   const std::function<void(const ListedRequest&)>& take);
std::string to_json(const ListedRequest& listed);
std::string to_json(const DeletionItem& item);
std::string to_line(const ListedRequest& listed, Date day);

// InputError where there is no such request of this kind; Refused where nothing of it is left.
DeletionCase require_request(Database& database, RequestRight right, const std::string& request);

// InputError where there is no such request of this kind. One JSON object, or text for people.
std::string show_request_json(Database& database, const BankHolidays& holidays, RequestRight right,
                              const std::string& request);
std::string show_request_text(Database& database, const BankHolidays& holidays, RequestRight right,
                              const std::string& request, Date day);

}  // namespace casekeeper

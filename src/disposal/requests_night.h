// SPDX-License-Identifier: MIT
//
// The night's part of requests: it takes up what came by a load, prepares and refreshes assessments, and voids
// warning, confirmation and decision where what they were about has changed. It refuses nothing, decides
// nothing and erases nothing by itself; what people have decided it hands to the gate (jobs/requests_job.cpp).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "custody/deletion_assessor.h"
#include "custody/register.h"
#include "custody/schedule_in_force.h"
#include "policy/settings.h"
#include "store/deletion_store.h"

namespace casekeeper {

struct RequestsRefreshed {
    long long looked_at = 0;
    long long opened = 0;                 // came by a load
    long long assessed = 0;               // anew
    long long voided = 0;                 // warning, confirmation or decision, because facts changed
    std::vector<std::string> unreadable;  // requests whose person cannot be read
};

struct RequestsRefresh {
    Date day{};
    std::string at;
    std::string actor;
    bool dry_run = false;
    std::function<bool()> is_cancelled;
    std::function<void(long long)> progress;
};

// Memory does not grow with the number of requests.
RequestsRefreshed refresh_requests(Database& database, const ScheduleInForce& in_force,
                                   const RequestSettings& settings, const Pseudonyms& pseudonyms,
                                   const RequestsRefresh& refresh);

// What the gate said no to for a time: the state says that the request waits, and for what (a code of
// custody/request_refusal.h). Nothing where it says so already, or another code is none to wait for.
void let_wait(Database& database, const DeletionCase& before, const std::string& code, const CaseAct& act);

}  // namespace casekeeper

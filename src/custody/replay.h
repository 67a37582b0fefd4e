// SPDX-License-Identifier: MIT
//
// After a restore: the store has come back from a back-up and lacks lines that the register's mirror has.
// Takes those lines back, finds what they say has ended and the store has again, and ends it again through
// the gate. What people decided since and the register holds only as codes (holds, approvals, schedules) is
// told line by line, so that it can be done again; and because a hold among it may be lost, every approval is
// void: nothing ends before people have signed for it anew. New proposals take no number that the lost ones
// had. A line of kind "restored" says which lines were taken back; a replay that was cut off tells what is to
// be done again once more.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "custody/gate.h"

namespace casekeeper {

struct ReplayRequest {
    bool dry_run = false;
    Date day{};
    std::string at;
    std::string actor;
    std::string documents_folder;
    GateRules rules;
};

struct ReplayedRecord {
    std::string type;  // involvement, entry, document
    std::string id;
    long long line = 0;   // that says it has ended
    std::string refused;  // why the gate kept it; empty: ended
};

struct ReplayResult {
    long long lines = 0;
    std::vector<ReplayedRecord> records;
    long long kept = 0;
    std::vector<KeptLine> to_do_again;  // what people did since the back-up, in order
    long long approvals_void = 0;       // proposals and requests whose approvals or decisions count no more
    std::vector<std::string> not_removed;  // files of what was ended again; the next night tries again
};

// ConfigError where the mirror is not the store's own continued.
ReplayResult replay(Database& database, const ScheduleInForce& in_force, Register& reg,
                    const ReplayRequest& request);

// The lines that name one of these people among those whose record ended.
std::vector<KeptLine> lines_naming(RegisterStore lines, const std::vector<std::string>& digests);

}  // namespace casekeeper

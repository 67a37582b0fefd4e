// SPDX-License-Identifier: MIT
//
// Sets a finding of recording aside, with a reason, and takes that back. The reason stays in the store; the
// register has a line that names rule, record and finding by codes and keyed digests. Nobody sets aside what
// they are asked about themselves, nor what is about a restricted record, which is used for nothing.
#pragma once

#include <optional>
#include <string>

#include "custody/signed_act.h"
#include "policy/roles.h"
#include "store/recording_store.h"

namespace casekeeper {

struct WaiverOrder {
    std::string finding;
    std::string reason;
    std::optional<Date> until;  // from that day it is open again; absent: for good
};

// The finding as it is then. InputError where there is none of that id; UsageError without a reason; Refused
// where it is not open, asks the actor, or is about a restricted record.
RecordingFinding waive_finding(Database& database, const WaiverOrder& order, const Actor& actor,
                               const SignedAct& act);
// Refused where it is not set aside, or is about a restricted record.
RecordingFinding end_waiver(Database& database, const std::string& finding, const SignedAct& act);

// InputError where there is none of that id; Refused where it is about a record that is restricted on that day
// (UK GDPR Art 18; reports/restricted_findings.h). REQUIRES: a unit of work.
RecordingFinding finding_in_use(Database& database, const std::string& id, Date day);

}  // namespace casekeeper

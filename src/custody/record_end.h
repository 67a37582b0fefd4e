// SPDX-License-Identifier: MIT
//
// How a record ends once the gate has asked everything, in the gate's unit of work: its rows, the person's
// own with the last involvement, what is left for statistics, the proposals that named it, the instruction
// for the system that has it too, the intentions for its files, and the keyed digests by which a later load
// knows it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "custody/covered_record.h"
#include "custody/present_decision.h"
#include "custody/register.h"
#include "policy/settings.h"
#include "store/disposal_store.h"
#include "store/erasure_store.h"

namespace casekeeper {

struct GateRules {
    bool open = true;  // the kill switch: false refuses everything
    // When the last back-up made before a destruction will have aged out: months.
    int backup_months = 12;
    std::string media = "database rows and files";
    std::string executed_as = "records-officer";  // who runs the night
    // Where notices' letters and receivers' bundles lie, if their rows name them by a relative path. They go
    // with the record.
    std::string notices_folder;
    std::string bundles_folder;
};

// The letter's file by which a person is told of the end of an involvement, in the notices folder.
std::string letter_file_of(const std::string& involvement);

// As the settings say.
GateRules gate_rules(const DisposalSettings& settings, std::string notices_folder,
                     std::string bundles_folder);

// One human being's file within one unit of work.
struct OpenCase {
    Date day{};
    std::string today;
    std::string at;
    std::string actor;
    PresentDecisions::Decided decided;   // before anything ended
    std::vector<StoredDecision> before;  // as stored
    std::vector<std::string> people;     // the records of the human being
    std::set<std::string> involvements;  // that are still there
};

// The end of one record, as it goes.
struct RecordEnding {
    std::string action;          // destroy, review, decide, anonymise, archive, transfer, minimise
    std::string involvement;     // empty: a person, an entry or a document
    const Rule* rule = nullptr;  // REQUIRED to minimise
    long long line = 0;          // under which the register has it
    std::optional<ReceiverBundle> handover;
    Erased erased;
    std::set<std::string> person_digests;  // whose record it was; none where it stays, reduced
};

class RecordEnd {
public:
    RecordEnd(Database& database, const RetentionSchedule& schedule, Register& reg, const GateRules& rules);

    void end_involvement(OpenCase& opened, const CoveredRecord& covered, RecordEnding& ending);
    // A single record, whatever its type; with an involvement the instruction is written too.
    void end_one(OpenCase& opened, const std::string& type, const std::string& id, RecordEnding& ending);
    // Single entries and documents of one involvement, which stays. REQUIRES: `ending.involvement` is empty.
    void end_parts(OpenCase& opened, const std::vector<std::string>& entries,
                   const std::vector<std::string>& documents, RecordEnding& ending);
    // A deletion request that was granted in whole and carried out.
    void end_request(const OpenCase& opened, const std::string& request, long long line);
    // One of which parts were deleted and parts are kept: nothing of the former stays with it.
    void reduce_request(const std::string& request, const Erased& erased);
    // That the records ended, for whoever loads them again; what is to be unlinked, for the sweeper.
    void note(const OpenCase& opened, const RecordEnding& ending);
    // One is executed; where the record is gone no other stays open, and none names it any more.
    void settle_proposals(const OpenCase& opened, const RecordEnding& ending, long long executed);
    // A record that lives in a source system too is to end there as well. Nothing where the certificate is
    // not there or was followed by an instruction before.
    // `parts`: only these of it, in words; empty: all of it.
    void write_instruction(const OpenCase& opened, const Record& involvement, long long certificate,
                           const std::string& parts = "");

private:
    void name_people(const OpenCase& opened, RecordEnding& ending);
    void intend_bundles(const OpenCase& opened, const RecordEnding& ending);
    void add_statistic(const OpenCase& opened, const CoveredRecord& covered);

    Database& database_;
    const RetentionSchedule& schedule_;
    Register& register_;
    const GateRules& rules_;
    DisposalStore proposals_;
    ErasureStore erasure_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// The gate: the one way anything is destroyed. In one transaction that begins as a writer it asks everything
// again (kill switch, state, approvals, cooling-off, notice, fingerprint, the decision by today's facts,
// holds and requests), writes the register's line and the certificate, and ends the rows; the documents'
// files follow under a recorded intention that a restart finishes (erasure_sweeper.h), and the register's
// mirror follows when its owner next brings it up to date. What it refuses it refuses whole, with a code.
//
//   BEGIN as writer ─▶ ask again ─▶ rows ─▶ register line ─▶ certificate ─▶ intentions ─▶ COMMIT
//                          │ refused                                                       │
//                          └▶ ROLLBACK, a code (gate_refusal.h)       mirror, unlink, fsync ◀┘
//
// What a person asked to be deleted, and people decided, goes the same way (gate_request.cpp), and the files of
// a pack that has served (gate_pack.cpp).
// A transferred or archived record ends here too, once its receiver has it; a minimised one stays, reduced.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "custody/certificate.h"
#include "custody/covered_record.h"
#include "custody/gate_refusal.h"
#include "custody/present_decision.h"
#include "custody/record_end.h"
#include "custody/register.h"
#include "custody/request_refusal.h"
#include "store/disposal_store.h"

namespace casekeeper {

// Why the gate did not do what was proposed: a code of gate_refusal.h, or
//   switched-off  the kill switch
//   unreadable    what is stored of the person cannot be read
struct GateAnswer {
    long long proposal = 0;
    bool done = false;
    std::string refused_because;     // a code; empty where done
    std::vector<std::string> holds;  // where held
    long long certificate = 0;
    Erased erased;
};

// What the gate did with a request. Codes of request_refusal.h, switched-off and unreadable.
struct RequestAnswer {
    bool done = false;
    std::string refused_because;          // a code; empty where done
    std::vector<std::string> holds;       // where held
    std::vector<long long> certificates;  // one for each involvement of which something went
    Erased erased;                        // in all
};

// A request to be carried out.
struct RequestExecution {
    std::string request;
    Date day{};
    std::string at;
    std::string actor;
    std::string letters;  // the folder of the letters that tell of it, written before; empty: none
    int cooling_off_days = 0;
    bool dry_run = false;
};

// A pack whose files are to go.
struct PackEnding {
    std::string request;
    Date day{};
    std::string at;
    std::string actor;
    bool dry_run = false;
};

// That a request was carried out before a restore brought it back: as the register's lines say.
struct RequestDoneBefore {
    std::vector<long long> certificates;
    std::string on;  // ISO
    bool whole = false;
    std::string at;  // now
    std::string actor;
};

class Gate {
public:
    Gate(Database& database, const ScheduleInForce& in_force, Register& reg, GateRules rules);

    // Ends what these proposals, all of one person, propose, in one transaction. `dry_run`: everything but
    // the commit. One answer each, in their order. Each done one has its own register line and certificate.
    std::vector<GateAnswer> execute(const std::vector<Proposal>& proposals, Date day, const std::string& at,
                                    const std::string& actor, bool dry_run);

    // Deletes what people decided on a request, in one transaction; the parts that are kept stay.
    RequestAnswer execute_request(const RequestExecution& execution, DeletionAssessor& assessor);

    // Ends the files of a request's pack, whose day has come, in one transaction; what was counted of them stays.
    // Refused: switched-off, unreadable, gone (no files), not-due, held (a hold on the person's records, but for
    // those that follow from requests: a pack is a copy of what these keep), disputed (what was sent is
    // complained of).
    GateAnswer end_pack(const PackEnding& ending);

    // After a restore: the request is not carried out again, nor waits for anybody to decide it again.
    void note_done_before(const DeletionCase& request, const RequestDoneBefore& done);

    // After a restore: ends again what an earlier line says has ended, without new approvals: those were
    // given before. `type` and `id` name the record: involvement (with its person, where it was the last),
    // person, entry or document. A line of kind minimised reduces the involvement again. Refused:
    // switched-off, gone, held (a hold or request in force now), or not-empty (a person with involvements
    // that have not ended).
    GateAnswer end_again(const std::string& type, const std::string& id, long long earlier_line, Date day,
                         const std::string& at, const std::string& actor, bool dry_run);

private:
    struct Asked;
    OpenCase open_case(const std::string& person, Date day, const std::string& at, const std::string& actor);
    void mark_readers(const OpenCase& opened);
    std::vector<std::string> holds_on_pack(const std::string& person, const PackEnding& ending);
    void close_case(OpenCase& opened);
    Asked ask(const OpenCase& opened, long long proposal, GateAnswer& answer);
    void carry_out(OpenCase& opened, const Asked& asked, GateAnswer& answer);
    struct PartsToEnd;
    bool ends_everything(const OpenCase& opened, const std::vector<DeletionItem>& items);
    bool has_other_requests(const OpenCase& opened, const std::string& request);
    std::vector<PartsToEnd> parts_to_end(const std::vector<DeletionItem>& items);
    void end_parts_of_request(OpenCase& opened, const RequestQuestion& question, const PartsToEnd& parts,
                              RequestAnswer& answer);
    void close_request(OpenCase& opened, const RequestExecution& execution, RequestQuestion& question,
                       RequestAnswer& answer);
    // What every certificate says.
    Certificate certificate_of(const OpenCase& opened, const CoveredRecord& covered,
                               const RecordEnding& ending, const ErasureStore::BeyondReach& beyond);
    Certificate certificate_for(const OpenCase& opened, const Asked& asked, const RecordEnding& ending,
                                const ErasureStore::BeyondReach& beyond);
    std::string involvement_of(const std::string& type, const std::string& id);
    std::string owner_of(const std::string& type, const std::string& id);

    Database& database_;
    const ScheduleInForce& in_force_;
    Register& register_;
    const GateRules rules_;
    PresentDecisions present_;
    DisposalStore proposals_;
    RecordEnd end_;
};

}  // namespace casekeeper

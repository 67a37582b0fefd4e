// SPDX-License-Identifier: MIT
//
// What is proposed for its end and what became of it: proposals, approvals, answers to reviews, notices,
// certificates, instructions to source systems, receivers' bundles. Days and moments are ISO text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct Approval {
    std::string by;
    std::string role;
    std::string on;
    std::string lapses_on;  // the first day it counts no more
    bool operator==(const Approval&) const = default;
};

struct Proposal {
    long long number = 0;
    std::string person;       // empty: the record has ended
    std::string involvement;  // likewise
    std::string service;
    std::string action;  // destroy, anonymise, archive, review, decide, minimise, transfer
    std::string rule;
    std::optional<std::string> retain_until;  // of an action on the way: its own day
    long long schedule = 0;
    std::string fingerprint;
    std::string state;  // policy/disposition_workflow.h
    std::string proposed_on;
    int approvals_needed = 1;
    std::optional<std::string> executes_on;
    std::optional<std::string> deferred_until;
    std::optional<std::string> deferred_by;
    std::optional<std::string> deferral_reason;
    std::optional<std::string> answer;  // to a review: destroy
    std::optional<std::string> answer_reason;
    std::optional<std::string> withdrawn_on;
    std::optional<std::string> withdrawn_because;
    std::optional<std::string> executed_at;
    long long certificate = 0;  // number of the register's line; 0: none
};

struct KeptByDecision {
    std::string involvement;
    std::string keep_until;
    std::string reason;
    std::string decided_by;
    std::string decided_on;
};

struct DestructionNotice {
    std::string involvement;
    std::string written_on;
    std::optional<std::string> letter;  // path under the notices' folder
    std::optional<std::string> sent_on;
    std::optional<std::string> sent_by;
    std::optional<std::string> waived_on;
    std::optional<std::string> waived_by;
    std::optional<std::string> waiver_reason;
};

struct DisposalInstruction {
    long long certificate = 0;
    std::string system;
    std::optional<std::string> reference;  // gone once confirmed
    std::string written_on;
    std::optional<std::string> confirmed_on;
    std::optional<std::string> confirmed_by;
};

struct ReceiverBundle {
    long long proposal = 0;
    std::string receiver;
    std::string folder;
    std::string manifest;  // SHA-256 of the manifest
    std::string packed_on;
    std::optional<std::string> received_on;
    std::optional<std::string> recorded_by;
};

// What a statement with the columns of disposals/find_proposal gives.
std::vector<Proposal> proposals_of(Query& query);

class DisposalStore {
public:
    explicit DisposalStore(Database& database) : database_(database) {}

    long long add(const Proposal& proposal);  // its number
    void update(const Proposal& proposal);    // everything but its number
    std::optional<Proposal> find(long long number);
    // The open proposal (proposed, approved, packed) of an involvement and action.
    std::optional<Proposal> open_of(const std::string& involvement, const std::string& action);
    std::vector<Proposal> of_involvement(const std::string& involvement);
    // By number, after one; `state` empty: all.
    std::vector<Proposal> page(long long after, int size, const std::string& state);
    // All approved or packed ones whose day has come of the next people after a person, by person then
    // number.
    std::vector<Proposal> ready(const std::string& day, const std::string& after_person, int people);
    // Takes the record's ids out of its proposals.
    void forget(const std::string& involvement);

    std::vector<Approval> approvals(long long proposal);
    void approve(long long proposal, const Approval& approval);
    void withdraw_approvals(long long proposal);

    void keep(const KeptByDecision& kept);
    std::optional<KeptByDecision> kept(const std::string& involvement);

    // The next numbers are not given: proposals that a restore has lost had them.
    void skip_numbers(long long proposals);
    void set_notice(const DestructionNotice& notice);
    std::optional<DestructionNotice> notice(const std::string& involvement);

    void add_done(const std::string& involvement, const std::string& action, const std::string& rule,
                  const std::string& on, long long certificate);
    struct DoneOnTheWay {
        std::string on;
        long long certificate = 0;
    };
    // By a rule, or (empty) by whichever last. What was done before `since` does not count: the record has
    // been opened again, or its day moved.
    std::optional<DoneOnTheWay> done(const std::string& involvement, const std::string& action,
                                     const std::string& rule, const std::string& since = {});

    void add_certificate(long long number, const std::string& at, const std::string& json);
    std::optional<std::string> certificate(long long number);

    // Issued on a day or later, newest first.
    std::vector<std::string> latest_certificates(const std::string& since, int size);
    long long number_of_certificates(const std::string& since);

    void add_instruction(const DisposalInstruction& instruction);
    void confirm_instruction(long long certificate, const std::string& on, const std::string& by);
    std::optional<DisposalInstruction> instruction(long long certificate);
    std::vector<DisposalInstruction> instructions_waiting(int size);

    void set_handover(const ReceiverBundle& handover);
    std::optional<ReceiverBundle> handover(long long proposal);

private:
    Database& database_;
};

}  // namespace casekeeper

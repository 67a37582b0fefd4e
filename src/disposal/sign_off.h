// SPDX-License-Identifier: MIT
//
// What people do with proposals: approve, put off, answer; record that the person was told, that a receiver
// has its bundle, that a source system has destroyed its copy. Each is one unit of work with its line in the
// register, and asks the store anew: nobody signs for what is gone, held, changed, or their own.
#pragma once

#include <optional>
#include <string>

#include "custody/present_decision.h"
#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "policy/roles.h"
#include "policy/settings.h"
#include "store/disposal_store.h"

namespace casekeeper {

class SignOff {
public:
    // InputError where no such proposal or certificate is there; Refused (77) where it may not be; both leave
    // everything as it was.
    SignOff(Database& database, const ScheduleInForce& in_force, const DisposalSettings& settings,
            const Actor& actor, const SignedAct& act);

    // The proposal as it stands afterwards.
    Proposal approve(long long proposal);
    // Not before a later day; approvals given are void.
    Proposal defer(long long proposal, Date until, const std::string& reason);
    // The answer to a question: kept until a later day, or destroyed. The latter is an approval too.
    Proposal keep(long long proposal, Date until, const std::string& reason);
    Proposal destroy(long long proposal, const std::string& reason);

    // The person was told, on a day not in the future; or, for a lawful reason, is not to be.
    void record_notice_sent(long long proposal, Date sent_on);
    void waive_notice(long long proposal, const std::string& reason);
    // The receiver of an archived or transferred record has it.
    void record_receipt(long long proposal);
    // A source system has destroyed its copy.
    void confirm_instruction(long long certificate);

private:
    Proposal open_proposal(long long number);
    void require_answer_wanted(const Proposal& proposal) const;
    PresentDecisions::Decided decided_now(const Proposal& proposal);
    void require_as_proposed(const Proposal& proposal);
    const Rule* rule_of(const Proposal& proposal) const;
    bool was_told(const Proposal& proposal);
    std::optional<Date> end_of_wait(const Proposal& proposal);
    void add_approval(Proposal& proposal);
    DestructionNotice notice_of(const Proposal& proposal);
    void write_line(const char* kind, long long proposal, const std::string& answer = "");

    Database& database_;
    const ScheduleInForce& in_force_;
    const DisposalSettings& settings_;
    const Actor& actor_;
    const SignedAct& act_;
    const std::string today_;
    DisposalStore proposals_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/sign_off.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/covered_record.h"
#include "custody/gate_refusal.h"
#include "disposal/notices.h"
#include "disposal/proposal_moves.h"
#include "disposal/second_person.h"
#include "store/decision_store.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

std::string named(long long proposal) {
    return "proposal " + std::to_string(proposal);
}

void require_reason(const std::string& reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw UsageError("a reason is needed", "--reason TEXT: why, in a sentence");
}

void require_later(Date until, Date day, const char* option) {
    if (until <= day)
        throw InputError(std::string("--") + option + " " + to_text(until) + " is not after " + to_text(day),
                         "name a later day");
}

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

}  // namespace

SignOff::SignOff(Database& database, const ScheduleInForce& in_force, const DisposalSettings& settings,
                 const Actor& actor, const SignedAct& act)
    : database_(database),
      in_force_(in_force),
      settings_(settings),
      actor_(actor),
      act_(act),
      today_(to_text(act.day)),
      proposals_(database) {}

Proposal SignOff::open_proposal(long long number) {
    const std::optional<Proposal> proposal = proposals_.find(number);
    if (!proposal)
        throw InputError("there is no proposal " + std::to_string(number),
                         "casekeeper disposal list shows which there are");
    if (!is_open(*proposal))
        throw Refused(named(number) + " " + standing(*proposal),
                      "casekeeper disposal list shows which are open");
    return *proposal;
}

void SignOff::require_answer_wanted(const Proposal& proposal) const {
    if (!is_question(proposal))
        throw Refused(named(proposal.number) + " is no question: its rule says " + proposal.action,
                      "casekeeper disposal approve " + std::to_string(proposal.number) + ", or defer it");
}

PresentDecisions::Decided SignOff::decided_now(const Proposal& proposal) {
    try {
        return PresentDecisions(database_, in_force_).decide(proposal.person, act_.day);
    } catch (const std::invalid_argument&) {
        throw InputError("what is stored of the person of " + named(proposal.number) + " cannot be read",
                         "casekeeper explain " + proposal.involvement + " says where; load the record again");
    }
}

// Everything the gate will ask that can be known today: the record is there, due by today's facts, not held,
// and as it was proposed.
void SignOff::require_as_proposed(const Proposal& proposal) {
    if (proposal.rule.empty())
        throw Refused(named(proposal.number) + " rests on no rule: nothing says that the record may go",
                      "casekeeper explain " + proposal.involvement + " says what is missing");
    const PresentDecisions::Decided decided = decided_now(proposal);
    GateQuestion question;
    question.proposal = proposal;
    question.proposal->state = to_text(ProposalState::approved);
    question.proposal->executes_on = today_;
    question.proposal->deferred_until.reset();
    if (is_question(proposal)) question.proposal->answer = "destroy";
    question.approvals.assign(10, {"", "", today_, "9999-12-31"});
    question.decision = decided.on(proposal.involvement);
    question.schedule = &in_force_.schedule;
    question.schedule_number = in_force_.adopted.number;
    question.fingerprint = fingerprint_of(database_, proposal.involvement);
    question.holds_naming = decided.holds_naming(proposal.involvement, act_.day);
    std::vector<std::string> holds;
    const std::string code = refusal(question, act_.day, holds);
    if (code == "held")
        throw Refused(named(proposal.number) + " is held by " + list_of(holds),
                      "casekeeper hold list shows its authority and reason");
    if (code == "gone" || code == "changed" || code == "not-due")
        throw Refused(named(proposal.number) + " is no longer as it was proposed (" + code + ")",
                      "casekeeper nightly withdraws it and proposes what is due now");
}

const Rule* SignOff::rule_of(const Proposal& proposal) const {
    const std::optional<int> found = in_force_.schedule.find(proposal.rule);
    return found ? &in_force_.schedule.rules[static_cast<std::size_t>(*found)] : nullptr;
}

bool SignOff::was_told(const Proposal& proposal) {
    const std::optional<DestructionNotice> notice = proposals_.notice(proposal.involvement);
    return rule_of(proposal) && rule_of(proposal)->notify_before && notice && notice->sent_on;
}

// When the time is over that a person has from the word they were given; as if it were given today where it
// was not yet. An approval outlives that time, else it could never be carried out.
std::optional<Date> SignOff::end_of_wait(const Proposal& proposal) {
    const Rule* rule = rule_of(proposal);
    if (!rule || !rule->notify_before) return std::nullopt;
    const std::optional<DestructionNotice> notice = proposals_.notice(proposal.involvement);
    if (notice && notice->waived_on) return std::nullopt;
    const std::optional<Date> sent = notice && notice->sent_on ? parse_date(*notice->sent_on) : std::nullopt;
    return add(sent.value_or(act_.day), *rule->notify_before, Rounding::never_early);
}

void SignOff::add_approval(Proposal& proposal) {
    const std::string self = act_.actor;
    const std::vector<Approval> before = proposals_.approvals(proposal.number);
    if (std::any_of(before.begin(), before.end(), [&](const Approval& one) {
            return one.by == self && one.on <= today_ && today_ < one.lapses_on;
        }))
        throw Refused(self + " has approved " + named(proposal.number) + " already",
                      "another approval is another person's");
    const std::optional<Date> told = end_of_wait(proposal);
    const Date lapses_on = add(std::max(act_.day, told.value_or(act_.day)),
                               {0, 0, settings_.approvals_lapse_days}, Rounding::never_late);
    proposals_.approve(proposal.number, {self, to_text(Role::reviewer), today_, to_text(lapses_on)});
    if (counting(proposals_.approvals(proposal.number), today_) < proposal.approvals_needed) {
        move(proposal, ProposalEvent::approve);
    } else {
        move(proposal, ProposalEvent::approve_last);
        const Date cooled = add(act_.day, {0, 0, settings_.cooling_off_days}, Rounding::never_early);
        proposal.executes_on = std::max(to_text(cooled), proposal.deferred_until.value_or(""));
        if (was_told(proposal)) proposal.executes_on = std::max(*proposal.executes_on, to_text(*told));
    }
    proposals_.update(proposal);
}

Proposal SignOff::approve(long long number) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    Proposal proposal = open_proposal(number);
    if (!can(proposal, ProposalEvent::approve))
        throw Refused(named(number) + " " + standing(proposal), "casekeeper disposal list");
    if (is_question(proposal) && proposal.answer != "destroy")
        throw Refused(named(number) + " is a question that waits for its answer",
                      "casekeeper disposal decide " + std::to_string(number) +
                          " --keep-until DATE|--destroy --reason TEXT");
    require_as_proposed(proposal);
    if (const auto origin = ReviewStore(database_).provenance(proposal.involvement))
        require_second_person(actor_, *origin, number);
    add_approval(proposal);
    write_line("approved", number);
    work.commit();
    return proposal;
}

Proposal SignOff::defer(long long number, Date until, const std::string& reason) {
    require_reason(reason);
    require_later(until, act_.day, "until");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    Proposal proposal = open_proposal(number);
    move(proposal, ProposalEvent::defer);
    proposals_.withdraw_approvals(number);
    proposal.executes_on.reset();
    proposal.deferred_until = to_text(until);
    proposal.deferred_by = act_.actor;
    proposal.deferral_reason = reason;
    proposals_.update(proposal);
    write_line("deferred", number);
    work.commit();
    return proposal;
}

Proposal SignOff::keep(long long number, Date until, const std::string& reason) {
    require_reason(reason);
    require_later(until, act_.day, "keep-until");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    Proposal proposal = open_proposal(number);
    require_answer_wanted(proposal);
    if (!can(proposal, ProposalEvent::answer_keep))
        throw Refused(named(number) + " was answered already: destroy",
                      "casekeeper disposal defer " + std::to_string(number) +
                          " --until DATE --reason TEXT takes its approvals back");
    move(proposal, ProposalEvent::answer_keep);
    proposal.withdrawn_on = today_;
    proposal.withdrawn_because = "kept";
    proposals_.update(proposal);
    proposals_.keep({proposal.involvement, to_text(until), reason, act_.actor, today_});
    DecisionStore(database_).mark_person(proposal.person);
    ReviewStore(database_).mark(proposal.person);  // the answer may be the same when it is asked again
    write_line("decided", number, "keep");
    work.commit();
    return proposal;
}

Proposal SignOff::destroy(long long number, const std::string& reason) {
    require_reason(reason);
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    Proposal proposal = open_proposal(number);
    require_answer_wanted(proposal);
    if (!can(proposal, ProposalEvent::approve))
        throw Refused(named(number) + " " + standing(proposal), "casekeeper disposal list");
    require_as_proposed(proposal);
    if (const auto origin = ReviewStore(database_).provenance(proposal.involvement))
        require_second_person(actor_, *origin, number);
    proposal.answer = "destroy";
    proposal.answer_reason = reason;
    add_approval(proposal);
    if (const Rule* rule = rule_of(proposal); rule && rule->notify_before)
        owe_notice(proposals_, proposal.involvement, *rule->notify_before, act_.day);
    write_line("decided", number, "destroy");
    work.commit();
    return proposal;
}

DestructionNotice SignOff::notice_of(const Proposal& proposal) {
    const std::optional<DestructionNotice> notice = proposals_.notice(proposal.involvement);
    if (!notice)
        throw Refused(named(proposal.number) + " owes nobody a notice: its rule has no notify_before",
                      "casekeeper disposal list");
    if (notice->sent_on || notice->waived_on)
        throw Refused("the notice of " + named(proposal.number) + " was settled already, on " +
                          (notice->sent_on ? *notice->sent_on : *notice->waived_on),
                      "casekeeper disposal list");
    return *notice;
}

void SignOff::record_notice_sent(long long number, Date sent_on) {
    if (sent_on > act_.day)
        throw InputError("--sent " + to_text(sent_on) + " is in the future",
                         "record it on the day it is sent, or later");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    Proposal proposal = open_proposal(number);
    DestructionNotice notice = notice_of(proposal);
    if (!notice.letter)
        throw Refused("the letter of " + named(number) + " is not written yet",
                      "casekeeper nightly --only disposal-review writes it");
    if (to_text(sent_on) < notice.written_on)
        throw InputError(
            "--sent " + to_text(sent_on) + " is before the letter was written, on " + notice.written_on,
            "name the day on which it was sent");
    notice.sent_on = to_text(sent_on);
    notice.sent_by = act_.actor;
    proposals_.set_notice(notice);
    if (const std::optional<Date> told = end_of_wait(proposal); told && proposal.executes_on) {
        proposal.executes_on = std::max(*proposal.executes_on, to_text(*told));
        proposals_.update(proposal);
    }
    write_line("notice-sent", number);
    work.commit();
}

void SignOff::waive_notice(long long number, const std::string& reason) {
    require_reason(reason);
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    const Proposal proposal = open_proposal(number);
    DestructionNotice notice = notice_of(proposal);
    notice.waived_on = today_;
    notice.waived_by = act_.actor;
    notice.waiver_reason = reason;
    proposals_.set_notice(notice);
    write_line("notice-waived", number);
    work.commit();
}

void SignOff::record_receipt(long long number) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    const Proposal proposal = open_proposal(number);
    std::optional<ReceiverBundle> bundle = proposals_.handover(number);
    if (!bundle || proposal.state != to_text(ProposalState::packed))
        throw Refused(named(number) + " has no bundle that waits for a receipt",
                      "the night packs it when its day has come: casekeeper nightly");
    if (bundle->received_on)
        throw Refused("the receipt of " + named(number) + " was recorded already, on " + *bundle->received_on,
                      "casekeeper nightly ends the record here");
    bundle->received_on = today_;
    bundle->recorded_by = act_.actor;
    proposals_.set_handover(*bundle);
    write_line("receipt", number);
    work.commit();
}

void SignOff::confirm_instruction(long long certificate) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    const std::optional<DisposalInstruction> instruction = proposals_.instruction(certificate);
    if (!instruction && !proposals_.certificate(certificate))
        throw InputError("there is no certificate " + std::to_string(certificate),
                         "casekeeper disposal list --state executed shows their numbers");
    if (!instruction)
        throw InputError("certificate " + std::to_string(certificate) + " came with no disposal instruction",
                         "casekeeper disposal instructions shows which wait");
    if (instruction->confirmed_on)
        throw Refused("the instruction of certificate " + std::to_string(certificate) +
                          " was confirmed already, on " + *instruction->confirmed_on,
                      "casekeeper disposal certificate " + std::to_string(certificate));
    proposals_.confirm_instruction(certificate, today_, act_.actor);
    RegisterStore(database_).append({act_.at, "instruction-confirmed", act_.actor,
                                     JsonObject().number("certificate", certificate).json()});
    work.commit();
}

void SignOff::write_line(const char* kind, long long proposal, const std::string& answer) {
    JsonObject facts;
    facts.number("proposal", proposal);
    if (!answer.empty()) facts.text("answer", answer);
    RegisterStore(database_).append({act_.at, kind, act_.actor, facts.json()});
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/disposal_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int proposal_columns = 22;
constexpr int instruction_columns = 6;

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

Proposal proposal_of(const Row& row) {
    Proposal proposal;
    proposal.number = row.number(0);
    proposal.person = row.text(1);
    proposal.involvement = row.text(2);
    proposal.service = row.text(3);
    proposal.action = row.text(4);
    proposal.rule = row.text(5);
    proposal.retain_until = row.optional_text(6);
    proposal.schedule = row.number(7);
    proposal.fingerprint = row.text(8);
    proposal.state = row.text(9);
    proposal.proposed_on = row.text(10);
    proposal.approvals_needed = static_cast<int>(row.number(11));
    proposal.executes_on = row.optional_text(12);
    proposal.deferred_until = row.optional_text(13);
    proposal.deferred_by = row.optional_text(14);
    proposal.deferral_reason = row.optional_text(15);
    proposal.answer = row.optional_text(16);
    proposal.answer_reason = row.optional_text(17);
    proposal.withdrawn_on = row.optional_text(18);
    proposal.withdrawn_because = row.optional_text(19);
    proposal.executed_at = row.optional_text(20);
    proposal.certificate = row.number(21);
    return proposal;
}

std::optional<Proposal> first_of(Query& query) {
    std::vector<Proposal> proposals = proposals_of(query);
    return proposals.empty() ? std::nullopt : std::optional(std::move(proposals.front()));
}

void set_all(Query& query, const Proposal& proposal) {
    query.set("person", unless_empty(proposal.person))
        .set("involvement", unless_empty(proposal.involvement))
        .set("service", proposal.service)
        .set("action", proposal.action)
        .set("rule", proposal.rule)
        .set("retain_until", proposal.retain_until)
        .set("schedule", proposal.schedule)
        .set("fingerprint", proposal.fingerprint)
        .set("state", proposal.state)
        .set("proposed_on", proposal.proposed_on)
        .set("approvals_needed", proposal.approvals_needed)
        .set("executes_on", proposal.executes_on)
        .set("deferred_until", proposal.deferred_until)
        .set("deferred_by", proposal.deferred_by)
        .set("deferral_reason", proposal.deferral_reason)
        .set("answer", proposal.answer)
        .set("answer_reason", proposal.answer_reason)
        .set("withdrawn_on", proposal.withdrawn_on)
        .set("withdrawn_because", proposal.withdrawn_because)
        .set("executed_at", proposal.executed_at)
        .set("certificate", proposal.certificate);
}

DisposalInstruction instruction_of(const Row& row) {
    return {row.number(0), row.text(1),          row.optional_text(2),
            row.text(3),   row.optional_text(4), row.optional_text(5)};
}

}  // namespace

std::vector<Proposal> proposals_of(Query& query) {
    std::vector<Proposal> proposals;
    query.each(proposal_columns, [&](const Row& row) { proposals.push_back(proposal_of(row)); });
    return proposals;
}

long long DisposalStore::add(const Proposal& proposal) {
    const long long number = database_.query(sql::disposals::next_proposal).number();
    Query& query = database_.query(sql::disposals::insert_proposal);
    query.set("number", number);
    set_all(query, proposal);
    query.run();
    return number;
}

void DisposalStore::skip_numbers(long long proposals) {
    if (proposals > 0) database_.query(sql::disposals::skip_proposals).set("lost", proposals).run();
}

void DisposalStore::update(const Proposal& proposal) {
    Query& query = database_.query(sql::disposals::update_proposal);
    query.set("number", proposal.number);
    set_all(query, proposal);
    query.run();
}

std::optional<Proposal> DisposalStore::find(long long number) {
    return first_of(database_.query(sql::disposals::find_proposal).set("number", number));
}

std::optional<Proposal> DisposalStore::open_of(const std::string& involvement, const std::string& action) {
    return first_of(
        database_.query(sql::disposals::open_proposal).set("involvement", involvement).set("action", action));
}

std::vector<Proposal> DisposalStore::of_involvement(const std::string& involvement) {
    return proposals_of(
        database_.query(sql::disposals::proposals_of_involvement).set("involvement", involvement));
}

std::vector<Proposal> DisposalStore::page(long long after, int size, const std::string& state) {
    Query& query = database_.query(state.empty() ? sql::disposals::page_of_proposals
                                                 : sql::disposals::page_of_proposals_in_state);
    query.set("after", after).set("size", size);
    if (!state.empty()) query.set("state", state);
    return proposals_of(query);
}

std::vector<Proposal> DisposalStore::ready(const std::string& day, const std::string& after_person,
                                           int people) {
    return proposals_of(database_.query(sql::disposals::ready_proposals)
                            .set("day", day)
                            .set("after", after_person)
                            .set("size", people));
}

void DisposalStore::forget(const std::string& involvement) {
    database_.query(sql::disposals::forget_record).set("involvement", involvement).run();
}

std::vector<Approval> DisposalStore::approvals(long long proposal) {
    std::vector<Approval> approvals;
    database_.query(sql::disposals::approvals_of_proposal)
        .set("proposal", proposal)
        .each(4, [&](const Row& row) {
            approvals.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
        });
    return approvals;
}

void DisposalStore::approve(long long proposal, const Approval& approval) {
    database_.query(sql::disposals::insert_approval)
        .set("proposal", proposal)
        .set("approved_by", approval.by)
        .set("role", approval.role)
        .set("approved_on", approval.on)
        .set("lapses_on", approval.lapses_on)
        .run();
}

void DisposalStore::withdraw_approvals(long long proposal) {
    database_.query(sql::disposals::withdraw_approvals).set("proposal", proposal).run();
}

void DisposalStore::keep(const KeptByDecision& kept) {
    database_.query(sql::disposals::keep_involvement_until)
        .set("id", kept.involvement)
        .set("keep_until", kept.keep_until)
        .run();
    database_.query(sql::disposals::keep_by_decision)
        .set("involvement", kept.involvement)
        .set("keep_until", kept.keep_until)
        .set("reason", kept.reason)
        .set("decided_by", kept.decided_by)
        .set("decided_on", kept.decided_on)
        .run();
}

std::optional<KeptByDecision> DisposalStore::kept(const std::string& involvement) {
    std::optional<KeptByDecision> kept;
    database_.query(sql::disposals::kept_by_decision)
        .set("involvement", involvement)
        .each(4, [&](const Row& row) {
            kept = KeptByDecision{involvement, row.text(0), row.text(1), row.text(2), row.text(3)};
        });
    return kept;
}

void DisposalStore::set_notice(const DestructionNotice& notice) {
    database_.query(sql::disposals::set_notice)
        .set("involvement", notice.involvement)
        .set("written_on", notice.written_on)
        .set("letter", notice.letter)
        .set("sent_on", notice.sent_on)
        .set("sent_by", notice.sent_by)
        .set("waived_on", notice.waived_on)
        .set("waived_by", notice.waived_by)
        .set("waiver_reason", notice.waiver_reason)
        .run();
}

std::optional<DestructionNotice> DisposalStore::notice(const std::string& involvement) {
    std::optional<DestructionNotice> notice;
    database_.query(sql::disposals::notice_of_involvement)
        .set("involvement", involvement)
        .each(7, [&](const Row& row) {
            notice = DestructionNotice{involvement,          row.text(0),          row.optional_text(1),
                                       row.optional_text(2), row.optional_text(3), row.optional_text(4),
                                       row.optional_text(5), row.optional_text(6)};
        });
    return notice;
}

void DisposalStore::add_done(const std::string& involvement, const std::string& action,
                             const std::string& rule, const std::string& on, long long certificate) {
    database_.query(sql::disposals::add_done)
        .set("involvement", involvement)
        .set("action", action)
        .set("rule", rule)
        .set("done_on", on)
        .set("certificate", certificate)
        .run();
}

std::optional<DisposalStore::DoneOnTheWay> DisposalStore::done(const std::string& involvement,
                                                               const std::string& action,
                                                               const std::string& rule,
                                                               const std::string& since) {
    std::optional<DoneOnTheWay> done;
    database_.query(sql::disposals::done_on_the_way)
        .set("involvement", involvement)
        .set("action", action)
        .set("rule", rule)
        .each(2, [&](const Row& row) {
            done = DoneOnTheWay{row.text(0), row.number(1)};
        });
    if (done && done->on < since) return std::nullopt;
    return done;
}

void DisposalStore::add_certificate(long long number, const std::string& at, const std::string& json) {
    database_.query(sql::disposals::insert_certificate)
        .set("number", number)
        .set("issued_at", at)
        .set("certificate", json)
        .run();
}

std::optional<std::string> DisposalStore::certificate(long long number) {
    return database_.query(sql::disposals::certificate).set("number", number).value();
}

std::vector<std::string> DisposalStore::latest_certificates(const std::string& since, int size) {
    std::vector<std::string> certificates;
    database_.query(sql::disposals::latest_certificates)
        .set("since", since)
        .set("size", size)
        .each(1, [&](const Row& row) { certificates.push_back(row.text(0)); });
    return certificates;
}

long long DisposalStore::number_of_certificates(const std::string& since) {
    return database_.query(sql::disposals::number_of_certificates).set("since", since).number();
}

void DisposalStore::add_instruction(const DisposalInstruction& instruction) {
    database_.query(sql::disposals::insert_instruction)
        .set("certificate", instruction.certificate)
        .set("system", instruction.system)
        .set("reference", instruction.reference)
        .set("written_on", instruction.written_on)
        .set("confirmed_on", instruction.confirmed_on)
        .set("confirmed_by", instruction.confirmed_by)
        .run();
}

void DisposalStore::confirm_instruction(long long certificate, const std::string& on, const std::string& by) {
    database_.query(sql::disposals::confirm_instruction)
        .set("certificate", certificate)
        .set("confirmed_on", on)
        .set("confirmed_by", by)
        .run();
}

std::optional<DisposalInstruction> DisposalStore::instruction(long long certificate) {
    std::optional<DisposalInstruction> instruction;
    database_.query(sql::disposals::instruction_of_certificate)
        .set("certificate", certificate)
        .each(instruction_columns, [&](const Row& row) { instruction = instruction_of(row); });
    return instruction;
}

std::vector<DisposalInstruction> DisposalStore::instructions_waiting(int size) {
    std::vector<DisposalInstruction> waiting;
    database_.query(sql::disposals::instructions_waiting)
        .set("size", size)
        .each(instruction_columns, [&](const Row& row) { waiting.push_back(instruction_of(row)); });
    return waiting;
}

void DisposalStore::set_handover(const ReceiverBundle& handover) {
    database_.query(sql::disposals::set_handover)
        .set("proposal", handover.proposal)
        .set("receiver", handover.receiver)
        .set("folder", handover.folder)
        .set("manifest", handover.manifest)
        .set("packed_on", handover.packed_on)
        .set("received_on", handover.received_on)
        .set("recorded_by", handover.recorded_by)
        .run();
}

std::optional<ReceiverBundle> DisposalStore::handover(long long proposal) {
    std::optional<ReceiverBundle> handover;
    database_.query(sql::disposals::handover_of_proposal)
        .set("proposal", proposal)
        .each(6, [&](const Row& row) {
            handover = ReceiverBundle{proposal,    row.text(0),          row.text(1),         row.text(2),
                                      row.text(3), row.optional_text(4), row.optional_text(5)};
        });
    return handover;
}

}  // namespace casekeeper

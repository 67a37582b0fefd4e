// SPDX-License-Identifier: MIT
#include "disposal/disposal_list.h"

#include <algorithm>

#include "base/json_text.h"
#include "disposal/proposal_moves.h"
#include "policy/disposition_workflow.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

constexpr int rows_a_page = 500;

std::vector<Proposal> page_after(Database& database, long long after, const std::string& state) {
    if (state.empty()) return ReviewStore(database).standing(after, rows_a_page);
    return DisposalStore(database).page(after, rows_a_page, state);
}

bool has_word(Database& database, const ScheduleInForce& in_force, const Proposal& proposal, Date day) {
    const std::optional<int> found = in_force.schedule.find(proposal.rule);
    if (!found) return true;
    const Rule& rule = in_force.schedule.rules[static_cast<std::size_t>(*found)];
    if (!rule.notify_before) return true;
    const auto notice = DisposalStore(database).notice(proposal.involvement);
    if (!notice) return false;
    if (notice->waived_on) return true;
    const std::optional<Date> sent = notice->sent_on ? parse_date(*notice->sent_on) : std::nullopt;
    return sent && add(*sent, *rule.notify_before, Rounding::never_early) <= day;
}

std::string why_not_yet(Database& database, const ScheduleInForce& in_force, const Proposal& proposal,
                        Date day, bool enabled) {
    const std::string today = to_text(day);
    if (proposal.deferred_until && today < *proposal.deferred_until) return "deferred";
    if (is_question(proposal) && proposal.answer != "destroy") return "waiting-answer";
    if (proposal.state == to_text(ProposalState::proposed)) return "waiting-approval";
    if (!has_word(database, in_force, proposal, day)) return "notice-owed";
    if (proposal.executes_on && today < *proposal.executes_on) return "cooling-off";
    const bool is_packed = proposal.state == to_text(ProposalState::packed);
    const std::optional<ReceiverBundle> bundle =
        is_packed ? DisposalStore(database).handover(proposal.number) : std::nullopt;
    if (is_packed && !(bundle && bundle->received_on)) return "waiting-receipt";
    return enabled ? "next-night" : "switched-off";
}

}  // namespace

void list_proposals(Database& database, const std::string& state,
                    const std::function<void(const ListedProposal&)>& take) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    DisposalStore proposals(database);
    for (auto page = page_after(database, 0, state); !page.empty();
         page = page_after(database, page.back().number, state))
        for (const Proposal& proposal : page) take({proposal, proposals.approvals(proposal.number)});
}

std::string to_json(const ListedProposal& listed) {
    const Proposal& proposal = listed.proposal;
    std::vector<std::string> approvals;
    for (const Approval& approval : listed.approvals)
        approvals.push_back(JsonObject().text("by", approval.by).text("on", approval.on).json());
    const auto or_null = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    JsonObject json;
    json.number("proposal", proposal.number)
        .text_or_null("involvement", or_null(proposal.involvement))
        .text("service", proposal.service)
        .text("state", proposal.state)
        .text("action", proposal.action)
        .text_or_null("rule", or_null(proposal.rule))
        .text_or_null("retain_until", proposal.retain_until)
        .text("proposed_on", proposal.proposed_on)
        .number("approvals_needed", proposal.approvals_needed)
        .raw("approvals", json_list_of(approvals))
        .text_or_null("executes_on", proposal.executes_on)
        .text_or_null("deferred_until", proposal.deferred_until)
        .text_or_null("answer", proposal.answer)
        .text_or_null("withdrawn_on", proposal.withdrawn_on)
        .text_or_null("withdrawn_because", proposal.withdrawn_because)
        .text_or_null("executed_at", proposal.executed_at);
    if (proposal.certificate > 0)
        json.number("certificate", proposal.certificate);
    else
        json.null("certificate");
    return json.json();
}

bool is_at_its_end(const StoredDecision& decision) {
    return !decision.involvement.empty() &&
           (decision.outcome == "due" || decision.outcome == "review" || decision.outcome == "held");
}

Undestroyed undestroyed(Database& database, const ScheduleInForce& in_force, StoredDecision decision,
                        Date day, bool enabled) {
    Undestroyed one{std::move(decision), std::nullopt, ""};
    for (Proposal& proposal : DisposalStore(database).of_involvement(one.decision.involvement))
        if (is_open(proposal) && proposal.action != "minimise" && proposal.action != "transfer")
            one.proposal = std::move(proposal);
    one.reason = one.decision.outcome == "held" ? "held"
                 : !one.proposal                ? "not-proposed"
                                 : why_not_yet(database, in_force, *one.proposal, day, enabled);
    return one;
}

std::string to_json(const Undestroyed& undestroyed) {
    const StoredDecision& decision = undestroyed.decision;
    JsonObject json;
    json.text("involvement", decision.involvement)
        .text("service", decision.service)
        .text("outcome", decision.outcome)
        .text_or_null("rule", decision.rule)
        .text_or_null("retain_until", decision.retain_until)
        .text("reason", undestroyed.reason);
    if (undestroyed.proposal)
        json.number("proposal", undestroyed.proposal->number);
    else
        json.null("proposal");
    if (undestroyed.reason == "deferred") json.text_or_null("until", undestroyed.proposal->deferred_until);
    return json.raw("holds", decision.holds.value_or("[]")).json();
}

std::string reason_in_words(const Undestroyed& undestroyed) {
    const std::string& code = undestroyed.reason;
    static const std::map<std::string, std::string> words = {
        {"held", "a hold or an open request keeps it"},
        {"not-proposed", "is proposed by the next night, or once the new schedule has cooled off"},
        {"waiting-answer", "waits for a person's answer"},
        {"waiting-approval", "waits for approval"},
        {"deferred", "was put off"},
        {"notice-owed", "its person has not been told long enough ago"},
        {"cooling-off", "approved; the days between approval and end run"},
        {"waiting-receipt", "packed; waits for its receiver's receipt"},
        {"next-night", "goes in the next night"},
        {"switched-off", "destruction is switched off"}};
    const auto found = words.find(code);
    std::string text = found == words.end() ? code : found->second;
    if (code == "deferred") text += " until " + *undestroyed.proposal->deferred_until;
    return text;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "custody/gate_refusal.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr Period word_stands_for{1, 0, 0};

bool is_review(const Proposal& proposal) {
    return proposal.action == "review" || proposal.action == "decide";
}

bool needs_receipt(const Proposal& proposal) {
    return proposal.action == "archive" || proposal.action == "transfer";
}

const Rule* rule_of(const GateQuestion& question) {
    const std::optional<int> found = question.schedule->find(question.proposal->rule);
    return found ? &question.schedule->rules[static_cast<std::size_t>(*found)] : nullptr;
}

bool is_open(const Proposal& proposal) {
    return proposal.state == "proposed" || proposal.state == "approved" || proposal.state == "packed";
}

std::string wrong_with_approvals(const GateQuestion& question, const Rule* rule, Date day) {
    const Proposal& proposal = *question.proposal;
    if (proposal.state == "proposed") return "not-approved";
    if (is_review(proposal) && proposal.answer != "destroy") return "not-approved";
    const int needed = std::max(proposal.approvals_needed, rule ? rule->approvals : 1);
    const std::string today = to_text(day);
    int given = 0;
    int counting = 0;
    for (const Approval& approval : question.approvals) {
        if (approval.on > today) continue;  // the clock went backwards: it has not been given yet
        ++given;
        if (today < approval.lapses_on) ++counting;
    }
    if (counting >= needed) return "";
    return given >= needed ? "lapsed" : "not-approved";
}

std::string too_early(const Proposal& proposal, Date day) {
    const std::string today = to_text(day);
    if (proposal.deferred_until && today < *proposal.deferred_until) return "deferred";
    if (!proposal.executes_on || today < *proposal.executes_on) return "cooling-off";
    return "";
}

// The day of an action on the way, as it is decided now.
std::optional<Date> day_on_the_way(const Proposal& proposal, const Decision& decision) {
    return proposal.action == "minimise" ? decision.minimise_on : decision.transfer_on;
}

std::string not_on_its_way(const GateQuestion& question, const Rule& rule, Date day) {
    const std::optional<Date> on = day_on_the_way(*question.proposal, *question.decision);
    if (!on || question.done_before) return "not-due";
    if (to_text(*on) != question.proposal->retain_until) return "changed";
    return *on < day || (rule.is_ceiling() && *on == day) ? "" : "not-due";
}

std::string not_at_its_end(const GateQuestion& question) {
    const Proposal& proposal = *question.proposal;
    const Decision& decision = *question.decision;
    const bool is_due = decision.outcome == Outcome::due;
    if (!is_due && !(is_review(proposal) && decision.outcome == Outcome::review)) return "not-due";
    const Rule& rule = question.schedule->rules[static_cast<std::size_t>(decision.rule)];
    const std::optional<std::string> until =
        decision.retain_until ? std::optional(to_text(*decision.retain_until)) : std::nullopt;
    if (rule.id != proposal.rule || until != proposal.retain_until) return "changed";
    if (!is_review(proposal) && to_text(rule.action) != proposal.action) return "changed";
    return "";
}

bool notice_is_owed(const GateQuestion& question, const Rule& rule, Date day) {
    if (!rule.notify_before) return false;
    if (!question.notice || !word_stands(*question.notice, *rule.notify_before, day)) return true;
    if (question.notice->waived_on && *question.notice->waived_on <= to_text(day)) return false;
    if (!question.notice->sent_on) return true;
    const std::optional<Date> sent = parse_date(*question.notice->sent_on);
    return !sent || day < add(*sent, *rule.notify_before, Rounding::never_early);
}

}  // namespace

bool word_stands(const DestructionNotice& notice, const Period& wait, Date day) {
    const std::optional<std::string>& word = notice.waived_on ? notice.waived_on : notice.sent_on;
    const std::optional<Date> given = word ? parse_date(*word) : std::nullopt;
    if (!given) return false;
    const Date waited = add(*given, wait, Rounding::never_late);
    return day < add(waited, word_stands_for, Rounding::never_late);
}

bool is_on_the_way(const Proposal& proposal) {
    return proposal.action == "minimise" || proposal.action == "transfer";
}

std::string refusal(const GateQuestion& question, Date day, std::vector<std::string>& holds) {
    if (!question.proposal || !is_open(*question.proposal) || question.fingerprint.empty() ||
        !question.decision)
        return "gone";
    const Proposal& proposal = *question.proposal;
    const Rule* rule = rule_of(question);
    if (std::string why = wrong_with_approvals(question, rule, day); !why.empty()) return why;
    if (std::string why = too_early(proposal, day); !why.empty()) return why;
    holds = question.decision->holds;
    holds.insert(holds.end(), question.holds_naming.begin(), question.holds_naming.end());
    std::sort(holds.begin(), holds.end());
    holds.erase(std::unique(holds.begin(), holds.end()), holds.end());
    if (!holds.empty()) return "held";
    if (!rule || proposal.schedule != question.schedule_number ||
        proposal.fingerprint != question.fingerprint)
        return "changed";
    std::string not_now =
        is_on_the_way(proposal) ? not_on_its_way(question, *rule, day) : not_at_its_end(question);
    if (!not_now.empty()) return not_now;
    if (notice_is_owed(question, *rule, day)) return "notice-owed";
    if (needs_receipt(proposal) &&
        (proposal.state != "packed" || !question.handover || !question.handover->received_on))
        return "not-received";
    return "";
}

}  // namespace casekeeper

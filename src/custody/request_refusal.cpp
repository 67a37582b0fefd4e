// SPDX-License-Identifier: MIT
#include "custody/request_refusal.h"

#include <algorithm>

#include "base/json_read.h"
#include "policy/deletion_workflow.h"

namespace casekeeper {
namespace {

// Events after which nothing that was said before stands.
bool begins_anew(const std::string& event) {
    return event == to_text(DeletionEvent::assess) || event == to_text(DeletionEvent::reassess) ||
           event == to_text(DeletionEvent::reopen) || event == to_text(DeletionEvent::doubt);
}

bool is_a_decision_to_delete(const CaseEvent& event) {
    return (event.event == to_text(DeletionEvent::grant) ||
            event.event == to_text(DeletionEvent::grant_part)) &&
           json_text_at(event.facts, "role") == to_text(Role::dpo);
}

bool waits_for_the_gate(const DeletionCase& one) {
    return one.state == to_text(DeletionState::granted) ||
           one.state == to_text(DeletionState::partly_refused) ||
           one.state == to_text(DeletionState::waiting);
}

bool every_part_is_decided(const std::vector<DeletionItem>& items) {
    return std::all_of(items.begin(), items.end(),
                       [](const DeletionItem& item) { return item.decision && item.decided_by; }) &&
           std::any_of(items.begin(), items.end(), is_to_be_deleted);
}

// Subject to a statutory service by today's facts?
bool anything_statutory(const RequestQuestion& question) {
    for (const DeletionItem& decided : question.items)
        for (const DeletionItem& now : question.fresh->items)
            if (is_to_be_deleted(decided) && now.item == decided.item &&
                now.verdict == to_text(DeletionVerdict::statutory))
                return true;
    return false;
}

std::vector<std::string> holds_on(const RequestQuestion& question, Date day) {
    std::vector<std::string> holds;
    for (const DeletionItem& item : question.items) {
        if (!is_to_be_deleted(item)) continue;
        if (const Decision* decision = question.fresh->decided.on(item.involvement))
            holds.insert(holds.end(), decision->holds.begin(), decision->holds.end());
        const std::vector<std::string> naming = question.fresh->decided.holds_naming(item.involvement, day);
        holds.insert(holds.end(), naming.begin(), naming.end());
    }
    std::sort(holds.begin(), holds.end());
    holds.erase(std::unique(holds.begin(), holds.end()), holds.end());
    return holds;
}

}  // namespace

bool is_to_wait(const std::string& code) {
    for (const char* one : {"cooling-off", "held", "access-first", "request-first", "switched-off"})
        if (code == one) return true;
    return false;
}

bool is_to_be_deleted(const DeletionItem& item) {
    return item.decision == "delete";
}

bool is_granted_whole(const std::vector<DeletionItem>& items) {
    return !items.empty() && std::all_of(items.begin(), items.end(), is_to_be_deleted);
}

RequestStanding standing_of(const std::vector<CaseEvent>& events) {
    RequestStanding standing;
    for (const CaseEvent& event : events) {
        if (begins_anew(event.event)) standing = {};
        if (event.event == to_text(DeletionEvent::warn)) standing = {&event, nullptr, nullptr};
        if (event.event == to_text(DeletionEvent::confirm) && standing.warned) {
            standing.confirmed = &event;
            standing.decided = nullptr;
        }
        if (is_a_decision_to_delete(event) && standing.confirmed) standing.decided = &event;
    }
    return standing;
}

std::string request_refusal(const RequestQuestion& question, Date day, std::vector<std::string>& holds) {
    if (!question.one || !question.one->has_request || !question.fresh) return "gone";
    const DeletionCase& one = *question.one;
    if (one.asks_for != to_text(RequestRight::erasure) || !waits_for_the_gate(one) ||
        !every_part_is_decided(question.items))
        return "not-decided";
    if (!question.is_entitled) return "not-entitled";
    const RequestStanding standing = standing_of(question.events);
    if (!standing.warned || json_text_at(standing.warned->facts, "assessment") != one.assessment)
        return "not-warned";
    if (!standing.confirmed) return "not-confirmed";
    if (!standing.decided) return "not-decided";
    if (anything_statutory(question)) return "statutory";
    if (question.fresh->digest != one.assessment) return "changed";
    if (question.fresh->open_access_request) return "access-first";
    if (question.others_open) return "request-first";
    holds = holds_on(question, day);
    if (!holds.empty()) return "held";
    const std::optional<Date> decided_on = parse_date(standing.decided->on);
    if (!decided_on || day < add(*decided_on, {0, 0, question.cooling_off_days}, Rounding::never_early))
        return "cooling-off";
    return "";
}

}  // namespace casekeeper

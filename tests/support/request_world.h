// SPDX-License-Identifier: MIT
//
// A store in which people ask for deletion, the casework they go through, and the gate. Wren is a practitioner,
// Dana the data protection officer; everything happens on `today` unless a test says otherwise. Quill was born
// in 2001 and was in a youth club by consent (C1, entries E1 and E2, closed in 2025) and, unless left out, a
// child in need (N1, whose record the trust keeps by its own period).
#pragma once

#include <string>
#include <vector>

#include "disposal/deletion_casework.h"
#include "disposal/request_answer.h"
#include "disposal/request_intake.h"
#include "disposal/requests_night.h"
#include "disposal/rights_casework.h"
#include "support/gate_world.h"

namespace casekeeper::test {

class RequestWorld : public GateWorld {
protected:
    using Texts = std::vector<std::string>;

    static Texts quill(bool in_need = false) {
        Texts lines = {person("Quill", R"(,"date_of_birth":"2001-02-03")"),
                       involvement("C1", "Quill",
                                   R"(,"service":"youth-club","opened":"2017-01-01","closed":"2025-01-01")"),
                       entry("E1", "C1", R"(,"occurred_at":"2018-01-01","account":"played chess")"),
                       entry("E2", "C1", R"(,"occurred_at":"2019-01-01","account":"a trip to the lake")")};
        if (in_need) lines.push_back(involvement("N1", "Quill", R"(,"closed":"2024-01-01")"));
        return lines;
    }

    const Actor wren{"wren", "wren", {Role::practitioner}, ""};
    const Actor dana{"dana", "dana", {Role::dpo}, ""};
    RequestSettings settings;

    // Does something under a name: what it is given is an Actor and a SignedAct.
    template <typename Act>
    auto as(const Actor& actor, const Act& act, Date on = today) {
        const SignedAct signed_act{actor.name, to_text(on) + "T10:00:00Z", on, registered().pseudonyms()};
        return act(actor, signed_act);
    }
    template <typename Work>
    auto casework(const Actor& actor, const Work& work, Date on = today) {
        return as(
            actor,
            [&](const Actor& who, const SignedAct& act) {
                const ScheduleInForce in_force = schedule_in_force(database());
                DeletionCasework casework(database(), in_force, settings, who, act);
                return work(casework);
            },
            on);
    }
    std::string open(const std::string& of = "Quill", const Texts& scope = {},
                     RequestRight right = RequestRight::erasure, const std::string& statement = "") {
        return as(wren, [&](const Actor& who, const SignedAct& act) {
            RequestOrder order;
            order.right = right;
            order.person = of;
            order.received_at = "2026-11-20";
            order.scope = scope;
            order.statement = statement;
            return RequestIntake(database(), who, act, right).open(order).request;
        });
    }
    Standing known(const std::string& request, RequestRight right = RequestRight::erasure) {
        return as(wren, [&](const Actor& who, const SignedAct& act) {
            IdentityFinding finding;
            finding.known = true;
            return RequestIntake(database(), who, act, right).identify(request, finding);
        });
    }
    std::vector<DeletionItem> assess(const std::string& request,
                                     const std::vector<DeletionMark>& marks = {}) {
        return casework(wren, [&](DeletionCasework& work) { return work.assess(request, marks); });
    }
    void warn(const std::string& request, Date on = today) {
        casework(wren, [&](DeletionCasework& work) {
            work.warn(request, {on, "face-to-face", "her aunt", "well", "I want it gone", ""});
        });
    }
    void confirm(const std::string& request) {
        casework(wren, [&](DeletionCasework& work) { work.confirm(request, today, "yes"); });
    }
    DeletionCase decide(const std::string& request, const Texts& to_delete, const Texts& to_keep = {}) {
        return casework(dana, [&](DeletionCasework& work) {
            ItemDecision decision;
            decision.to_delete = to_delete;
            decision.to_keep = to_keep;
            decision.reason = "as asked";
            return work.decide(request, decision);
        });
    }
    DeletionCase refuse(const std::string& request) {
        return casework(dana, [&](DeletionCasework& work) {
            ItemDecision decision;
            decision.refuse = true;
            decision.reason = "it is needed";
            return work.decide(request, decision);
        });
    }
    // From receipt to the person's own yes.
    std::string confirmed(const Texts& scope = {}) {
        const std::string request = open("Quill", scope);
        known(request);
        assess(request);
        warn(request);
        confirm(request);
        return request;
    }
    std::string state(const std::string& request) { return DeletionStore(database()).find(request)->state; }
    // "done", or the code of the refusal with the holds it names.
    std::string carry_out(const std::string& request, Date on, bool dry_run = false) {
        const RequestAnswer answer = execute(request, on, dry_run);
        if (answer.done) return "done";
        std::string text = answer.refused_because;
        for (const std::string& hold : answer.holds) text += " " + hold;
        return text;
    }
    RequestAnswer execute(const std::string& request, Date on, bool dry_run = false) {
        Gate& the_gate = gate();
        const ScheduleInForce in_force = schedule_in_force(database());
        DeletionAssessor assessor(database(), in_force, settings.abuse_words);
        RequestExecution execution;
        execution.request = request;
        execution.day = on;
        execution.at = to_text(on) + "T03:00:00Z";
        execution.actor = "night";
        execution.cooling_off_days = settings.cooling_off_days;
        execution.dry_run = dry_run;
        return the_gate.execute_request(execution, assessor);
    }
    RequestsRefreshed refresh(Date on = today) {
        const ScheduleInForce in_force = schedule_in_force(database());
        RequestsRefresh order;
        order.day = on;
        order.at = to_text(on) + "T03:00:00Z";
        order.actor = "night";
        return refresh_requests(database(), in_force, settings, registered().pseudonyms(), order);
    }
    // Ids of what is there: "C1 E1 E2".
    std::string there() const {
        std::string ids;
        for (const std::string& id :
             sql("select id from (select id from involvement union all select id from entry "
                 "union all select id from document) as all_of_them order by id"))
            ids += (ids.empty() ? "" : " ") + id;
        return ids;
    }
    static std::string verdicts(const std::vector<DeletionItem>& items) {
        std::string text;
        for (const DeletionItem& item : items)
            text += (text.empty() ? "" : ", ") + item.item + " " + item.verdict;
        return text;
    }
};

inline constexpr Date cooled_off{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "custody/request_findings.h"

#include "base/errors.h"
#include "base/json_read.h"
#include "policy/request_clock.h"

namespace casekeeper {

void require_text(const std::string& text, const std::string& what, const std::string& option) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) throw UsageError(what + " is needed", option);
}

void require_day(Date on, Date today, Date not_before, const char* option, const char* since) {
    if (on > today)
        throw InputError(std::string(option) + " " + to_text(on) + " is in the future",
                         "record it on the day it happens, or later");
    if (on < not_before)
        throw InputError(
            std::string(option) + " " + to_text(on) + " is before " + since + ", on " + to_text(not_before),
            "name the day on which it was");
}

namespace {

void require_one_meaning(const IdentityFinding& finding) {
    const bool settles = finding.known || finding.asked_on || finding.received_on ||
                         !finding.evidence.empty() || !finding.authority.empty();
    if (!settles && finding.doubt.empty())
        throw UsageError("it is not said how the identity was settled",
                         "--known where nobody needed to ask, --asked DATE, --received DATE, --evidence TEXT "
                         "or --authority TEXT; --doubt TEXT where it is open again");
    if (settles && !finding.doubt.empty())
        throw UsageError("--doubt says that it is open who asks, and the rest how it was settled",
                         "--doubt TEXT first, by itself");
    if (!finding.doubt.empty()) require_text(finding.doubt, "a reason", "--doubt TEXT: why, in a sentence");
    if (!finding.evidence.empty())
        require_text(finding.evidence, "what was seen", "--evidence TEXT: what shows who asks");
    if (!finding.authority.empty())
        require_text(finding.authority, "what was seen",
                     "--authority TEXT: what shows that they may ask for another");
    // Papers that show authority do not show that it is they who sent them.
    if (finding.received_on && !finding.authority.empty() && !finding.known && finding.evidence.empty())
        throw UsageError("--received is the day on which evidence of identity came, and none is named",
                         "--evidence TEXT too, or --known where nobody needed to ask, or --authority alone");
}

// What was asked for, and what came, as the request holds it.
struct IdentityAsked {
    std::string asked_on;
    std::string received_on;

    explicit IdentityAsked(const Record& request) {
        const std::string stored = request.value("identity").value_or("{}");
        asked_on = json_text_at(stored, "asked_on");
        received_on = json_text_at(stored, "received_on");
    }
    bool is_outstanding() const { return !asked_on.empty() && received_on.empty(); }
    bool put(Record& request) const {
        if (asked_on.empty()) return false;
        JsonObject identity;
        identity.text("asked_on", asked_on);
        if (!received_on.empty()) identity.text("received_on", received_on);
        request.set("identity", identity.json());
        return true;
    }
};

}  // namespace

IdentityBefore identity_before(bool is_settled, const std::vector<CaseEvent>& events) {
    IdentityBefore before{is_settled, false};
    for (const CaseEvent& event : events) {
        if (event.event != "identity") continue;
        if (!json_text_at(event.facts, "doubt").empty()) before.doubted = true;
        if (!json_text_at(event.facts, "asked_on").empty()) before.doubted = false;
    }
    return before;
}

bool put_identity(Record& request, const IdentityFinding& finding, const IdentityBefore& before, Date today,
                  const std::string& show) {
    require_one_meaning(finding);
    if (!finding.doubt.empty()) return false;
    const Date came_in = local_day(*request.value("received_at")).value();
    IdentityAsked identity(request);
    if (finding.asked_on) {
        if (before.settled) throw Refused("the identity of who asks was settled before", show);
        // What came is doubted: it is asked for anew.
        const bool anew = before.doubted && !identity.received_on.empty();
        require_day(*finding.asked_on, today,
                    anew ? parse_date(identity.received_on).value_or(came_in) : came_in, "--asked",
                    anew ? "the earlier evidence came" : "the request came in");
        if (!anew && !identity.asked_on.empty() && identity.asked_on != to_text(*finding.asked_on))
            throw Refused("evidence was asked for already, on " + identity.asked_on, show);
        if (anew) identity.received_on.clear();
        identity.asked_on = to_text(*finding.asked_on);
    }
    // What was asked for is not needed any more: the clock waits no longer.
    if (finding.known && identity.is_outstanding() && !finding.received_on)
        identity.received_on = to_text(today);
    if (finding.received_on) {
        require_day(*finding.received_on, today, parse_date(identity.asked_on).value_or(came_in),
                    "--received", identity.asked_on.empty() ? "the request came in" : "it was asked for");
        // Evidence that came without being asked for delays nothing: the clock asks only what was asked for.
        if (!before.doubted || identity.is_outstanding())
            identity.received_on = to_text(*finding.received_on);
    }
    return identity.put(request);
}

bool end_wait_for_identity(Record& request, Date today) {
    IdentityAsked identity(request);
    if (!identity.is_outstanding()) return false;
    identity.received_on = to_text(today);
    return identity.put(request);
}

std::string identity_in_words(const std::string& facts) {
    std::string words;
    const auto add = [&](const char* field, const char* before) {
        const std::string text = json_text_at(facts, field);
        if (!text.empty()) words += (words.empty() ? "" : "; ") + (before + text);
    };
    add("doubt", "doubted: ");
    add("how", "");
    add("evidence", "");
    add("authority", "authority: ");
    return words;
}

std::string competence_in_words(const std::string& facts) {
    const std::string agrees = json_value_at(facts, "agrees");
    const std::string said = agrees.empty() ? "" : agrees == "true" ? "; they agree" : "; they do not agree";
    return json_text_at(facts, "basis") + said;
}

JsonObject facts_of(const IdentityFinding& finding) {
    JsonObject facts;
    facts.flag("known", finding.known);
    if (finding.asked_on) facts.text("asked_on", to_text(*finding.asked_on));
    if (finding.received_on) facts.text("received_on", to_text(*finding.received_on));
    if (!finding.how.empty()) facts.text("how", finding.how);
    if (!finding.evidence.empty()) facts.text("evidence", finding.evidence);
    if (!finding.authority.empty()) facts.text("authority", finding.authority);
    if (!finding.doubt.empty()) facts.text("doubt", finding.doubt);
    return facts;
}

JsonObject facts_of(const CompetenceFinding& finding, Date today) {
    require_text(finding.assessor, "who found this", "--assessor NAME: who knows the young person and asked");
    require_text(finding.basis, "what the finding rests on", "--basis TEXT: in a sentence");
    if (finding.on > today)
        throw InputError("--on " + to_text(finding.on) + " is in the future",
                         "record it on the day it happens, or later");
    JsonObject facts;
    facts.flag("competent", finding.competent)
        .flag("impaired", finding.impaired)
        .text("assessor", finding.assessor)
        .text("on", to_text(finding.on))
        .text("basis", finding.basis);
    if (finding.agrees) facts.flag("agrees", *finding.agrees);
    if (!finding.best_interests.empty()) facts.text("best_interests", finding.best_interests);
    return facts;
}

void put_extension(Record& request, Date notice_on, Date today, const std::string& show) {
    require_day(notice_on, today, local_day(*request.value("received_at")).value(), "--notice",
                "the request came in");
    if (request.value("extension_notice_on"))
        throw Refused(
            "the time was extended already, by the notice of " + *request.value("extension_notice_on"), show);
    const ExtensionWindow window = extension_is_in_time(clock_facts(request), notice_on);
    if (!window.in_time)
        throw Refused("a notice of " + to_text(notice_on) + " comes too late: its last day was " +
                          (window.last_on ? to_text(*window.last_on) : "not known") + " (UK GDPR Art 12A(4))",
                      "the answer is due as it was: " + show);
    request.set("extension_notice_on", to_text(notice_on));
}

}  // namespace casekeeper

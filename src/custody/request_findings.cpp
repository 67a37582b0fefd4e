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

bool put_identity(Record& request, const IdentityFinding& finding, bool is_settled, Date today,
                  const std::string& show) {
    if (!finding.known && !finding.asked_on && !finding.received_on && finding.evidence.empty())
        throw UsageError(
            "it is not said how the identity was settled",
            "--known where nobody needed to ask, --asked DATE, --received DATE or --evidence TEXT");
    const Date received = local_day(*request.value("received_at")).value();
    const std::string stored = request.value("identity").value_or("{}");
    std::string asked = json_text_at(stored, "asked_on");
    if (finding.asked_on) {
        if (is_settled) throw Refused("the identity of who asks was settled before", show);
        require_day(*finding.asked_on, today, received, "--asked", "the request came in");
        if (!asked.empty() && asked != to_text(*finding.asked_on))
            throw Refused("evidence was asked for already, on " + asked, show);
        asked = to_text(*finding.asked_on);
    }
    std::string arrived = json_text_at(stored, "received_on");
    // What was asked for is not needed any more: the clock waits no longer.
    if (finding.known && !asked.empty() && arrived.empty() && !finding.received_on) arrived = to_text(today);
    if (finding.received_on) {
        require_day(*finding.received_on, today, parse_date(asked).value_or(received), "--received",
                    asked.empty() ? "the request came in" : "it was asked for");
        arrived = to_text(*finding.received_on);
        // Evidence that came without being asked for delays nothing: the clock asks only what was asked for.
    }
    if (asked.empty()) return false;
    JsonObject identity;
    identity.text("asked_on", asked);
    if (!arrived.empty()) identity.text("received_on", arrived);
    request.set("identity", identity.json());
    return true;
}

JsonObject facts_of(const IdentityFinding& finding) {
    JsonObject facts;
    facts.flag("known", finding.known);
    if (finding.asked_on) facts.text("asked_on", to_text(*finding.asked_on));
    if (finding.received_on) facts.text("received_on", to_text(*finding.received_on));
    if (!finding.how.empty()) facts.text("how", finding.how);
    if (!finding.evidence.empty()) facts.text("evidence", finding.evidence);
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

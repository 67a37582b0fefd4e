// SPDX-License-Identifier: MIT
//
// The world of the evaluator's own tests: a handful of services, and rules written in a line or two.
#pragma once

#include <string>

#include "support/case_world.h"

namespace casekeeper::test {

// looked-after and care-order (group care), plan, visit: file social-care; school: education; club:
// universal.
inline ServiceCatalogue small_services() {
    const auto service = [](const std::string& id, const std::string& file, const std::string& groups) {
        return "[[service]]\nid = \"" + id +
               "\"\ntitle = \"T\"\nclass = \"statutory\"\nauthority = \"A\"\nfile = \"" + file +
               "\"\ngroups = [" + groups + "]\n";
    };
    std::vector<Finding> findings;
    return ServiceCatalogue::read(service("looked-after", "social-care", "\"care\"") +
                                      service("care-order", "social-care", "\"care\"") +
                                      service("plan", "social-care", "") +
                                      service("visit", "social-care", "") +
                                      service("school", "education", "") + service("club", "universal", ""),
                                  "services.toml", findings);
}

// rule("a", "plan", R"(until = "closed + 6y")"): one [[rule]] of one service or group.
inline std::string rule(const std::string& id, const std::string& service, const std::string& lines) {
    return "[[rule]]\nid = \"" + id + "\"\nservices = [\"" + service + "\"]\n" + lines + "\n";
}

inline CaseWorld world(const std::string& rules, const std::string& facts) {
    return CaseWorld(small_services(), rules, facts);
}

// The day that a date expression comes to on an involvement `I` closed long ago, or "unknown".
inline std::string day_of(const std::string& until, const std::string& facts,
                          const std::string& day = "2026-11-01", const std::string& more = "") {
    CaseWorld small = world(rule("a", "plan", "until = \"" + until + "\"\n" + more), facts);
    const Decision decision = small.decide("I", day);
    return decision.retain_until ? to_text(*decision.retain_until) : "unknown";
}

// Whether a condition holds on the involvement `I`: "yes", "no" or "unknown".
inline std::string truth_of(const std::string& condition, const std::string& facts,
                            const std::string& day = "2026-11-01") {
    CaseWorld small = world(
        rule("a", "plan", "until = \"opened\"\naction = \"permanent\"\nif = \"" + condition + "\""), facts);
    const Decision decision = small.decide("I", day);
    if (decision.outcome == Outcome::permanent) return "yes";
    return decision.explanation.unknown.empty() ? "no" : "unknown";
}

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// Reading small schedules in tests: findings as the lines a records officer sees, "line:column: error:
// message".
#pragma once

#include <string>
#include <vector>

#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper::test {

inline constexpr const char* small_catalogue = R"(
[[service]]
id = "looked-after"
title = "Looked-after child"
class = "statutory"
authority = "Children Act 1989 s22"
file = "social-care"
groups = ["care"]
[[service]]
id = "care-order"
title = "Care order"
class = "statutory"
authority = "Children Act 1989 s31"
file = "social-care"
groups = ["care"]
[[service]]
id = "youth-club"
title = "Youth club"
class = "voluntary"
authority = "by consent"
file = "universal"
)";

inline ServiceCatalogue catalogue() {
    std::vector<Finding> findings;
    return ServiceCatalogue::read(small_catalogue, "catalogue.toml", findings);
}

inline std::vector<std::string> lines_of(const std::vector<Finding>& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        lines.push_back(std::to_string(finding.line) + ":" + std::to_string(finding.column) +
                        (finding.severity == Severity::error ? ": error: " : ": warning: ") +
                        finding.message);
    }
    return lines;
}

struct Reading {
    RetentionSchedule schedule;
    std::vector<Finding> findings;
    std::vector<std::string> lines() const { return lines_of(findings); }
};

inline Reading read_schedule(const std::string& toml, Date today = Date{std::chrono::year{2026} / 11 / 23}) {
    const ServiceCatalogue services = catalogue();
    Reading reading;
    ScheduleContext context;
    context.catalogue = &services;
    context.today = today;
    reading.schedule = read_retention_schedule(toml, "schedule.toml", context, reading.findings);
    return reading;
}

// The head stands in lines 1 to 3.
inline constexpr const char* head = "[schedule]\ntitle = \"T\"\nversion = \"1\"\n";
// Covers every service, so that no test need do so.
inline constexpr const char* rest =
    "[[rule]]\nid = \"rest\"\nservices = [\"*\"]\ndefault = true\nuntil = \"closed + 6y\"\n"
    "authority = \"local policy\"\nbasis = \"business\"\n";

// One rule: the lines given stand first, below [[rule]]; what they leave out is added after them.
inline std::string rule(const std::string& lines) {
    constexpr const char* usual[] = {"id = \"a\"", "services = [\"looked-after\"]", "until = \"closed + 6y\"",
                                     "authority = \"local policy\"", "basis = \"business\""};
    std::string text = "\n" + lines + "\n";
    for (const std::string line : usual) {
        const std::string key = "\n" + line.substr(0, line.find(' ') + 1);
        if (text.find(key) == std::string::npos) text += line + "\n";
    }
    return "[[rule]]" + text;
}

// The findings on a schedule of one rule whose first own line is line 5, and a default rule for the rest.
inline std::vector<std::string> findings_on(const std::string& lines) {
    return read_schedule(head + rule(lines) + rest).lines();
}

// Those on several rules, the first beginning in line 4.
inline std::vector<std::string> findings_on_rules(const std::string& rules) {
    return read_schedule(head + rules + rest).lines();
}

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "support/loaded_store.h"

#include <filesystem>

#include "intake/bundle_source.h"
#include "retention/schedule_adoption.h"

namespace casekeeper::test {
namespace {

constexpr const char* services = R"(
[[service]]
id = "looked-after"
title = "Looked-after child"
class = "statutory"
authority = "Children Act 1989 s22"
file = "social-care"
[[service]]
id = "child-in-need"
title = "Child in need"
class = "statutory"
authority = "Children Act 1989 s17"
file = "social-care"
[[service]]
id = "youth-club"
title = "Youth club"
class = "voluntary"
authority = "by consent"
file = "universal"
[[service]]
id = "complaint"
title = "Complaint"
class = "statutory"
authority = "Children Act 1989 s26"
file = "social-care"
groups = ["complaints"]
)";

constexpr const char* first_schedule = R"toml([schedule]
title = "Small schedule"
version = "1"
[[rule]]
id = "looked-after"
services = ["looked-after"]
until = "birth + 75y"
bound = "at-least"
covers = "file"
authority = "regulation"
basis = "statute"
[[rule]]
id = "club"
services = ["youth-club"]
until = "last-contact + 1y"
not_while = "family-open(child-in-need)"
authority = "local policy"
basis = "business"
[[rule]]
id = "carer"
services = ["youth-club"]
if = "recorded(death@leader)"
until = "death@leader + 2y"
authority = "local policy"
basis = "business"
[[rule]]
id = "rest"
services = ["*"]
default = true
until = "later-of(closed, last-entry) + 6y"
authority = "local policy"
basis = "business"
)toml";

}  // namespace

std::string person(const std::string& id, const std::string& more) {
    return R"({"type":"person","id":")" + id + R"(","family_name":"X")" + more + "}";
}

std::string involvement(const std::string& id, const std::string& of, const std::string& more) {
    const std::string service =
        more.find("\"service\"") == std::string::npos ? R"(,"service":"child-in-need")" : "";
    const std::string opened =
        more.find("\"opened\"") == std::string::npos ? R"(,"opened":"2015-01-01")" : "";
    return R"({"type":"involvement","id":")" + id + R"(","person":")" + of + "\"" + service + opened + more +
           "}";
}

std::string entry(const std::string& id, const std::string& of, const std::string& more) {
    const std::string kind = more.find(",\"kind\"") == std::string::npos ? R"(,"kind":"note")" : "";
    const std::string at =
        more.find("\"occurred_at\"") == std::string::npos ? R"(,"occurred_at":"2015-06-01")" : "";
    return R"({"type":"entry","id":")" + id + R"(","involvement":")" + of + "\"" + kind + at + more + "}";
}

void LoadedStoreTest::SetUp() {
    StoreTest::SetUp();
    if (!IsSkipped()) adopt(first_schedule);
}

void LoadedStoreTest::adopt(const std::string& schedule) {
    const ReadSchedule read = read_schedule(schedule, services, "schedule.toml", "services.toml", today, {});
    EXPECT_FALSE(read.has_errors()) << (read.findings.empty() ? "" : read.findings.front().message);
    adopt_schedule(database(), read, "ruth", "2026-11-23T03:00:00Z");
}

ImportResult LoadedStoreTest::load(const std::vector<std::string>& lines, bool check_only) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    folder.write("bundle/records.jsonl", text);
    return load_folder(folder.path("bundle"), check_only);
}

ImportResult LoadedStoreTest::load_folder(const std::string& path, bool check_only) {
    BundleSource source({path});
    ImportOptions options;
    options.format = "bundle";
    options.documents_folder = documents();
    options.day = today;
    options.at = "2026-11-23T03:00:00Z";
    options.actor = loader_;
    options.check_only = check_only;
    options.key_folder = folder.path("elsewhere/keys");
    return import_records(database(), source, schedule_in_force(database()).catalogue, options);
}

std::vector<std::string> LoadedStoreTest::texts_of(const ImportResult& result) {
    std::vector<std::string> texts;
    for (const Finding& finding : result.findings)
        texts.push_back(std::to_string(finding.line) +
                        (finding.severity == Severity::error ? ": error: " : ": warning: ") +
                        finding.message);
    return texts;
}

std::vector<std::string> LoadedStoreTest::findings_of(const std::vector<std::string>& lines) {
    return texts_of(load(lines));
}

EvaluationResult LoadedStoreTest::night(const std::string& on, bool dry_run) {
    EvaluationControl control;
    control.dry_run = dry_run;
    return bring_decisions_up_to_date(database(), schedule_in_force(database()), day(on), control);
}

std::vector<std::string> LoadedStoreTest::stale() const {
    return sql("select person from stale_person order by person");
}

}  // namespace casekeeper::test

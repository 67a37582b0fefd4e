// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/application.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/ready_store.h"
#include "disclosure/access_forms.h"
#include "disclosure/pack_forms.h"
#include "disposal/request_forms.h"
#include "policy/bank_holidays.h"
#include "policy/glossary.h"
#include "policy/recording_rules.h"
#include "policy/release_rules.h"
#include "reports/privacy_statement_forms.h"
#include "store/run_lock.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

int init(Invocation& invocation) {
    invocation.require({Role::records_officer}, "make or migrate a store");
    Database& database = invocation.store(Opening::create);
    const RunLock lock(database, "init");
    if (database.was_created()) invocation.say("made the store " + database.url().to_text());
    if (make_ready(invocation)) {
        const AdoptedSchedule adopted = *RunStore(database).adopted_schedule();
        invocation.say("adopted the schedule \"" + adopted.title + "\", version " + adopted.version);
    }
    invocation.say("the store is ready");
    return 0;
}

// Of the configured store: back-ups of its folder would bring both back together.
void look_at_mirror(Invocation& invocation, std::vector<Finding>& findings) {
    const StoreUrl url = StoreUrl::parse(invocation.settings().store);
    if (url.postgresql) return;
    const std::string& mirror = invocation.settings().register_mirror;
    const std::filesystem::path store_folder = std::filesystem::path(url.location).parent_path();
    if (!mirror.empty() && std::filesystem::path(mirror).parent_path() != store_folder) return;
    findings.push_back(
        {"casekeeper.toml", 0, 0, Severity::warning,
         "the register's mirror lies beside the store: a restore that brings back both goes "
         "unseen, and what had ended is there again; name a file on another disk as mirror under "
         "[register]"});
}

// The findings of every file of the configuration.
std::vector<Finding> check_all(Invocation& invocation) {
    std::vector<Finding> findings;
    const std::string& folder = invocation.config_folder;
    Settings::read(read_config_file(folder, "casekeeper.toml"), "casekeeper.toml", findings);
    Roles::read(read_config_file(folder, "roles.toml"), "roles.toml", findings);
    const ReadSchedule read = read_configured_schedule(invocation, {});
    findings.insert(findings.end(), read.findings.begin(), read.findings.end());
    ReleaseRules::read(read_config_file(folder, "release_rules.toml"), "release_rules.toml", findings,
                       &read.catalogue);
    RecordingRules::read(read_config_file(folder, "recording_rules.toml"), "recording_rules.toml", findings,
                         read.catalogue);
    LetterTemplates::read(folder, request_forms(), findings);
    LetterTemplates::read(folder, access_forms(), findings);
    LetterTemplates::read(folder, pack_forms(), findings);
    LetterTemplates::read(folder, notice_forms(), findings);
    Glossary::read(read_config_file(folder, "glossary.toml"), "glossary.toml", findings);
    BankHolidays::read(read_config_file(folder, "bank_holidays.toml"), "bank_holidays.toml", findings);
    if (findings.empty()) look_at_mirror(invocation, findings);
    return findings;
}

std::string to_json(const Finding& finding) {
    return JsonObject()
        .text("file", finding.file)
        .number("line", finding.line)
        .number("column", finding.column)
        .text("severity", to_text(finding.severity))
        .text("message", finding.message)
        .json();
}

int check(Invocation& invocation) {
    const std::vector<Finding> findings = check_all(invocation);
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::error;
    });
    if (invocation.format == OutputFormat::json) {
        std::vector<std::string> items;
        items.reserve(findings.size());
        for (const Finding& finding : findings) items.push_back(to_json(finding));
        invocation.out << JsonObject().raw("findings", json_list_of(items)).line();
    } else {
        print_findings(invocation.out, findings);
        if (findings.empty()) invocation.out << "the configuration is in order\n";
    }
    if (errors == 0) return 0;
    throw ConfigError("the configuration in " + invocation.config_folder + " has " + std::to_string(errors) +
                          (errors == 1 ? " error" : " errors"),
                      "mend the lines listed, then: casekeeper check");
}

}  // namespace

std::vector<CommandRow> store_commands() {
    return {
        {"init",
         "",
         "makes the store, or brings it up to date, and adopts the schedule if none is adopted",
         {},
         "casekeeper --store sqlite:/var/lib/casekeeper/casekeeper.db init",
         0,
         0,
         init,
         true},
        {"check",
         "",
         "validates the configuration: every mistake with file, line and column",
         {},
         "casekeeper --config /etc/casekeeper check",
         0,
         0,
         check},
    };
}

std::vector<CommandRow> people_commands() {
    std::vector<CommandRow> all = store_commands();
    for (const auto& commands :
         {intake_commands(), retention_commands(), schedule_commands(), hold_commands(),
          restriction_commands(), disposal_commands(), request_commands(), access_commands(),
          access_inquiry_commands(), access_decision_commands(), access_sending_commands(), pack_commands(),
          disclosure_commands(), notice_commands(), recording_commands(), register_commands()})
        all.insert(all.end(), commands.begin(), commands.end());
    return all;
}

}  // namespace casekeeper

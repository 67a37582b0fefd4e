// SPDX-License-Identifier: MIT
#include "app/configured.h"

#include "app/application.h"
#include "app/command.h"
#include "base/digest.h"
#include "base/errors.h"

namespace casekeeper {
namespace {

void refuse_errors(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            throw ConfigError(to_line(finding), "mend it, then: casekeeper check");
}

}  // namespace

BankHolidays configured_bank_holidays(const std::string& config_folder) {
    std::vector<Finding> findings;
    BankHolidays holidays = BankHolidays::read(read_config_file(config_folder, "bank_holidays.toml"),
                                               "bank_holidays.toml", findings);
    refuse_errors(findings);
    return holidays;
}

ReleaseRules configured_release_rules(const std::string& config_folder, const ServiceCatalogue& catalogue) {
    std::vector<Finding> findings;
    ReleaseRules rules = ReleaseRules::read(read_config_file(config_folder, "release_rules.toml"),
                                            "release_rules.toml", findings, &catalogue);
    refuse_errors(findings);
    return rules;
}

RecordingRules configured_recording_rules(const std::string& config_folder,
                                          const ServiceCatalogue& catalogue) {
    std::vector<Finding> findings;
    RecordingRules rules = RecordingRules::read_in_force(
        read_config_file(config_folder, "recording_rules.toml"), "recording_rules.toml", findings, catalogue);
    refuse_errors(findings);
    return rules;
}

std::string mark_of_recording_rules(const std::string& config_folder, const std::string& schedule_digest) {
    constexpr const char* way_of_checking = "1";  // another where the same rules are held otherwise
    std::string all = way_of_checking;
    for (const char* name : {"recording_rules.toml", "bank_holidays.toml"})
        all += "\n" + read_config_file(config_folder, name);
    return sha256_of(all + "\n" + schedule_digest);
}

Glossary configured_glossary(const std::string& config_folder) {
    std::vector<Finding> findings;
    Glossary glossary =
        Glossary::read(read_config_file(config_folder, "glossary.toml"), "glossary.toml", findings);
    refuse_errors(findings);
    return glossary;
}

}  // namespace casekeeper

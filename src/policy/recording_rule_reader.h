// SPDX-License-Identifier: MIT
//
// Reads one rule of config/recording_rules.toml. Every mistake is a finding with its place, and what was
// probably meant; what could be read is in the result.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "policy/recording_rules.h"
#include "policy/toml_reading.h"

namespace casekeeper {

// Keeps `file` and `catalogue` by reference. `must_know_services`: an unknown one is an error, else a warning.
class RecordingRuleReader {
public:
    RecordingRuleReader(TomlFile& file, const ServiceCatalogue& catalogue, bool must_know_services)
        : file_(file), catalogue_(catalogue), must_know_services_(must_know_services) {}

    // The id is empty where the rule has none.
    RecordingRule read_rule(const toml::table& source);

private:
    void read_head(const TomlTable& table, RecordingRule& rule);
    void report_service(TextPlace place, std::string message);
    void read_services(const TomlTable& table, RecordingRule& rule);
    void read_subject(const TomlTable& table, const toml::table& source, RecordingRule& rule);
    void read_entries(const TomlTable& table, RecordingRule& rule);
    void read_involvements(const TomlTable& table, RecordingRule& rule);
    void read_contents(const TomlTable& table, const toml::table& source, RecordingRule& rule);
    void read_belonging(const TomlTable& table, RecordingRule& rule);
    void read_unless(const TomlTable& table, RecordingRule& rule);
    void read_demands(const TomlTable& table, const std::vector<std::string>& known, RecordingRule& rule);
    std::vector<std::string> read_kinds(const TomlTable& table, const char* key, bool star_is_any);
    std::optional<RecordingTerm> read_term(const TomlTable& table, const char* key);
    std::optional<Period> read_length(const TomlTable& table, const char* key);
    void refuse(const TomlTable& table, const std::vector<std::string>& keys, const std::string& why);

    TomlFile& file_;
    const ServiceCatalogue& catalogue_;
    const bool must_know_services_;
    std::map<std::string, RecordingSubject, std::less<>> earlier_;
    std::set<ReadsAs> signs_asked_;
};

}  // namespace casekeeper

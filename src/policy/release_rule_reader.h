// SPDX-License-Identifier: MIT
//
// Reads one rule of config/release_rules.toml: its words for people, what it asks to be recorded, and when it
// is proposed. Every mistake is a finding with its place; what could be read is in the result.
#pragma once

#include <string>
#include <vector>

#include "policy/release_rules.h"
#include "policy/toml_reading.h"

namespace casekeeper {

// A list of words in the file, where it goes, and which words it may hold.
struct ReleaseList {
    enum class Of { anything, professionals, relations, services, classifications, parts, capacities };
    const char* key;
    std::vector<std::string>& into;
    Of of;
};

// Keeps `file` by reference; `catalogue` may be null: then no service is looked up.
class ReleaseRuleReader {
public:
    ReleaseRuleReader(TomlFile& file, const ServiceCatalogue* catalogue)
        : file_(file), catalogue_(catalogue) {}

    // The id is empty where the rule has none.
    ReleaseRule read_rule(const toml::table& source);
    void read_words(const TomlTable& table, const ReleaseList& list);

private:
    void read_text(const TomlTable& table, const char* key, const std::string& example, std::string& into);
    void read_words_for_people(const TomlTable& table, ReleaseRule& rule);
    void read_record(const TomlTable& table, ReleaseRule& rule);
    // A proposal of the rule or of one of its conditions; empty where none is written.
    std::string read_proposal(const TomlTable& table);
    void read_conditions(const TomlTable& table, const toml::table& source, ReleaseRule& rule);
    ReleaseCondition read_condition(const toml::table& source, const std::string& rule);
    void read_choice(const TomlTable& table, const char* key, const std::vector<std::string>& known,
                     std::string& into);

    TomlFile& file_;
    const ServiceCatalogue* catalogue_;
};

}  // namespace casekeeper

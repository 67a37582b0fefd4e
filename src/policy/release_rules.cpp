// SPDX-License-Identifier: MIT
#include "policy/release_rules.h"

#include <algorithm>
#include <map>

#include "policy/did_you_mean.h"
#include "policy/recipient_kind_reader.h"
#include "policy/release_rule_reader.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;
using Of = ReleaseList::Of;

// From the weakest to the strongest.
constexpr std::string_view proposals[] = {"look", "weigh", "withhold", "barred"};
constexpr std::string_view needed_rules[] = {"third-party",
                                             "health-bar",
                                             "health-harm",
                                             "social-work-harm",
                                             "education-harm",
                                             "expectations",
                                             "child-abuse-best-interests",
                                             "adoption-records",
                                             "sen-bar",
                                             "legal-privilege",
                                             "protected-place",
                                             "unread"};
constexpr int opinion_counts_for = 6;
constexpr int longest_months = 1200;  // until a fact is old

}  // namespace

// One reading of the file.
class ReleaseRulesReader {
public:
    ReleaseRulesReader(TomlFile& file, const ServiceCatalogue* catalogue)
        : file_(file), catalogue_(catalogue), reader_(file, catalogue) {}

    ReleaseRules run(const toml::table& root) {
        const TomlTable top(file_, root, "this file");
        top.refuse_unknown_keys({"opinion_months", "deemed_reasonable", "known_to_parents", "classification",
                                 "stale", "recipient", "rule"});
        read_opinion_months(top);
        read_lists(top, root, "deemed_reasonable",
                   {{"kinds", rules_.reasonable_kinds_, Of::professionals},
                    {"on_health_records", rules_.reasonable_on_health_records_, Of::professionals}});
        read_lists(top, root, "known_to_parents", {{"relations", rules_.known_to_parents_, Of::relations}});
        read_lists(top, root, "classification",
                   {{"health_services", rules_.health_services_, Of::services},
                    {"education_services", rules_.education_services_, Of::services}});
        read_stale(top, root);
        rules_.recipients_ = RecipientKindReader(file_, catalogue_).read(root);
        for (const toml::table* source : tables_of(file_, root, "rule")) {
            ReleaseRule rule = reader_.read_rule(*source);
            if (!rule.id.empty()) keep(TomlTable(file_, *source, "").place_of_value("id"), std::move(rule));
        }
        look_for_needed(top);
        return std::move(rules_);
    }

private:
    void read_opinion_months(const TomlTable& top) {
        if (!top.has("opinion_months")) return top.report_missing("opinion_months", "opinion_months = 6");
        const auto months = top.integer("opinion_months");
        if (!months) return;
        if (*months < 1 || *months > opinion_counts_for)
            file_.error(top.place_of_value("opinion_months"),
                        "opinion_months is a number of months from 1 to 6: by law an opinion counts for no "
                        "longer");
        else
            rules_.opinion_months_ = static_cast<int>(*months);
    }

    // A file of before there was such a section has the usual periods.
    void read_stale(const TomlTable& top, const toml::table& root) {
        if (!top.has("stale")) return;
        const toml::table* source = root.get("stale")->as_table();
        if (!source) return file_.error(top.place_of_value("stale"), "stale is a section: write [stale]");
        const TomlTable table(file_, *source, "[stale]");
        table.refuse_unknown_keys({"address_months", "worker_months", "consent_months"});
        read_months(table, "address_months", rules_.stale_.address_months);
        read_months(table, "worker_months", rules_.stale_.worker_months);
        read_months(table, "consent_months", rules_.stale_.consent_months);
    }

    void read_months(const TomlTable& table, const char* key, int& into) {
        if (!table.has(key))
            return table.report_missing(key, std::string(key) + " = " + std::to_string(into));
        const auto months = table.integer(key);
        if (!months) return;
        if (*months < 1 || *months > longest_months)
            file_.error(table.place_of_value(key), std::string(key) + " is a number of months from 1 to " +
                                                       std::to_string(longest_months));
        else
            into = static_cast<int>(*months);
    }

    void read_lists(const TomlTable& top, const toml::table& root, const char* name,
                    const std::vector<ReleaseList>& lists) {
        if (!top.has(name))
            return top.report_missing(name, std::string("[") + name + "] and " + lists.front().key + " = []");
        const toml::table* source = root.get(name)->as_table();
        if (!source)
            return file_.error(top.place_of_value(name),
                               std::string(name) + " is a section: write [" + name + "]");
        const TomlTable table(file_, *source, std::string("[") + name + "]");
        Words keys;
        for (const ReleaseList& list : lists) {
            keys.push_back(list.key);
            if (!table.has(list.key)) table.report_missing(list.key, std::string(list.key) + " = []");
            reader_.read_words(table, list);
        }
        table.refuse_unknown_keys(keys);
    }

    void keep(TextPlace place, ReleaseRule rule) {
        const auto [first, is_new] = places_.emplace(rule.id, place);
        if (is_new)
            rules_.rules_.push_back(std::move(rule));
        else
            file_.error(place, "rule " + in_quotes(rule.id) + " stands twice, first in line " +
                                   std::to_string(first->second.line));
    }

    void look_for_needed(const TomlTable& top) {
        for (const std::string_view id : needed_rules) {
            const ReleaseRule* rule = rules_.find(id);
            if (!rule)
                file_.error(top.place(), "there is no rule " + in_quotes(id) +
                                             ": it cannot be left out; take it from the shipped file");
            else if (rule->when.empty())
                file_.error(places_[rule->id], "rule " + in_quotes(id) +
                                                   " is never proposed: take its [[rule.when]] from the "
                                                   "shipped file");
        }
    }

    TomlFile& file_;
    const ServiceCatalogue* catalogue_;
    ReleaseRuleReader reader_;
    std::map<std::string, TextPlace, std::less<>> places_;
    ReleaseRules rules_;
};

ReleaseRules ReleaseRules::read(std::string_view toml, const std::string& file_name,
                                std::vector<Finding>& findings, const ServiceCatalogue* catalogue) {
    TomlFile file(toml, file_name, findings);
    const auto root = file.parse();
    if (!root) return {};
    ReleaseRules rules = ReleaseRulesReader(file, catalogue).run(*root);
    file.sort_findings();
    return rules;
}

const ReleaseRule* ReleaseRules::find(std::string_view id) const {
    const auto found =
        std::find_if(rules_.begin(), rules_.end(), [&](const ReleaseRule& rule) { return rule.id == id; });
    return found == rules_.end() ? nullptr : &*found;
}

bool ReleaseRules::is_deemed_reasonable(std::string_view professional_kind, bool on_health_record) const {
    const auto in = [&](const Words& kinds) {
        return std::find(kinds.begin(), kinds.end(), professional_kind) != kinds.end();
    };
    return in(reasonable_kinds_) || (on_health_record && in(reasonable_on_health_records_));
}

bool ReleaseRules::is_known_to_parents(std::string_view relation) const {
    return std::find(known_to_parents_.begin(), known_to_parents_.end(), relation) != known_to_parents_.end();
}

std::span<const std::string_view> ReleaseRules::needed() {
    return needed_rules;
}

int strength_of(std::string_view proposal) {
    const auto found = std::find(std::begin(proposals), std::end(proposals), proposal);
    return found == std::end(proposals) ? 0 : static_cast<int>(found - std::begin(proposals)) + 1;
}

}  // namespace casekeeper

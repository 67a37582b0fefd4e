// SPDX-License-Identifier: MIT
#include "policy/idle_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "policy/did_you_mean.h"
#include "policy/expression_meaning.h"

namespace casekeeper {

namespace {

// minimise and transfer rules compete each among their own kind, all others as end rules.
int race_of(const Rule& rule) {
    return rule.is_end_rule() ? -1 : static_cast<int>(rule.action);
}

std::string list_of(const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers) text += std::to_string(number) + ",";
    return text;
}

// Services, condition, bound, race and default: what two rules must share to compete for the same records.
std::string ground_of(const Rule& rule) {
    return list_of(rule.services) + "|" + (rule.applies_if ? key_of(*rule.applies_if) : "") + "|" +
           to_text(rule.bound) + "|" + std::to_string(race_of(rule)) + "|" +
           (rule.is_default ? "default" : "");
}

// Whatever else decides what the rule does where it applies.
std::string effect_of(const Rule& rule) {
    std::string text = std::string(to_text(rule.action)) + "|" + to_text(rule.covers) + "|" +
                       to_text(rule.basis) + "|" + list_of(rule.replaces_rules) + "|" +
                       (rule.not_while ? key_of(*rule.not_while) : "") + "|" + rule.transfer_to + "|" +
                       std::to_string(rule.approvals) + "|" +
                       (rule.notify_before ? to_text(*rule.notify_before) : "");
    for (const std::string& field : rule.keep) text += "|keep " + field;
    for (const std::string& field : rule.remove) text += "|remove " + field;
    return text;
}

class IdleRules {
public:
    IdleRules(TomlFile& file, const std::vector<ReadRule>& rules)
        : file_(file), rules_(rules), replaced_by_(rules.size()) {
        for (const ReadRule& read : rules) {
            for (const int target : read.rule.replaces_rules) {
                replaced_by_[static_cast<std::size_t>(target)].push_back(&read);
            }
        }
    }

    void warn() {
        for (std::size_t index = 0; index < rules_.size(); ++index) {
            const ReadRule& read = rules_[index];
            if (!read.sound || never_applies(index)) continue;
            compare(read);
        }
    }

private:
    bool never_applies(std::size_t index) {
        const ReadRule& read = rules_[index];
        if (read.rule.applies_if && never_holds(*read.rule.applies_if)) {
            file_.warn(read.condition_place, "rule " + in_quotes(read.rule.id) +
                                                 " can never apply: its condition contradicts itself");
            return true;
        }
        if (const ReadRule* other = always_replaced_by(index)) {
            file_.warn(read.place, "rule " + in_quotes(read.rule.id) + " can never apply: rule " +
                                       in_quotes(other->rule.id) + " replaces it wherever it reaches");
            return true;
        }
        if (read.rule.is_default && superseded(read.rule)) {
            file_.warn(
                read.place,
                "rule " + in_quotes(read.rule.id) +
                    " can never apply: every one of its services has a rule of its own that always applies");
            return true;
        }
        return false;
    }

    // A rule that takes this one away from all it reaches, and that nothing takes away itself.
    const ReadRule* always_replaced_by(std::size_t index) const {
        const Rule& rule = rules_[index].rule;
        for (const ReadRule* other : replaced_by_[index]) {
            const Rule& by = other->rule;
            const bool stands =
                other->sound && !by.applies_if && !by.is_default && replaced_by_[position(*other)].empty();
            const bool reaches_all =
                by.covers >= rule.covers && std::includes(by.services.begin(), by.services.end(),
                                                          rule.services.begin(), rule.services.end());
            if (stands && reaches_all) return other;
        }
        return nullptr;
    }

    // Has each service of a default rule an end rule that applies always, or is replaced by end rules only?
    bool superseded(const Rule& rule) const {
        std::set<int> missing(rule.services.begin(), rule.services.end());
        for (std::size_t index = 0; index < rules_.size(); ++index) {
            const Rule& other = rules_[index].rule;
            const bool always =
                rules_[index].sound && other.is_end_rule() && !other.is_default && !other.applies_if;
            if (!always || !leaves_an_end_rule(index)) continue;
            for (const int service : other.services) missing.erase(service);
        }
        return missing.empty();
    }

    bool leaves_an_end_rule(std::size_t index) const {
        return std::all_of(replaced_by_[index].begin(), replaced_by_[index].end(), [](const ReadRule* by) {
            return by->sound && by->rule.is_end_rule() && !by->rule.is_default;
        });
    }

    // Against the first rule before it on the same ground with another day; else with the same day and
    // effect.
    void compare(const ReadRule& read) {
        if (!read.rule.until) return;
        const std::string day = key_of(*read.rule.until), effect = effect_of(read.rule);
        auto& earlier = on_ground_[ground_of(read.rule)];
        for (const auto& [other, other_day, other_effect] : earlier) {
            const std::string which =
                in_quotes(other->rule.id) + " (line " + std::to_string(other->rule.line) + ")";
            if (other_day != day) {
                file_.warn(read.until_place,
                           "rules " + which + " and " + in_quotes(read.rule.id) +
                               " have the same services, condition and bound but different days: " +
                               in_quotes(other->rule.until->text) + " and " +
                               in_quotes(read.rule.until->text));
                break;
            }
            if (other_effect == effect) {
                file_.warn(read.place, "rule " + in_quotes(read.rule.id) + " says the same as rule " + which +
                                           ": leave one out");
                break;
            }
        }
        earlier.push_back({&read, day, effect});
    }

    std::size_t position(const ReadRule& read) const {
        return static_cast<std::size_t>(&read - rules_.data());
    }

    struct Seen {
        const ReadRule* rule;
        std::string day;
        std::string effect;
    };

    TomlFile& file_;
    const std::vector<ReadRule>& rules_;
    std::vector<std::vector<const ReadRule*>> replaced_by_;
    std::map<std::string, std::vector<Seen>> on_ground_;
};

}  // namespace

void warn_of_idle_rules(TomlFile& file, const std::vector<ReadRule>& rules) {
    IdleRules(file, rules).warn();
}

}  // namespace casekeeper

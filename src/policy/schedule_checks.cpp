// SPDX-License-Identifier: MIT
#include "policy/schedule_checks.h"

#include <algorithm>
#include <map>

#include "policy/did_you_mean.h"
#include "policy/idle_rules.h"

namespace casekeeper {

namespace {

using RulesById = std::map<std::string, int, std::less<>>;

RulesById index_of(TomlFile& file, std::vector<ReadRule>& rules) {
    RulesById ids;
    for (std::size_t index = 0; index < rules.size(); ++index) {
        ReadRule& read = rules[index];
        if (read.rule.id.empty()) continue;
        const auto [first, is_new] = ids.emplace(read.rule.id, static_cast<int>(index));
        if (is_new) continue;
        const Rule& other = rules[static_cast<std::size_t>(first->second)].rule;
        file.error(read.id_place, "two rules are called " + in_quotes(read.rule.id) + ", the first in line " +
                                      std::to_string(other.line) + ": give each an id of its own");
        read.sound = false;
    }
    return ids;
}

void check_floor(TomlFile& file, const Rule& rule, const Rule& replaced, TextPlace place) {
    const bool floor = replaced.basis == Basis::statute && replaced.is_end_rule() && !replaced.is_ceiling();
    if (!floor || rule.basis == Basis::statute) return;
    const std::string what =
        "the statutory floor " + in_quotes(replaced.id) + " (" + replaced.authority + ")";
    if (rule.basis == Basis::business) {
        file.error(place, "a rule of basis = \"business\" cannot replace " + what +
                              ": leave it out of replaces, or say on which statute " + in_quotes(rule.id) +
                              " rests");
    } else {
        file.warn(place,
                  "guidance replaces " + what + ": make sure that the law allows " + in_quotes(rule.id));
    }
}

void resolve(TomlFile& file, std::vector<ReadRule>& rules, const RulesById& ids, ReadRule& read) {
    std::vector<std::string> names;
    for (const auto& [id, index] : ids) names.push_back(id);
    for (const PlacedText& name : read.replaces) {
        const auto found = ids.find(name.text);
        if (found == ids.end()) {
            file.error(name.place, "replaces " + in_quotes(name.text) + ", but there is no such rule" +
                                       did_you_mean(name.text, names));
            read.sound = false;
            continue;
        }
        const ReadRule& replaced = rules[static_cast<std::size_t>(found->second)];
        read.rule.replaces_rules.push_back(found->second);
        if (&replaced != &read && replaced.sound && read.sound)
            check_floor(file, read.rule, replaced.rule, name.place);
    }
}

// Walks what each rule replaces, depth first without recursion; meeting a rule that is still on the way is a
// circle.
class CircleFinder {
public:
    CircleFinder(TomlFile& file, std::vector<ReadRule>& rules)
        : file_(file), rules_(rules), state_(rules.size()) {}

    void find() {
        for (std::size_t start = 0; start < rules_.size(); ++start) {
            if (state_[start] == State::unseen) walk(start);
        }
    }

private:
    enum class State { unseen, on_the_way, done };
    struct Step {
        std::size_t rule;
        std::size_t next;  // which of its replaces comes next
    };

    void walk(std::size_t start) {
        std::vector<Step> way;
        enter(way, start);
        while (!way.empty()) {
            Step& step = way.back();
            const auto& replaced = rules_[step.rule].rule.replaces_rules;
            if (step.next == replaced.size()) {
                state_[step.rule] = State::done;
                way.pop_back();
                continue;
            }
            const auto target = static_cast<std::size_t>(replaced[step.next++]);
            if (state_[target] == State::on_the_way) report(way, target);
            if (state_[target] == State::unseen) enter(way, target);
        }
    }

    void enter(std::vector<Step>& way, std::size_t rule) {
        state_[rule] = State::on_the_way;
        way.push_back({rule, 0});
    }

    // Said at the replaces that closes the circle.
    void report(const std::vector<Step>& way, std::size_t target) {
        ReadRule& closing = rules_[way.back().rule];
        const std::string& id = rules_[target].rule.id;
        TextPlace place = closing.place;
        for (const PlacedText& name : closing.replaces) {
            if (name.text == id) place = name.place;
        }
        std::string circle = in_quotes(id);
        bool within = false;
        for (const Step& step : way) {
            rules_[step.rule].sound = rules_[step.rule].sound && !(within || step.rule == target);
            if (within) circle += " replaces " + in_quotes(rules_[step.rule].rule.id);
            within = within || step.rule == target;
        }
        file_.error(place, way.back().rule == target ? "rule " + in_quotes(id) + " replaces itself"
                                                     : "rules replace each other in a circle: " + circle +
                                                           " replaces " + in_quotes(id));
    }

    TomlFile& file_;
    std::vector<ReadRule>& rules_;
    std::vector<State> state_;
};

std::vector<std::string> names_of_triggers(const ScheduleContext& context) {
    std::vector<std::string> names = built_in_triggers();
    names.insert(names.end(), events_known_to_importers().begin(), events_known_to_importers().end());
    names.insert(names.end(), context.known_events.begin(), context.known_events.end());
    return names;
}

// "closed-3y" is a name; spaces were probably forgotten.
std::string hint_for_event(const std::string& name, const ScheduleContext& context) {
    ExpressionNotes notes;
    const std::size_t sign = name.rfind('-');
    if (sign != std::string::npos && sign > 0 && parse_period(name.substr(sign + 1), notes)) {
        return ": did you mean \"" + name.substr(0, sign) + " - " + name.substr(sign + 1) + "\"?";
    }
    return did_you_mean(name, names_of_triggers(context));
}

void warn_of_events(TomlFile& file, const ReadRule& read, const ScheduleContext& context) {
    std::set<std::string> told;
    for (const PlacedEvent& event : read.events) {
        const bool known =
            events_known_to_importers().contains(event.name) || context.known_events.contains(event.name);
        if (known || !told.insert(event.name).second) continue;
        file.warn(event.place,
                  "nobody records the event " + in_quotes(event.name) + hint_for_event(event.name, context));
    }
}

// Only end rules cover a service: minimising and transferring leave it without an end.
void warn_of_uncovered(TomlFile& file, const std::vector<ReadRule>& rules, const ServiceCatalogue& catalogue,
                       TextPlace place) {
    std::vector<bool> covered(catalogue.services().size());
    for (const ReadRule& read : rules) {
        if (!read.services_known) return;  // the rule whose service is misspelt may be the one
        if (!read.rule.is_end_rule()) continue;
        for (const int service : read.rule.services) covered[static_cast<std::size_t>(service)] = true;
    }
    for (std::size_t index = 0; index < covered.size(); ++index) {
        if (covered[index]) continue;
        file.warn(place, "no rule covers the service " + in_quotes(catalogue.services()[index].id) +
                             ": its records stay undetermined and are never destroyed");
    }
}

}  // namespace

void check_replacing(TomlFile& file, std::vector<ReadRule>& rules) {
    const RulesById ids = index_of(file, rules);
    for (ReadRule& read : rules) resolve(file, rules, ids, read);
    CircleFinder(file, rules).find();
}

void warn_of_rules(TomlFile& file, const std::vector<ReadRule>& rules, const ScheduleContext& context,
                   TextPlace uncovered) {
    for (const ReadRule& read : rules) warn_of_events(file, read, context);
    warn_of_idle_rules(file, rules);
    warn_of_uncovered(file, rules, *context.catalogue, uncovered);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "policy/decision_explanation.h"

#include <algorithm>

#include "policy/explanation_words.h"

namespace casekeeper {
namespace {

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

void say_holds_and_next_look(const Decision& decision, Explanation& explanation) {
    const bool held = decision.outcome == Outcome::held;
    for (const std::string& hold : decision.holds)
        explanation.steps.push_back("hold " + hold + " is in force" +
                                    (held ? " and stops the end; it moves no date"
                                          : "; there is nothing to stop today, and it moves no date"));
    explanation.steps.push_back(decision.reconsider_on
                                    ? "it is looked at again on " + to_text(*decision.reconsider_on)
                                    : "the passing of time alone changes nothing more");
}

// Writes the explanation of one decision.
class Explainer {
public:
    explicit Explainer(const ExplainedCase& decided)
        : instances_(decided.instances),
          reach_(decided.reach),
          verdict_(decided.verdict),
          decision_(decided.decision) {}

    Explanation write() {
        say_outcome();
        say_on_the_way(verdict_.minimise, "minimised");
        say_on_the_way(verdict_.transfer, "transferred");
        say_holds_and_next_look(decision_, explanation_);
        for (std::size_t rule = 0; rule < instances_.schedule().rules.size(); ++rule)
            list_rule(static_cast<int>(rule));
        return std::move(explanation_);
    }

private:
    const Rule& rule(const RuleInstance& instance) const { return instances_.rule(instance); }
    void say(std::string sentence) { explanation_.steps.push_back(std::move(sentence)); }

    void say_outcome() {
        if (verdict_.winner != nullptr) say_applies(*verdict_.winner);
        if (verdict_.retain_until) say_day(*verdict_.winner);
        if (verdict_.has_unknown) return say_unknown();
        if (verdict_.outcome == Outcome::permanent) return say("it is kept for ever");
        if (verdict_.winner == nullptr) return say("no end rule applies: a person must look");
        say_why_it_wins();
        say_conflict();
        if (verdict_.outcome == Outcome::retain) return say_retained();
        say(is_ceiling_won() ? "that day has come" : to_text(*verdict_.retain_until) + " has passed");
        if (verdict_.outcome == Outcome::due)
            say(std::string("it is due: ") + to_text(rule(*verdict_.winner).action));
        else
            say_review();
        if (decision_.outcome == Outcome::retain)
            say("but a person has decided to keep it until " + to_text(*decision_.retain_until));
    }

    bool is_ceiling_won() const { return rule(*verdict_.winner).is_ceiling(); }

    bool is_own(const RuleInstance& instance) const {
        return instances_.facts().involvement(instance.source).id == decision_.involvement;
    }

    void say_applies(const RuleInstance& instance) {
        const Rule& applied = rule(instance);
        const InvolvementFacts& source = instances_.facts().involvement(instance.source);
        std::string sentence = "rule " + applied.id + " applies because ";
        if (is_own(instance)) {
            sentence += "the service is " + source.service;
        } else {
            sentence += "involvement " + source.id + " (" + source.service + ") lifts " +
                        (applied.covers == Covers::file ? "the whole file" : "every record of the person");
        }
        if (applied.applies_if) sentence += " and its condition holds: " + applied.applies_if->text;
        if (!applied.authority.empty()) sentence += "; authority: " + applied.authority;
        say(std::move(sentence));
    }

    void say_day(const RuleInstance& instance) {
        if (!rule(instance).until)
            return say("it is decided on after the closing on " + to_text(*instance.day));
        Arithmetic arithmetic = arithmetic_of(instances_.question(instance), *rule(instance).until);
        say(std::move(arithmetic.sum));
        for (std::string& remark : arithmetic.remarks) say(std::move(remark));
    }

    void say_why_it_wins() {
        const auto others =
            std::count_if(reach_.left.begin(), reach_.left.end(), [&](const RuleInstance* other) {
                return other != verdict_.winner && rule(*other).is_end_rule() &&
                       rule(*other).is_ceiling() == is_ceiling_won();
            });
        if (is_ceiling_won())
            return say(others == 0 ? "only this ceiling applies"
                                   : "only ceilings apply, and the earliest wins");
        say(others == 0 ? "no other rule keeps it"
                        : "of all the days that rules keep it to, the latest wins");
    }

    void say_conflict() {
        if (!verdict_.conflict) return;
        say("rule " + rule(*verdict_.ceiling).id + " wants it gone by " + to_text(*verdict_.ceiling->day) +
            ", before its last protected day: the rules conflict, and a person must look");
    }

    void say_retained() {
        const std::string day = to_text(*verdict_.retain_until);
        if (verdict_.kept_by == nullptr)
            return say(is_ceiling_won() ? "it is kept until then and should go on " + day
                                        : day + " is the last protected day");
        const Rule& keeping = rule(*verdict_.kept_by);
        say(day + " has passed, but rule " + keeping.id + " keeps it: " + keeping.not_while->text +
            (verdict_.not_while == Truth::yes ? " holds" : " cannot be told"));
    }

    void say_review() {
        for (const RuleInstance* instance : reach_.left) {
            const Action action = rule(*instance).action;
            if (action == Action::review || action == Action::decide)
                say("rule " + rule(*instance).id + " asks a person to " + to_text(action));
            if (rule(*instance).is_end_rule() && instance->read_for_day.inexact_birth)
                say("the day of rule " + rule(*instance).id +
                    " rests on a birth not known to the day: a person must review it");
        }
    }

    void say_unknown() {
        say_conflict();
        if (verdict_.waits_for != nullptr) {
            const bool waits_for_file = instances_.index().waits_for_file_closed(verdict_.waits_for->rule) &&
                                        is_closed(*verdict_.waits_for);
            return say("rule " + rule(*verdict_.waits_for).id + " waits for " +
                       (waits_for_file ? "its file to close" : "an open involvement") + ": it is live");
        }
        if (verdict_.winner != nullptr)
            return say("other rules cannot be told, but until " + to_text(*verdict_.retain_until) +
                       " it is kept in any case");
        say("not every rule's day can be told: a person must look");
    }

    bool is_closed(const RuleInstance& instance) const {
        Reading reading;
        return !instances_.facts().is_open(instance.source, reading);
    }

    void say_on_the_way(const RuleInstance* instance, const std::string& done) {
        if (instance == nullptr) return;
        say_applies(*instance);
        say_day(*instance);
        say("it may be " + done + " after " + to_text(*instance->day));
    }

    // At most one line for each rule: of its instances the one that weighs most.
    void list_rule(int index) {
        const RuleInstance* heaviest = nullptr;
        for (const RuleInstance* instance : reach_.all)
            if (instance->rule == index && (heaviest == nullptr || weight(*instance) > weight(*heaviest)))
                heaviest = instance;
        if (heaviest == nullptr || !rule(*heaviest).is_end_rule()) return;
        const bool won = verdict_.winner != nullptr && verdict_.winner->rule == index;
        const int taken_by = reach_.taken_by[static_cast<std::size_t>(index)];
        if (heaviest->applies != Truth::no && taken_by == not_taken && is_unknown(instances_, *heaviest)) {
            if (verdict_.outcome != Outcome::permanent || heaviest->applies == Truth::unknown)
                return list_unknown(*heaviest);
        }
        if (!won)
            explanation_.lost.push_back({rule(*heaviest).id, day_if_any(*heaviest), why_lost(*heaviest)});
    }

    // Unknown before applying before not applying; among the known the later day, for ceilings the earlier.
    std::pair<int, int> weight(const RuleInstance& instance) const {
        if (instance.applies == Truth::no) return {0, 0};
        const std::optional<Date> day = day_if_any(instance);
        if (instance.applies == Truth::unknown || !day) return {2, 0};
        const auto count = std::chrono::sys_days{*day}.time_since_epoch().count();
        return {1, static_cast<int>(rule(instance).is_ceiling() ? -count : count)};
    }

    std::optional<Date> day_if_any(const RuleInstance& instance) const {
        if (instance.applies == Truth::no || rule(instance).action == Action::permanent) return std::nullopt;
        Reading reading;
        return instances_.question(instance).day_of_rule(reading);
    }

    void list_unknown(const RuleInstance& instance) {
        const Question question = instances_.question(instance);
        std::string why = instance.applies == Truth::unknown
                              ? "its condition " + quoted(rule(instance).applies_if->text) +
                                    " cannot be told: " + missing_for(question, *rule(instance).applies_if)
                              : missing_for_day(question);
        const std::string& source = instances_.facts().involvement(instance.source).id;
        if (!is_own(instance)) why += " (on involvement " + source + ")";
        explanation_.unknown.push_back({rule(instance).id, std::move(why)});
    }

    std::string why_lost(const RuleInstance& instance) const {
        const int taken_by = reach_.taken_by[static_cast<std::size_t>(instance.rule)];
        if (instance.applies == Truth::no)
            return "its condition is false: " + rule(instance).applies_if->text;
        if (taken_by == other_end_rule) return "default: another end rule applies";
        if (taken_by != not_taken)
            return "replaced by " + instances_.schedule().rules[static_cast<std::size_t>(taken_by)].id;
        if (verdict_.outcome == Outcome::permanent) return "a permanent rule applies";
        if (verdict_.winner == nullptr) return "other rules cannot be told";
        return why_outweighed(instance);
    }

    std::string why_outweighed(const RuleInstance& instance) const {
        const std::optional<Date> day = day_if_any(instance);
        if (rule(instance).is_ceiling() && !is_ceiling_won())
            return *day < *verdict_.retain_until ? "a ceiling before the winner: conflict"
                                                 : "a ceiling that the winner keeps to";
        if (*day == *verdict_.retain_until) return "the same day as the winner, which stands first";
        return is_ceiling_won() ? "later than the winner, a ceiling" : "earlier than the winner";
    }

    FileInstances& instances_;
    const Reach& reach_;
    const Verdict& verdict_;
    const Decision& decision_;
    Explanation explanation_;
};

}  // namespace

Explanation explain(const ExplainedCase& decided) {
    return Explainer(decided).write();
}

Explanation explain(const Decision& decision, std::string why) {
    Explanation explanation;
    explanation.steps.push_back(std::move(why) + (decision.outcome == Outcome::live
                                                      ? ": it is live, and no date is proposed"
                                                      : ": a person must look"));
    say_holds_and_next_look(decision, explanation);
    return explanation;
}

}  // namespace casekeeper

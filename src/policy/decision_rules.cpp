// SPDX-License-Identifier: MIT
#include "policy/decision_rules.h"

namespace casekeeper {
namespace {

// One involvement's case, from the instances that reach it to the verdict.
class Case {
public:
    Case(FileInstances& instances, Reach& reach, Reading& reading)
        : instances_(instances), reach_(reach), reading_(reading), day_(instances.facts().day()) {}

    Verdict judge() {
        reading_.join(reach_.reading);
        verdict_.minimise = latest_on_the_way(Action::minimise);
        verdict_.transfer = latest_on_the_way(Action::transfer);
        if (is_permanent()) return verdict_;
        for (RuleInstance* instance : reach_.left) weigh(*instance);
        verdict_.conflict = floor_ && verdict_.ceiling && *verdict_.ceiling->day < *floor_->day;
        if (verdict_.has_unknown) {
            decide_with_unknown();
        } else if (floor_ || verdict_.ceiling) {
            decide_by_day();
        }
        return verdict_;
    }

private:
    const Rule& rule(const RuleInstance& instance) const { return instances_.rule(instance); }

    const RuleInstance* latest_on_the_way(Action action) {
        const RuleInstance* latest = nullptr;
        for (RuleInstance* instance : reach_.left) {
            if (rule(*instance).action != action || instance->applies != Truth::yes) continue;
            const std::optional<Date>& day = instances_.day_of(*instance);
            reading_.join(instance->read_for_day);
            if (day && (latest == nullptr || *day > *latest->day)) latest = instance;
        }
        return latest;
    }

    bool is_permanent() {
        for (const RuleInstance* instance : reach_.left) {
            if (rule(*instance).action != Action::permanent || instance->applies != Truth::yes) continue;
            if (verdict_.winner == nullptr || instance->rule < verdict_.winner->rule)
                verdict_.winner = instance;
        }
        if (verdict_.winner != nullptr) verdict_.outcome = Outcome::permanent;
        return verdict_.winner != nullptr;
    }

    void weigh(RuleInstance& instance) {
        if (!rule(instance).is_end_rule()) return;
        const bool waits = instances_.index().waits_for_file_closed(instance.rule);
        if (rule(instance).action != Action::permanent && (instance.applies == Truth::yes || waits)) {
            instances_.day_of(instance);
            reading_.join(instance.read_for_day);
        }
        if (is_unknown(instances_, instance)) verdict_.has_unknown = true;
        if (instance.applies != Truth::yes || !instance.day) return;
        if (rule(instance).is_ceiling()) {
            if (comes_before(instance, verdict_.ceiling, *instance.day)) verdict_.ceiling = &instance;
            return;
        }
        if (rule(instance).basis != Basis::business && day_ <= *instance.day &&
            (verdict_.law == nullptr || *instance.day > *verdict_.law->day))
            verdict_.law = &instance;
        if (floor_ == nullptr || *instance.day > *floor_->day ||
            (*instance.day == *floor_->day && instance.rule < floor_->rule)) {
            floor_ = &instance;
        }
    }

    static bool comes_before(const RuleInstance& instance, const RuleInstance* other, Date day) {
        if (other == nullptr || day < *other->day) return true;
        return day == *other->day && instance.rule < other->rule;
    }

    void decide_with_unknown() {
        for (const RuleInstance* instance : reach_.left) {
            if (!is_unknown(instances_, *instance) || !is_waiting(*instance)) continue;
            verdict_.outcome = Outcome::live;
            verdict_.waits_for = instance;
            verdict_.conflict = false;
            return;
        }
        if (floor_ && day_ <= *floor_->day) return retain_until(*floor_, day_after(*floor_->day));
        verdict_.conflict = false;
    }

    // What is unknown may still become known as the work goes on.
    bool is_waiting(const RuleInstance& instance) {
        if (instances_.facts().is_open(instance.source, reading_)) return true;
        return instances_.index().waits_for_file_closed(instance.rule) && !instance.day &&
               instances_.facts().file_is_open(instance.source, reading_);
    }

    void decide_by_day() {
        const RuleInstance& winner = floor_ ? *floor_ : *verdict_.ceiling;
        const Date free_on = floor_ ? day_after(*winner.day) : *winner.day;
        if (day_ < free_on) return retain_until(winner, free_on);
        verdict_.winner = &winner;
        verdict_.retain_until = winner.day;
        verdict_.outcome = Outcome::retain;
        if (is_kept_by_not_while()) return;
        verdict_.outcome = needs_a_person() ? Outcome::review : Outcome::due;
    }

    void retain_until(const RuleInstance& winner, Date free_on) {
        verdict_.outcome = Outcome::retain;
        verdict_.winner = &winner;
        verdict_.retain_until = winner.day;
        reading_.can_change_on(free_on);
    }

    bool is_kept_by_not_while() {
        for (const RuleInstance* instance : reach_.left) {
            const auto& not_while = rule(*instance).not_while;
            if (!not_while || !rule(*instance).is_end_rule()) continue;
            verdict_.not_while = instances_.question(*instance).truth_of(*not_while, reading_);
            if (verdict_.not_while == Truth::no) continue;
            verdict_.kept_by = instance;
            return true;
        }
        return false;
    }

    bool needs_a_person() const {
        if (verdict_.conflict) return true;
        for (const RuleInstance* instance : reach_.left) {
            const Action action = rule(*instance).action;
            if (action == Action::review || action == Action::decide) return true;
            if (rule(*instance).is_end_rule() && instance->read_for_day.inexact_birth) return true;
        }
        return false;
    }

    FileInstances& instances_;
    Reach& reach_;
    Reading& reading_;
    const Date day_;
    const RuleInstance* floor_ = nullptr;
    Verdict verdict_;
};

}  // namespace

bool is_unknown(const FileInstances& instances, const RuleInstance& instance) {
    const Rule& rule = instances.rule(instance);
    if (!rule.is_end_rule()) return false;
    return instance.applies == Truth::unknown || (rule.action != Action::permanent && !instance.day);
}

Verdict judge(FileInstances& instances, Reach& reach, Reading& reading) {
    return Case(instances, reach, reading).judge();
}

}  // namespace casekeeper

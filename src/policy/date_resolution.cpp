// SPDX-License-Identifier: MIT
#include "policy/date_resolution.h"

#include <algorithm>

namespace casekeeper {
namespace {

Truth truth(bool value) {
    return value ? Truth::yes : Truth::no;
}

month_day start_of(DateTerm::YearKind kind, const RetentionSchedule& schedule) {
    switch (kind) {
        case DateTerm::YearKind::financial:
            return schedule.financial_year_starts;
        case DateTerm::YearKind::academic:
            return schedule.academic_year_starts;
        case DateTerm::YearKind::calendar:
            break;
    }
    return {std::chrono::January, std::chrono::day{1}};
}

}  // namespace

Truth negated(Truth truth) {
    if (truth == Truth::unknown) return truth;
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

bool mentions_file_closed(const DateTerm& term) {
    if (term.kind == DateTerm::Kind::trigger) return term.trigger.kind == TriggerKind::file_closed;
    return std::any_of(term.parts.begin(), term.parts.end(), mentions_file_closed);
}

std::optional<Date> Question::day_of(const DateTerm& term, Reading& reading) const {
    switch (term.kind) {
        case DateTerm::Kind::trigger:
            return facts.day_of(term.trigger, source, reading);
        case DateTerm::Kind::fixed:
            return term.fixed;
        case DateTerm::Kind::later_of:
        case DateTerm::Kind::earlier_of:
            return chosen(term, reading);
        case DateTerm::Kind::sum:
        case DateTerm::Kind::difference:
        case DateTerm::Kind::end_of:
            break;
    }
    const std::optional<Date> day = day_of(term.parts.front(), reading);
    if (!day) return std::nullopt;
    if (term.kind == DateTerm::Kind::end_of) return end_of_year(*day, start_of(term.year, schedule));
    return term.kind == DateTerm::Kind::sum ? add(*day, term.period, rule.rounding())
                                            : subtract(*day, term.period, rule.rounding());
}

std::optional<Date> Question::chosen(const DateTerm& term, Reading& reading) const {
    const bool later = term.kind == DateTerm::Kind::later_of;
    std::optional<Date> best;
    bool unknown = false;
    for (const DateTerm& part : term.parts) {
        const std::optional<Date> day = day_of(part, reading);
        unknown = unknown || !day;
        if (day && (!best || (later ? *day > *best : *day < *best))) best = day;
    }
    return later && unknown ? std::nullopt : best;
}

std::optional<Date> Question::day_of_rule(Reading& reading) const {
    if (rule.until) return day_of(*rule.until, reading);
    return facts.day_of({TriggerKind::closed, {}, {}}, source, reading);
}

Truth Question::truth_of(const Condition& condition, Reading& reading) const {
    switch (condition.kind) {
        case Condition::Kind::all:
            return joined(condition, Truth::no, reading);
        case Condition::Kind::any:
            return joined(condition, Truth::yes, reading);
        case Condition::Kind::negation:
            return negated(truth_of(condition.parts.front(), reading));
        case Condition::Kind::died:
            return truth(facts.death(reading).died);
        case Condition::Kind::died_before:
            return died_before(condition.period, reading);
        case Condition::Kind::recorded:
            return truth(facts.day_of(condition.trigger, source, reading).has_value());
        case Condition::Kind::before:
        case Condition::Kind::after:
            return compared(condition, reading);
        case Condition::Kind::ever:
            return truth(facts.ever(condition.services, reading));
        case Condition::Kind::open:
            return truth(facts.open(condition.services, reading));
        case Condition::Kind::family_open:
            return truth(facts.family_open(condition.services, reading));
        case Condition::Kind::equals: {
            const std::string* word = attribute(condition.attribute);
            return truth(word != nullptr && *word == condition.word);
        }
        case Condition::Kind::differs: {
            const std::string* word = attribute(condition.attribute);
            return word == nullptr ? Truth::unknown : truth(*word != condition.word);
        }
    }
    return Truth::unknown;
}

// One decisive part settles the whole; the parts behind it are not asked.
Truth Question::joined(const Condition& condition, Truth decisive, Reading& reading) const {
    Truth whole = negated(decisive);
    for (const Condition& part : condition.parts) {
        const Truth answer = truth_of(part, reading);
        if (answer == decisive) return decisive;
        if (answer == Truth::unknown) whole = Truth::unknown;
    }
    return whole;
}

Truth Question::died_before(const Period& age, Reading& reading) const {
    const FactsOnDay::Death death = facts.death(reading);
    if (!death.died) return Truth::no;
    const std::optional<DateRange> birth = facts.birth(reading);
    if (!death.on || !birth) return Truth::unknown;
    const Truth at_earliest = died_before(*death.on, birth->earliest, age);
    return at_earliest == died_before(*death.on, birth->latest, age) ? at_earliest : Truth::unknown;
}

Truth Question::died_before(Date death, Date birth, const Period& age) const {
    const bool leap_day = birth.month() == std::chrono::February && birth.day() == std::chrono::day{29};
    if (!leap_day) return truth(death < add(birth, age, rule.rounding()));
    const bool before_february_ends = death < add(birth, age, Rounding::never_late);
    const bool before_march = death < add(birth, age, Rounding::never_early);
    return before_february_ends == before_march ? truth(before_march) : Truth::unknown;
}

Truth Question::compared(const Condition& condition, Reading& reading) const {
    const std::optional<Date> left = day_of(condition.dates[0], reading);
    if (!left) return Truth::unknown;
    const std::optional<Date> right = day_of(condition.dates[1], reading);
    if (!right) return Truth::unknown;
    return truth(condition.kind == Condition::Kind::before ? *left < *right : *left > *right);
}

const std::string* Question::attribute(const std::string& name) const {
    for (const auto& [attribute, word] : facts.involvement(source).attributes)
        if (attribute == name) return &word;
    return nullptr;
}

}  // namespace casekeeper

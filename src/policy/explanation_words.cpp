// SPDX-License-Identifier: MIT
#include "policy/explanation_words.h"

#include <algorithm>

namespace casekeeper {
namespace {

using Phrases = std::vector<std::string>;

void add_once(Phrases& phrases, std::string phrase) {
    if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end())
        phrases.push_back(std::move(phrase));
}

std::string joined(const Phrases& phrases) {
    std::string text;
    for (const std::string& phrase : phrases) text += (text.empty() ? "" : ", and ") + phrase;
    return text;
}

std::string name_of(const Trigger& trigger) {
    return trigger.role.empty() ? trigger.name : trigger.name + "@" + trigger.role;
}

const char* name_of(DateTerm::YearKind kind) {
    if (kind == DateTerm::YearKind::financial) return "financial-year";
    return kind == DateTerm::YearKind::academic ? "academic-year" : "calendar-year";
}

class SumWriter {
public:
    explicit SumWriter(const Question& question) : question_(question) {}

    std::string write(const DateTerm& term) {
        Reading reading;
        const std::optional<Date> day = question_.day_of(term, reading);
        std::string value = day ? to_text(*day) : "unknown";
        switch (term.kind) {
            case DateTerm::Kind::trigger:
                if (day && reading.inexact_birth)
                    remark("the birth is not known to the day: the latest day it can be counts, " + value);
                return name_of(term.trigger) + " " + value;
            case DateTerm::Kind::fixed:
                return value;
            case DateTerm::Kind::sum:
            case DateTerm::Kind::difference:
                return write_sum(term) + " = " + value;
            case DateTerm::Kind::end_of:
                return std::string("end-of(") + name_of(term.year) + ", " + write(term.parts.front()) +
                       ") = " + value;
            case DateTerm::Kind::later_of:
                return "later-of(" + write_parts(term) + ") = " + value;
            case DateTerm::Kind::earlier_of:
                return "earlier-of(" + write_parts(term) + ") = " + value;
        }
        return value;
    }

    Phrases take_remarks() { return std::move(remarks_); }

private:
    void remark(std::string text) { add_once(remarks_, std::move(text)); }

    std::string write_parts(const DateTerm& term) {
        std::string text;
        for (const DateTerm& part : term.parts) text += (text.empty() ? "" : ", ") + write(part);
        return text;
    }

    std::string write_sum(const DateTerm& term) {
        const DateTerm& part = term.parts.front();
        const bool adds = term.kind == DateTerm::Kind::sum;
        Reading reading;
        if (const std::optional<Date> day = question_.day_of(part, reading)) {
            const auto move = adds ? add : subtract;
            if (move(*day, term.period, Rounding::never_early) !=
                move(*day, term.period, Rounding::never_late))
                remark(question_.rule.is_ceiling()
                           ? "that day of the month does not exist: the last of the month counts, never late"
                           : "that day of the month does not exist: the first of the next month counts, "
                             "never early");
        }
        return write(part) + (adds ? " + " : " - ") + to_text(term.period);
    }

    const Question& question_;
    Phrases remarks_;
};

std::string missing_event(const InvolvementFacts& involvement, const std::string& name) {
    for (const auto& [recorded, day] : involvement.events)
        if (recorded == name)
            return "the event " + name + " is dated " + to_text(day) + " and has not happened";
    return "no event " + name + " is recorded";
}

std::string missing_role(const Question& question, const Trigger& trigger) {
    for (const auto& [role, person] : question.facts.involvement(question.source).roles)
        if (role == trigger.role)
            return "the " + trigger.name + " of the person in the role " + role + " is not recorded";
    return "nobody is recorded in the role " + trigger.role;
}

std::string missing_life(const Question& question, const Trigger& trigger) {
    Reading reading;
    if (trigger.kind == TriggerKind::death)
        return question.facts.death(reading).died ? "the day of death is not recorded"
                                                  : "no death is recorded";
    question.facts.birth(reading);
    return reading.changes_on ? "the person is not yet born" : "date of birth is not recorded";
}

std::string missing(const Question& question, const Trigger& trigger) {
    if (!trigger.role.empty()) return missing_role(question, trigger);
    const InvolvementFacts& involvement = question.facts.involvement(question.source);
    switch (trigger.kind) {
        case TriggerKind::birth:
        case TriggerKind::death:
            return missing_life(question, trigger);
        case TriggerKind::closed:
            return "involvement " + involvement.id + " is open";
        case TriggerKind::file_closed:
            return "an involvement of the file is open";
        case TriggerKind::last_entry:
            return "no entry is recorded";
        default:
            return missing_event(involvement, trigger.name);
    }
}

void add_missing(const Question& question, const DateTerm& term, Phrases& phrases) {
    Reading reading;
    if (question.day_of(term, reading)) return;
    if (term.kind == DateTerm::Kind::trigger) add_once(phrases, missing(question, term.trigger));
    for (const DateTerm& part : term.parts) add_missing(question, part, phrases);
}

void add_missing(const Question& question, const Condition& condition, Phrases& phrases) {
    Reading reading;
    if (question.truth_of(condition, reading) != Truth::unknown) return;
    for (const Condition& part : condition.parts) add_missing(question, part, phrases);
    for (const DateTerm& date : condition.dates) add_missing(question, date, phrases);
    if (condition.kind == Condition::Kind::differs)
        add_once(phrases, "the attribute " + condition.attribute + " is not recorded");
    if (condition.kind == Condition::Kind::died_before)
        add_once(phrases, "the days of birth and death are not known well enough");
}

}  // namespace

Arithmetic arithmetic_of(const Question& question, const DateTerm& term) {
    SumWriter writer(question);
    Arithmetic arithmetic;
    arithmetic.sum = writer.write(term);
    arithmetic.remarks = writer.take_remarks();
    return arithmetic;
}

std::string missing_for_day(const Question& question) {
    if (!question.rule.until) return missing(question, {TriggerKind::closed, "closed", ""});
    Phrases phrases;
    add_missing(question, *question.rule.until, phrases);
    return joined(phrases);
}

std::string missing_for(const Question& question, const Condition& condition) {
    Phrases phrases;
    add_missing(question, condition, phrases);
    return joined(phrases);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "policy/date_words.h"

#include <map>

#include "base/plain_words.h"

namespace casekeeper {
namespace {

std::string counted_in_words(int number, const std::string& unit) {
    return std::to_string(number) + " " + unit + (number == 1 ? "" : "s");
}

// Events that the shipped rules know; of another one its name is said.
std::string event_in_words(const std::string& name) {
    static const std::map<std::string, std::string> words = {
        {"order-made", "the order was made"},
        {"order-ended", "the order ended"},
        {"approval-ended", "the approval ended"},
        {"placement-ended", "the placement ended"},
        {"refused-or-withdrawn", "the application was refused or withdrawn"},
        {"minutes-approved", "the minutes were approved"},
        {"award", "the award was made"},
        {"project-end", "the project ended"},
        {"register-term-end", "the time on the register ended"}};
    const auto found = words.find(name);
    return found != words.end() ? found->second : "“" + with_spaces(name) + "” took place";
}

// "31 March": the last day of a year that begins on the day given.
std::string last_day_of_year(month_day starts) {
    using std::chrono::year;
    const Date last = day_before(Date{year{2001}, starts.month(), starts.day()});
    const std::string words = to_words(last);
    return words.substr(0, words.rfind(' '));
}

std::string year_in_words(DateTerm::YearKind kind, const RetentionSchedule& schedule) {
    if (kind == DateTerm::YearKind::financial)
        return "the financial year (" + last_day_of_year(schedule.financial_year_starts) + ")";
    if (kind == DateTerm::YearKind::academic)
        return "the school year (" + last_day_of_year(schedule.academic_year_starts) + ")";
    return "the year (31 December)";
}

bool is_birthday(const DateTerm& day) {
    return day.kind == DateTerm::Kind::sum && day.period.months == 0 && day.period.days == 0 &&
           day.period.years > 0 && day.parts.front().kind == DateTerm::Kind::trigger &&
           day.parts.front().trigger.kind == TriggerKind::birth;
}

class DayWriter {
public:
    explicit DayWriter(const RetentionSchedule& schedule) : schedule_(schedule) {}

    // A thing: it can stand after "until".
    std::string day(const DateTerm& term) const {
        switch (term.kind) {
            case DateTerm::Kind::trigger:
                return "the day " + trigger_in_words(term.trigger);
            case DateTerm::Kind::end_of:
                return "the end of " + year_in_words(term.year, schedule_) + " in which " +
                       what_happens(term.parts.front());
            default:
                return after(term);
        }
    }

private:
    // What stands after "after" and "before".
    std::string after(const DateTerm& term) const {
        switch (term.kind) {
            case DateTerm::Kind::trigger:
                return trigger_in_words(term.trigger);
            case DateTerm::Kind::fixed:
                return to_words(term.fixed);
            case DateTerm::Kind::sum:
                return is_birthday(term)
                           ? birthday(term)
                           : period_in_words(term.period) + " after " + after(term.parts.front());
            case DateTerm::Kind::difference:
                return period_in_words(term.period) + " before " + after(term.parts.front());
            case DateTerm::Kind::end_of:
                return day(term);
            case DateTerm::Kind::later_of:
                return choice(term, "later", "latest");
            case DateTerm::Kind::earlier_of:
                return choice(term, "earlier", "earliest");
        }
        return "";
    }

    // What stands after "in which".
    std::string what_happens(const DateTerm& term) const {
        return term.kind == DateTerm::Kind::trigger ? trigger_in_words(term.trigger)
                                                    : "there is " + day(term);
    }

    static std::string birthday(const DateTerm& term) {
        const std::string& role = term.parts.front().trigger.role;
        const std::string number = ordinal(term.period.years) + " birthday";
        return role.empty() ? "your " + number : "the " + number + " of " + role_in_words(role);
    }

    std::string choice(const DateTerm& term, const std::string& of_two, const std::string& of_more) const {
        std::vector<std::string> words;
        for (const DateTerm& part : term.parts) {
            const bool is_bare = part.kind == DateTerm::Kind::trigger;
            words.push_back(is_bare ? day(part) : after(part));
        }
        if (words.size() == 1) return words.front();
        return listed_in_words(words, "or") + ", whichever is " + (words.size() == 2 ? of_two : of_more);
    }

    const RetentionSchedule& schedule_;
};

}  // namespace

std::string listed_in_words(const std::vector<std::string>& words, const std::string& last_word) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at > 0) text += at + 1 == words.size() ? " " + last_word + " " : ", ";
        text += words[at];
    }
    return text;
}

std::string period_in_words(const Period& period) {
    std::vector<std::string> parts;
    if (period.years > 0) parts.push_back(counted_in_words(period.years, "year"));
    if (period.months > 0) parts.push_back(counted_in_words(period.months, "month"));
    if (period.days > 0) parts.push_back(counted_in_words(period.days, "day"));
    return parts.empty() ? "0 days" : listed_in_words(parts, "and");
}

std::string role_in_words(const std::string& role) {
    if (role == "alleged-perpetrator") return "the adult whom the concern is about";
    if (role == "supported-child") return "the young person who was supported";
    return "the person named as " + with_spaces(role);
}

std::string trigger_in_words(const Trigger& trigger) {
    if (!trigger.role.empty())
        return role_in_words(trigger.role) + (trigger.kind == TriggerKind::birth ? " was born" : " died");
    switch (trigger.kind) {
        case TriggerKind::birth:
            return "you were born";
        case TriggerKind::death:
            return "the person died";
        case TriggerKind::opened:
            return "the service began";
        case TriggerKind::closed:
            return "the service ended";
        case TriggerKind::file_closed:
            return "the last service in the same file ended";
        case TriggerKind::last_entry:
            return "we last wrote something down";
        case TriggerKind::last_activity:
            return "we last did something";
        case TriggerKind::last_contact:
            return "we were last in touch";
        case TriggerKind::created:
            return "the record was made";
        case TriggerKind::event:
            return event_in_words(trigger.name);
    }
    return "";
}

std::string day_in_words(const DateTerm& day, const RetentionSchedule& schedule) {
    return DayWriter(schedule).day(day);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "policy/request_clock.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/json_read.h"

namespace casekeeper {
namespace {

using std::chrono::sys_days;

// Data (Use and Access) Act 2025 s 76 in force: SI 2026/82.
constexpr Date questions_in_statute{std::chrono::year{2026}, std::chrono::February, std::chrono::day{5}};
constexpr int months_to_answer = 1;
constexpr int months_extended = 3;

struct LateQuestion {
    Date asked_on;
    Date ended_on;  // the period, as it stood that day
};

// The questions put to the requester, as far as they matter to the clock.
struct Questions {
    std::vector<Asked> in_time;  // ascending by asked_on
    std::vector<LateQuestion> late;

    const Asked* open() const {
        const auto found =
            std::find_if(in_time.begin(), in_time.end(), [](const Asked& one) { return !one.met_on; });
        return found == in_time.end() ? nullptr : &*found;
    }
};

// The days from the relevant day on that the answered questions take out of the period: from the day asked to
// the day answered, both included, each once. Before the statute the day of asking was a running day.
int paused_days(const ClockFacts& facts, const std::vector<Asked>& questions, Date relevant_on) {
    int paused = 0;
    sys_days next = relevant_on;  // the first day that may still count
    bool any = false;
    for (const Asked& one : questions) {
        if (!one.met_on) continue;
        const sys_days from = std::max<sys_days>(one.asked_on, next);
        const sys_days to = *one.met_on;
        if (to < from) continue;
        paused += static_cast<int>((to - from).count()) + 1;
        const bool separate = !any || from > next;
        if (separate && facts.received_on < questions_in_statute) --paused;
        next = to + std::chrono::days{1};
        any = true;
    }
    return paused;
}

Date month_end(Date relevant_on, int months) {
    return add(relevant_on, {0, months, 0}, Rounding::never_late);
}

Date period_end(const ClockFacts& facts, const Questions& questions, Date relevant_on, int months) {
    const int paused = paused_days(facts, questions.in_time, relevant_on);
    return add(month_end(relevant_on, months), {0, 0, paused}, Rounding::never_late);
}

// The questions asked up to a day (absent: all), each held against the period as it stood when it was asked.
Questions questions_of(const ClockFacts& facts, Date relevant_on, int months, std::optional<Date> up_to) {
    Questions questions;
    if (facts.kind == RequestKind::deletion) return questions;
    std::vector<Asked> asked = facts.clarifications;
    std::stable_sort(asked.begin(), asked.end(),
                     [](const Asked& a, const Asked& b) { return a.asked_on < b.asked_on; });
    for (const Asked& one : asked) {
        if (up_to && one.asked_on > *up_to) break;
        const Date ended_on = period_end(facts, questions, relevant_on, months);
        // While another question is open the period cannot run out.
        if (one.asked_on > ended_on && !questions.open())
            questions.late.push_back({one.asked_on, ended_on});
        else
            questions.in_time.push_back(one);
    }
    return questions;
}

// Nullopt while something that was asked for is outstanding.
std::optional<Date> relevant_day(const ClockFacts& facts) {
    Date latest = facts.received_on;
    for (const auto& asked : {facts.identity, facts.fee}) {
        if (!asked) continue;
        if (!asked->met_on) return std::nullopt;
        latest = std::max(latest, *asked->met_on);
    }
    return latest;
}

const char* weekday_name(Date day) {
    static constexpr std::array<const char*, 7> names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday"};
    return names.at(std::chrono::weekday{sys_days{day}}.c_encoding());
}

// Does the sum and says each step.
class Reckoning {
public:
    Reckoning(const ClockFacts& facts, const BankHolidays& holidays) : facts_(facts), holidays_(holidays) {}

    RequestClock reckon() {
        clock_.received_on = facts_.received_on;
        say("received on " + to_text(facts_.received_on) + ", a " + weekday_name(facts_.received_on) +
            ": the day of receipt counts, working day or not");
        start();
        extend();
        if (clock_.relevant_on) count(*clock_.relevant_on);
        return std::move(clock_);
    }

private:
    void say(std::string step) { clock_.steps.push_back(std::move(step)); }

    // The law in force at receipt: Art 12A, or Art 12(3) with the Commissioner's guidance.
    bool in_statute() const { return facts_.received_on >= questions_in_statute; }
    void say_law(const std::string& step, const char* paragraphs) {
        say(step + " (UK GDPR Art " + (in_statute() ? std::string("12A") + paragraphs : "12(3)") + ")");
    }

    void say_asked(const std::optional<Asked>& asked, const std::string& what, const char* came) {
        if (!asked) return;
        const std::string start = what + " was asked for on " + to_text(asked->asked_on);
        say(asked->met_on ? start + " and " + came + " on " + to_text(*asked->met_on)
                          : start + " and is outstanding: the clock has not started");
    }

    void start() {
        say_asked(facts_.identity, "evidence of identity", "arrived");
        say_asked(facts_.fee, "a fee", "was paid");
        clock_.relevant_on = relevant_day(facts_);
        if (!clock_.relevant_on) return;
        say_law("the clock starts on " + to_text(*clock_.relevant_on) +
                    ": the latest of receipt, evidence of identity if asked for and fee if asked for",
                "(2)");
    }

    void extend() {
        if (!facts_.extension_notice_on) return;
        const ExtensionWindow window = extension_is_in_time(facts_, *facts_.extension_notice_on);
        clock_.extended = window.in_time;
        const std::string notice =
            "the notice of extension of " + to_text(*facts_.extension_notice_on) + " came ";
        const std::string last = window.last_on ? to_text(*window.last_on) : "";
        if (!window.in_time)
            say_law(notice + "after the last day for it, " + last + ": it changes nothing", "(4)");
        else if (window.last_on)
            say_law(notice + "on or before the last day for it, " + last + ": two further months",
                    "(3), (4)");
        else
            say_law(notice + "while no period ran: two further months", "(3), (4)");
    }

    void count(Date relevant_on) {
        const int months = clock_.extended ? months_extended : months_to_answer;
        const Date end = month_end(relevant_on, months);
        say(std::string("the period of ") + (clock_.extended ? "three months" : "one month") + " from " +
            to_text(relevant_on) + " ends on " + to_text(end) +
            (end.day() == relevant_on.day() ? ": the same day of the month"
                                            : ": the last day of a month that has no such day"));
        const Questions questions = questions_of(facts_, relevant_on, months, std::nullopt);
        clock_.paused_days = paused_days(facts_, questions.in_time, relevant_on);
        say_questions(questions);
        if (const Asked* open = questions.open())
            return say_law("the question of " + to_text(open->asked_on) +
                               " is open: the clock stands still and no day is due yet",
                           "(5)");
        finish(period_end(facts_, questions, relevant_on, months));
    }

    void say_questions(const Questions& questions) {
        if (facts_.kind == RequestKind::deletion && !facts_.clarifications.empty())
            say_law("questions stop the clock of access requests only, not of a deletion request", "(5)");
        bool answered = false;
        for (const Asked& one : questions.in_time) {
            if (!one.met_on) continue;
            say("a question was asked on " + to_text(one.asked_on) + " and answered on " +
                to_text(*one.met_on));
            answered = true;
        }
        for (const LateQuestion& late : questions.late)
            say("the question of " + to_text(late.asked_on) + " came after the period ran out on " +
                to_text(late.ended_on) + ": it does not stop the clock");
        if (answered) say_pause();
    }

    void say_pause() {
        say_law(std::to_string(clock_.paused_days) + (clock_.paused_days == 1 ? " day" : " days") +
                    " added: from the start of the clock on, the days from asking to answer, " +
                    (in_statute() ? "both included" : "the day of asking apart") +
                    ", do not count; a day of two questions is one day",
                "(5)");
    }

    void finish(Date end) {
        const Date due_on = holidays_.next_working_day(end);
        if (due_on != end) {
            const std::string holiday = holidays_.holiday_on(end);
            say(to_text(end) + " is a " + (holiday.empty() ? weekday_name(end) : "bank holiday, " + holiday) +
                ": the next working day is " + to_text(due_on));
        }
        clock_.due_on = due_on;
        clock_.alarm_on = holidays_.last_working_day_before(due_on);
        say("the answer is due on " + to_text(due_on) + "; the alarm is on the last working day before, " +
            to_text(*clock_.alarm_on));
    }

    const ClockFacts& facts_;
    const BankHolidays& holidays_;
    RequestClock clock_;
};

Date stored_day(const std::string& text) {
    const auto day = parse_date(text);
    if (!day) throw std::invalid_argument("a stored value is no date");
    return *day;
}

// {"asked_on":…,"<met>":…}
Asked stored_asked(const std::string& json, const char* met) {
    Asked asked{stored_day(json_text_at(json, "asked_on")), std::nullopt};
    if (const std::string text = json_text_at(json, met); !text.empty()) asked.met_on = stored_day(text);
    return asked;
}

}  // namespace

RequestClock request_clock(const ClockFacts& facts, const BankHolidays& holidays) {
    return Reckoning(facts, holidays).reckon();
}

JsonObject json_of(const RequestClock& clock) {
    const auto text_of = [](const std::optional<Date>& day) {
        return day ? std::optional(to_text(*day)) : std::nullopt;
    };
    JsonObject json;
    json.text("received", to_text(clock.received_on))
        .text_or_null("relevant", text_of(clock.relevant_on))
        .text_or_null("due", text_of(clock.due_on))
        .text_or_null("alarm", text_of(clock.alarm_on))
        .number("paused_days", clock.paused_days)
        .flag("extended", clock.extended);
    return json;
}

ExtensionWindow extension_is_in_time(const ClockFacts& facts, Date notice_on) {
    const std::optional<Date> relevant_on = relevant_day(facts);
    if (!relevant_on) return {true, std::nullopt};
    const Questions questions = questions_of(facts, *relevant_on, months_to_answer, notice_on);
    if (questions.open()) return {true, std::nullopt};
    const Date last_on = period_end(facts, questions, *relevant_on, months_to_answer);
    return {notice_on <= last_on, last_on};
}

Date complaint_acknowledged_by(Date received_on) {
    constexpr int days_to_acknowledge = 30;
    return add(received_on, {0, 0, days_to_acknowledge - 1}, Rounding::never_late);
}

ClockFacts clock_facts(const Record& request) {
    ClockFacts facts;
    facts.kind = request.type == RecordType::deletion_request ? RequestKind::deletion : RequestKind::access;
    const auto received_on = local_day(request.value("received_at").value_or(""));
    if (!received_on) throw std::invalid_argument("a stored value is no moment");
    facts.received_on = *received_on;
    if (const auto& identity = request.value("identity"))
        facts.identity = stored_asked(*identity, "received_on");
    if (const auto& fee = request.value("fee")) facts.fee = stored_asked(*fee, "paid_on");
    if (const auto& list = request.value("clarifications"))
        for (const std::string& one : json_items_at("{\"list\":" + *list + "}", "list"))
            facts.clarifications.push_back(stored_asked(one, "answered_on"));
    if (const auto& notice = request.value("extension_notice_on"))
        facts.extension_notice_on = stored_day(*notice);
    return facts;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// The clock a second time: it looks at a calendar laid out day by day and at nothing else of the product, and
// lives through each request from its receipt on. Both have to agree for every day of receipt of ten years, by
// both laws, with evidence of identity, fees, questions and notices of extension thrown in.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "policy/request_clock.h"

namespace casekeeper {
namespace {

std::string shipped_holidays() {
    std::ifstream file(CASEKEEPER_SOURCE "/config/bank_holidays.toml");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const BankHolidays& holidays() {
    static const BankHolidays shipped = [] {
        std::vector<Finding> findings;
        return BankHolidays::read(shipped_holidays(), "bank_holidays.toml", findings);
    }();
    return shipped;
}

// ---- A calendar laid out: day 0 is 1 January 2018, a Monday

struct CalendarDay {
    int year = 0;
    int month = 0;
    int day = 0;
    bool works = false;
    bool ends_month = false;
};

int days_of(int year, int month) {
    if (month == 2) return year % 4 == 0 ? 29 : 28;  // no century lies between
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string written(int year, int month, int day) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

// The days that begin a line of the file: 2018-01-01 = …
std::set<std::string> listed_days() {
    std::set<std::string> days;
    std::istringstream lines(shipped_holidays());
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("20")) days.insert(line.substr(0, 10));
    return days;
}

const std::vector<CalendarDay>& calendar() {
    static const std::vector<CalendarDay> laid_out = [] {
        const std::set<std::string> listed = listed_days();
        std::vector<CalendarDay> days;
        for (int year = 2018; year <= 2028; ++year)
            for (int month = 1; month <= 12; ++month)
                for (int day = 1; day <= days_of(year, month); ++day) {
                    const bool weekend = days.size() % 7 >= 5;
                    days.push_back({year, month, day, !weekend && !listed.contains(written(year, month, day)),
                                    day == days_of(year, month)});
                }
        return days;
    }();
    return laid_out;
}

const CalendarDay& on(int number) {
    return calendar().at(static_cast<std::size_t>(number));
}

int number_of(int year, int month, int day) {
    int number = 0;
    while (on(number).year != year || on(number).month != month || on(number).day != day) ++number;
    return number;
}

Date date_of(int number) {
    return std::chrono::year{on(number).year} / on(number).month / on(number).day;
}

// ---- A request lived through (design: the clocks, steps 1 to 7)

constexpr int never = 1 << 30;

struct Pair {
    int asked = 0;
    int met = never;
};

struct Life {
    bool access = true;
    int received = 0;
    std::vector<Pair> identity_and_fee;
    std::vector<Pair> questions;
    int notice = never;
};

struct Outcome {
    int relevant = never;
    int due = never;
    int alarm = never;
    bool extended = false;
    int paused = 0;
};

class Lived {
public:
    explicit Lived(const Life& life) : life_(life), started_(life.received) {
        static const int commenced = number_of(2026, 2, 5);
        old_law_ = life.received < commenced;
        for (const Pair& one : life.identity_and_fee) started_ = std::max(started_, one.met);
        if (started_ == never) {
            extended_ = life.notice != never;
            return;
        }
        // Every day on which something can still happen, one after the other.
        for (int today = life.received; today <= last_event(); ++today) live(today);
    }

    Outcome outcome() const {
        Outcome outcome;
        outcome.extended = extended_;
        if (started_ == never) return outcome;
        outcome.relevant = started_;
        if (stands_still_) return outcome;
        outcome.due = end();
        outcome.paused = added();
        while (!on(outcome.due).works) ++outcome.due;
        outcome.alarm = outcome.due - 1;
        while (!on(outcome.alarm).works) --outcome.alarm;
        return outcome;
    }

private:
    void live(int today) {
        if (life_.access)
            for (const Pair& question : life_.questions)
                if (question.asked == today) ask(question, today);
        if (life_.notice == today && (today < started_ || is_open(today) || today <= end())) extended_ = true;
    }

    void ask(const Pair& question, int today) {
        if (today > started_ && !is_open(today) && today > end()) return;
        stands_still_ = stands_still_ || question.met == never;
        open_until_ = std::max(open_until_, question.met);
        for (int day = std::max(today, started_); day <= question.met && question.met != never; ++day)
            still_.insert(day);
    }

    bool is_open(int today) const { return open_until_ >= today; }

    int last_event() const {
        int last = life_.notice == never ? 0 : life_.notice;
        for (const Pair& question : life_.questions) last = std::max(last, question.asked);
        return last;
    }

    // The days of which the period is longer.
    int added() const {
        int days = 0;
        for (const int day : still_)
            if (!old_law_ || still_.contains(day - 1)) ++days;
        return days;
    }

    // Walks to the same day of the first or third month after, or to that month's last.
    int end() const {
        int months = extended_ ? 3 : 1;
        int day = started_;
        while (months > 0) months -= on(day++).ends_month ? 1 : 0;
        while (on(day).day != on(started_).day && !on(day).ends_month) ++day;
        return day + added();
    }

    const Life& life_;
    bool old_law_ = false;
    int started_ = 0;
    bool extended_ = false;
    bool stands_still_ = false;
    int open_until_ = -1;
    std::set<int> still_;
};

// ---- The same life told to the product

Asked told(const Pair& pair) {
    return {date_of(pair.asked), pair.met == never ? std::nullopt : std::optional(date_of(pair.met))};
}

ClockFacts told(const Life& life) {
    ClockFacts facts;
    facts.kind = life.access ? RequestKind::access : RequestKind::deletion;
    facts.received_on = date_of(life.received);
    if (!life.identity_and_fee.empty()) facts.identity = told(life.identity_and_fee[0]);
    if (life.identity_and_fee.size() > 1) facts.fee = told(life.identity_and_fee[1]);
    for (const Pair& question : life.questions) facts.clarifications.push_back(told(question));
    if (life.notice != never) facts.extension_notice_on = date_of(life.notice);
    return facts;
}

std::string said(int number) {
    return number == never ? "none" : to_text(date_of(number));
}

std::string said(const std::optional<Date>& day) {
    return day ? to_text(*day) : "none";
}

std::string said(const Life& life) {
    std::string text = (life.access ? "access received " : "deletion received ") + said(life.received);
    for (const Pair& one : life.identity_and_fee)
        text += ", wanted " + said(one.asked) + " met " + said(one.met);
    for (const Pair& one : life.questions)
        text += ", asked " + said(one.asked) + " answered " + said(one.met);
    return text + ", notice " + said(life.notice);
}

// What the two make of a life, as text, so that a difference can be read.
std::string by_the_product(const Life& life) {
    const RequestClock clock = request_clock(told(life), holidays());
    return "relevant " + said(clock.relevant_on) + " due " + said(clock.due_on) + " alarm " +
           said(clock.alarm_on) + (clock.extended ? " extended" : "") +
           (clock.due_on ? " paused " + std::to_string(clock.paused_days) : "");
}

std::string by_living(const Life& life) {
    const Outcome outcome = Lived(life).outcome();
    return "relevant " + said(outcome.relevant) + " due " + said(outcome.due) + " alarm " +
           said(outcome.alarm) + (outcome.extended ? " extended" : "") +
           (outcome.due != never ? " paused " + std::to_string(outcome.paused) : "");
}

// ---- Ten years of days of receipt: 25 May 2018 to 24 May 2028

class Throws {
public:
    explicit Throws(unsigned seed) : dice_(seed) {}
    bool one_in(unsigned sides) { return dice_() % sides == 0; }
    int up_to(int most) { return static_cast<int>(dice_() % (static_cast<unsigned>(most) + 1U)); }
    // Days after the start: often about the end of the month, where the rules have their edges.
    int some_day_of_the_period() { return one_in(3) ? 26 + up_to(9) : up_to(70); }
    Pair pair(int asked, int longest) { return {asked, one_in(12) ? never : asked + up_to(longest)}; }

private:
    std::mt19937 dice_;
};

Life thrown(Throws& dice, int received) {
    Life life;
    life.received = received;
    life.access = !dice.one_in(5);
    if (dice.one_in(3)) life.identity_and_fee.push_back(dice.pair(received + dice.up_to(3), 20));
    if (!life.identity_and_fee.empty() && dice.one_in(3))
        life.identity_and_fee.push_back(dice.pair(received + dice.up_to(3), 25));
    for (int questions = dice.up_to(3); questions > 0; --questions)
        life.questions.push_back(dice.pair(received + dice.some_day_of_the_period(), 18));
    // Now and then one after the other without a day between them.
    if (life.questions.size() > 1 && life.questions[0].met != never && dice.one_in(3))
        life.questions[1] = dice.pair(life.questions[0].met + dice.up_to(2), 9);
    if (dice.one_in(2)) life.notice = received + dice.some_day_of_the_period();
    return life;
}

void expect_the_same(const std::function<Life(int)>& life_of, int lives_a_day) {
    const int last = number_of(2028, 5, 24);
    int differing = 0;
    for (int received = number_of(2018, 5, 25); received <= last; ++received)
        for (int round = 0; round < lives_a_day; ++round) {
            const Life life = life_of(received);
            const std::string expected = by_living(life);
            const std::string actual = by_the_product(life);
            if (expected == actual || ++differing > 5) continue;
            ADD_FAILURE() << said(life) << "\n  lived:   " << expected << "\n  product: " << actual;
        }
    EXPECT_EQ(differing, 0);
}

TEST(RequestClockTwice, AgreesForEveryDayOfReceiptOfTenYears) {
    expect_the_same([](int received) { return Life{true, received, {}, {}, never}; }, 1);
    expect_the_same([](int received) { return Life{false, received, {}, {}, never}; }, 1);
    expect_the_same([](int received) { return Life{true, received, {}, {}, received}; }, 1);
}

TEST(RequestClockTwice, AgreesOnWhicheverDayTheNoticeIsGiven) {
    int offset = 0;
    expect_the_same(
        [&offset](int received) {
            return Life{true, received, {}, {}, received + 26 + offset++ % 8};
        },
        8);
}

TEST(RequestClockTwice, AgreesOnWhicheverDayAQuestionIsAsked) {
    int offset = 0;
    expect_the_same(
        [&offset](int received) {
            const int asked = received + offset % 40;
            return Life{true, received, {}, {{asked, asked + offset++ % 7}}, never};
        },
        11);
}

TEST(RequestClockTwice, AgreesWhateverIsAskedMetAndExtended) {
    Throws dice(20260205);
    expect_the_same([&dice](int received) { return thrown(dice, received); }, 40);
}

// Whether a notice would be in time is asked before it is given.
TEST(RequestClockTwice, AgreesWhetherANoticeWouldBeInTime) {
    Throws dice(20260619);
    const int last = number_of(2028, 5, 24);
    for (int received = number_of(2018, 5, 25); received <= last; ++received) {
        Life life = thrown(dice, received);
        life.access = true;
        for (int round = 0; round < 6; ++round) {
            life.notice = received + dice.some_day_of_the_period();
            const bool in_time = extension_is_in_time(told(life), date_of(life.notice)).in_time;
            ASSERT_EQ(in_time, Lived(life).outcome().extended) << said(life);
        }
    }
}

// The two would agree on nothing at all if the throws were all alike.
TEST(RequestClockTwice, ThrowsEveryKindOfLife) {
    Throws dice(20260205);
    std::map<std::string, int> kinds;
    const int last = number_of(2028, 5, 24);
    for (int received = number_of(2018, 5, 25); received <= last; ++received) {
        const Life life = thrown(dice, received);
        const Outcome outcome = Lived(life).outcome();
        ++kinds[outcome.relevant == never ? "waiting" : outcome.due == never ? "standing still" : "running"];
        if (outcome.extended) ++kinds["extended"];
        if (life.notice != never && !outcome.extended) ++kinds["late notice"];
        if (outcome.paused > 0) ++kinds["paused"];
    }
    for (const char* kind : {"waiting", "standing still", "running", "extended", "late notice", "paused"})
        EXPECT_GT(kinds[kind], 50) << kind;
}

}  // namespace
}  // namespace casekeeper

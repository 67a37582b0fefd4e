// SPDX-License-Identifier: MIT
//
// The promise of reconsider_on, tried by brute force: until that day the decision is the same every day.
// Small random files and schedules whose facts all lie within a hundred days, so that much happens.
#include <gtest/gtest.h>

#include <random>

#include "support/small_world.h"

namespace casekeeper::test {
namespace {

const Date first_day = parse_date("2026-01-01").value();
constexpr int days_played = 100;

Date later(Date day, int days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

class RandomWorld {
public:
    explicit RandomWorld(unsigned seed) : random_(seed) {}

    std::string rules() {
        std::string text;
        for (int i = 0; i < 6; ++i) text += random_rule("r" + std::to_string(i), i);
        return text;
    }

    std::string facts() {
        std::string text;
        for (const std::string person : {"P", "Q", "M", "S"}) text += random_person(person);
        text += chance(3) ? "same P Q\n" : "";
        text += "family P M\nfamily M S\n";
        for (int i = 0; i < 5; ++i) text += random_involvement("I" + std::to_string(i));
        for (int i = 0; i < 2; ++i) text += random_hold("H" + std::to_string(i));
        return text;
    }

private:
    int number(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool chance(int one_in) { return number(one_in - 1) == 0; }
    std::string pick(const std::vector<std::string>& texts) {
        return texts[static_cast<std::size_t>(number(static_cast<int>(texts.size()) - 1))];
    }
    std::string day() { return to_text(later(first_day, number(days_played))); }
    std::string service() { return pick({"looked-after", "plan", "visit", "school"}); }

    std::string random_date() {
        return pick({"closed + 9d", "birth + 20d", "death + 5d", "file-closed + 7d", "last-entry + 11d",
                     "last-contact + 30d", "last-activity + 12d", "award", "birth@worker + 15d",
                     "later-of(closed, award) + 3d", "earlier-of(award, death, birth + 40d)",
                     "end-of(calendar-year, opened) - 9m"});
    }
    std::string random_condition() {
        return pick({"died", "died before 30d", "recorded(award)", "award before closed + 5d", "ever(care)",
                     "not open(visit, school)", "family-open(*)", "medium != paper", "medium = paper",
                     "not (ever(school) or medium != paper)", "birth@worker after opened",
                     "open(*) and not died"});
    }
    std::string random_rule(const std::string& id, int place) {
        const std::string action = pick({"destroy", "destroy", "destroy", "review", "minimise", "permanent"});
        std::string lines = "action = \"" + action + "\"\nuntil = \"" + random_date() + "\"\n";
        lines += "bound = \"" + pick({"at-least", "exactly", "at-most"}) + "\"\n";
        lines += "covers = \"" + pick({"involvement", "file", "person"}) + "\"\n";
        if (action == "minimise") lines += "keep = [\"name\"]\n";
        if (action == "permanent" || chance(2)) lines += "if = \"" + random_condition() + "\"\n";
        if (chance(4)) lines += "not_while = \"" + random_condition() + "\"\n";
        if (chance(6)) lines += "default = true\n";
        if (place > 0 && chance(3)) lines += "replaces = [\"r" + std::to_string(number(place - 1)) + "\"]\n";
        return rule(id, pick({"care", "plan", "visit", "school", "*", "plan"}), lines);
    }
    std::string random_person(const std::string& id) {
        std::string text = "person " + id;
        if (!chance(4)) text += " born " + (chance(4) ? day().substr(0, 7) : day());
        if (chance(3)) text += " died " + (chance(4) ? "unknown" : day());
        return text + "\n";
    }
    std::string random_involvement(const std::string& id) {
        std::string text =
            "involvement " + id + " " + pick({"P", "P", "Q", "M", "S"}) + " " + service() + " ";
        const int opened = number(days_played);
        text += to_text(later(first_day, opened));
        if (!chance(4)) text += " " + to_text(later(first_day, opened + number(30)));
        text += "\n";
        for (int i = number(2); i > 0; --i)
            text += "entry " + id + " " + day() + pick({" contact", " note"}) + pick({" lake\n", " hill\n"});
        if (chance(2)) text += "event " + id + " award " + day() + "\n";
        if (chance(2)) text += "attribute " + id + " medium " + pick({"paper", "tape"}) + "\n";
        if (chance(2)) text += "role " + id + " worker " + pick({"M", "S", "X", "P"}) + "\n";
        return text;
    }
    std::string random_hold(const std::string& id) {
        std::string text = "hold " + id + " from " + day();
        if (chance(2)) text += " released " + day();
        if (chance(3)) text += " services " + service();
        if (chance(3)) text += " words lake";
        return text + "\n";
    }

    std::mt19937 random_;
};

struct Played {
    int decisions = 0;
    int with_next = 0;
    int changed_on_next = 0;
};

// Walks through the days: while the day announced has not come, nothing may change.
void play(unsigned seed, Played& played) {
    RandomWorld random(seed);
    const std::string rules = random.rules();
    const std::string facts = random.facts();
    CaseWorld small = world(rules, facts);
    std::vector<std::string> before;
    std::vector<std::optional<Date>> announced;
    for (int i = -5; i < days_played + 60; ++i) {
        const Date day = later(first_day, i);
        const std::vector<Decision> decisions = small.decide_all("P", day, false);
        before.resize(decisions.size());
        announced.resize(decisions.size());
        for (std::size_t n = 0; n < decisions.size(); ++n) {
            const std::string now = small.words(decisions[n]);
            EXPECT_GT(decisions[n].reconsider_on.value_or(later(day, 1)), day);
            const bool may_change = i == -5 || (announced[n] && *announced[n] <= day);
            if (!may_change) {
                ASSERT_EQ(now, before[n])
                    << "seed " << seed << ", " << decisions[n].involvement << " on " << to_text(day) << "\n"
                    << rules << facts;
                continue;  // what was announced still stands
            }
            if (i > -5) ++played.with_next;
            if (i > -5 && now != before[n]) ++played.changed_on_next;
            ++played.decisions;
            before[n] = now;
            announced[n] = decisions[n].reconsider_on;
        }
    }
}

TEST(ReconsiderOn, NothingChangesBeforeIt) {
    Played played;
    for (unsigned seed = 1; seed <= 400 && !testing::Test::HasFailure(); ++seed) play(seed, played);
    EXPECT_GT(played.changed_on_next, 1000);
    // Not needlessly early: on most of the days announced the decision does change.
    EXPECT_GT(played.changed_on_next * 2, played.with_next);
    RecordProperty("announced", played.with_next);
    RecordProperty("changed", played.changed_on_next);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "retention/schedule_diff.h"

#include <map>

#include "retention/schedule_adoption.h"
#include "support/made_up_people.h"

namespace casekeeper::test {
namespace {

class ScheduleDiffTest : public LoadedStoreTest {
protected:
    // The schedule in force with a text in it replaced by another.
    std::string changed(const std::string& from, const std::string& to) const {
        std::string text = sql_value("select schedule from adopted_schedule order by number desc");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }
    ReadSchedule read(const std::string& schedule) const {
        ReadSchedule read =
            read_schedule(schedule, sql_value("select catalogue from adopted_schedule order by number desc"),
                          "schedule.toml", "services.toml", today, {});
        EXPECT_FALSE(read.has_errors()) << (read.findings.empty() ? "" : read.findings.front().message);
        return read;
    }
    ScheduleDiff diff(const std::string& schedule) {
        const ReadSchedule next = read(schedule);
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        const ScheduleInForce in_force = schedule_in_force(database());
        return diff_schedules(database(), {in_force.schedule, in_force.catalogue},
                              {next.schedule, next.catalogue}, today);
    }
    std::string json(const std::string& schedule) { return to_json(diff(schedule)); }

    struct Decided {
        std::string outcome;
        std::string until;  // empty: none
        std::string rule;
    };
    std::map<std::string, Decided> decided() const {
        std::map<std::string, Decided> all;
        for (const std::string& row :
             sql("select involvement || '|' || outcome || '|' || coalesce(retain_until, '') || '|' || "
                 "coalesce(rule, '') from decision where involvement <> ''")) {
            std::vector<std::string> parts;
            for (std::size_t from = 0; from <= row.size();) {
                const std::size_t to = std::min(row.find('|', from), row.size());
                parts.push_back(row.substr(from, to - from));
                from = to + 1;
            }
            all[parts.at(0)] = {parts.at(1), parts.at(2), parts.at(3)};
        }
        return all;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ScheduleDiffTest);

TEST_P(ScheduleDiffTest, FindsNothingBetweenAScheduleAndItself) {
    load(made_up_people(20));
    const ScheduleDiff same = diff(changed("version = \"1\"", "version = \"2\""));
    EXPECT_EQ(same.earlier + same.later + same.becomes_due, 0);
    EXPECT_EQ(std::to_string(same.unchanged), sql_value("select count(*) from involvement"));
    EXPECT_TRUE(same.by_rule.empty());
}

TEST_P(ScheduleDiffTest, CountsByTheRuleThatWinsInTheNewOne) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
          involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"), person("P2"),
          involvement("C2", "P2", R"(,"service":"youth-club","opened":"2024-01-01","closed":"2025-01-01")"),
          involvement("I3", "P2")});
    EXPECT_EQ(
        json(changed("birth + 75y", "birth + 7y")),
        R"({"earlier":1,"later":0,"unchanged":2,"becomes_due":1,"less_careful":0,"becomes_undetermined":0,"by_rule":[{"rule":"looked-after","earlier":1,"later":0,"becomes_due":1,"less_careful":0}]})");
    EXPECT_EQ(
        json(changed("last-contact + 1y", "last-contact + 3y")),
        R"({"earlier":0,"later":1,"unchanged":2,"becomes_due":0,"less_careful":0,"becomes_undetermined":0,"by_rule":[{"rule":"club","earlier":0,"later":1,"becomes_due":0,"less_careful":0}]})");
}

TEST_P(ScheduleDiffTest, TakesNoDayForLaterThanAnyAndForEverForLaterStill) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
          involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")")});
    const std::string until = "until = \"birth + 75y\"\nbound = \"at-least\"";
    const ScheduleDiff unheard_of = diff(changed("birth + 75y", "minutes-approved + 75y"));
    EXPECT_EQ(unheard_of.later, 1);
    EXPECT_EQ(unheard_of.becomes_undetermined, 1);
    EXPECT_NE(to_text(unheard_of).find("1 become undetermined"), std::string::npos);
    EXPECT_EQ(diff(changed(until, "action = \"permanent\"")).later, 1);
    adopt(changed(until, "action = \"permanent\""));
    EXPECT_EQ(diff(changed("action = \"permanent\"", "until = \"minutes-approved + 1y\"")).earlier, 1);
    EXPECT_EQ(diff(changed("action = \"permanent\"", until)).earlier, 1);
}

TEST_P(ScheduleDiffTest, CountsWhatWouldBeMinimisedSooner) {
    load({person("P1"), involvement("I1", "P1", R"(,"closed":"2026-01-01")")});
    const std::string more =
        "[[rule]]\nid = \"basic\"\nservices = [\"child-in-need\"]\nuntil = \"closed + 1y\"\naction = "
        "\"minimise\"\n"
        "keep = [\"name\"]\nauthority = \"policy\"\nbasis = \"business\"\n";
    const std::string with = changed("[[rule]]\nid = \"rest\"", more + "[[rule]]\nid = \"rest\"");
    EXPECT_EQ(diff(with).earlier, 1);
    adopt(with);
    EXPECT_EQ(diff(changed("closed + 1y", "closed + 2y")).later, 1);
    EXPECT_EQ(diff(changed(more, "")).later, 1);
}

TEST_P(ScheduleDiffTest, LeavesHoldsOut) {
    load(
        {person("P1"), involvement("C1", "P1", R"(,"service":"youth-club","closed":"2020-01-01")"),
         R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P1"]}})"});
    const ScheduleDiff longer = diff(changed("last-contact + 1y", "last-contact + 50y"));
    EXPECT_EQ(longer.later, 1);
    adopt(changed("last-contact + 1y", "last-contact + 50y"));
    EXPECT_EQ(diff(changed("last-contact + 50y", "last-contact + 1y")).becomes_due, 1);
}

TEST_P(ScheduleDiffTest, PassesOverWhomItCannotRead) {
    load({person("P1"), involvement("I1", "P1", R"(,"closed":"2020-01-01")"), person("P2"),
          involvement("I2", "P2", R"(,"closed":"2020-01-01")")});
    sql("update involvement set closed = 'soon' where id = 'I1'");
    const ScheduleDiff some = diff(changed("+ 6y", "+ 8y"));
    EXPECT_EQ(some.unreadable, 1);
    EXPECT_EQ(some.involvements(), 1);
}

// What a not_while keeps today has a day all the same, and goes by it the day the not_while ends.
TEST_P(ScheduleDiffTest, ComparesTheDaysOfWhatIsKeptPastThem) {
    load({person("P1"), involvement("C1", "P1", R"(,"service":"youth-club","closed":"2020-01-01")"),
          person("P2"), involvement("I2", "P2"),
          R"({"type":"relationship","person":"P1","kind":"sibling","other":"P2"})"});
    adopt(changed("last-contact + 1y", "last-contact + 30y"));
    const ScheduleDiff shorter = diff(changed("last-contact + 30y", "last-contact + 1y"));
    EXPECT_EQ(shorter.earlier, 1);
    EXPECT_EQ(shorter.later, 0);
    adopt(changed("last-contact + 30y", "last-contact + 1y"));
    EXPECT_EQ(diff(changed("last-contact + 1y", "last-contact + 30y")).later, 1);
    const ScheduleDiff dropped = diff(changed("not_while = \"family-open(child-in-need)\"\n", ""));
    EXPECT_EQ(dropped.earlier, 1);
    EXPECT_EQ(dropped.becomes_due, 1);
    EXPECT_EQ(dropped.less_careful, 1);
    EXPECT_EQ(dropped.worse, 1);
}

TEST_P(ScheduleDiffTest, CountsWhatWouldEndWithLessCare) {
    load({person("P1"), involvement("I1", "P1", R"(,"closed":"2024-01-01")"), entry("E1", "I1")});
    const std::string rest = "default = true\n";
    adopt(changed(rest, rest + "action = \"review\"\napprovals = 2\nnotify_before = \"6m\"\n"));
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"action = \"review\"\n", ""},
             {"action = \"review\"", "action = \"archive\""},
             {"approvals = 2\n", ""},
             {"notify_before = \"6m\"", "notify_before = \"5m\""},
             {"notify_before = \"6m\"\n", ""}}) {
        const ScheduleDiff less = diff(changed(from, to));
        EXPECT_EQ(less.less_careful, 1) << from << to;
        EXPECT_EQ(less.unchanged, 1) << from << to;
        EXPECT_EQ(less.share_worse(), 1) << from << to;
        EXPECT_EQ(less.by_rule.at(0).less_careful, 1);
    }
    EXPECT_EQ(diff(changed("approvals = 2", "approvals = 3")).less_careful, 0);
    EXPECT_EQ(diff(changed("notify_before = \"6m\"", "notify_before = \"1y\"")).less_careful, 0);
}

TEST_P(ScheduleDiffTest, NamesEveryRecordThatMoves) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
          involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"),
          involvement("C2", "P1", R"(,"service":"youth-club","opened":"2024-01-01","closed":"2025-01-01")")});
    const ReadSchedule next = read(changed("birth + 75y", "birth + 30y"));
    const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
    const ScheduleInForce in_force = schedule_in_force(database());
    std::vector<std::string> moves;
    diff_schedules(database(), {in_force.schedule, in_force.catalogue}, {next.schedule, next.catalogue},
                   today, [&](const RecordMove& move) {
                       moves.push_back(to_text(move));
                       moves.push_back(to_json(move));
                   });
    EXPECT_EQ(
        moves,
        (std::vector<std::string>{
            "I1\tearlier\t2076-02-04 -> 2031-02-04\tlooked-after",
            R"({"involvement":"I1","rule":"looked-after","may_go_before":"2076-02-04",)"
            R"("may_go_now":"2031-02-04","moves":"earlier","becomes_due":false,"less_careful":false})"}));
}

TEST_P(ScheduleDiffTest, ChangesNothing) {
    load(made_up_people(10));
    const std::string before = everything();
    diff(changed("birth + 75y", "birth + 7y"));
    EXPECT_EQ(everything(), before);
}

// What it predicts is what adopting and the night after do.
TEST_P(ScheduleDiffTest, PredictsWhatHappens) {
    load(made_up_people(60));
    night();
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"birth + 75y", "birth + 30y"},
             {"last-contact + 1y", "last-contact + 15y"},
             {"last-contact + 15y", "last-contact + 2y"},
             {"+ 6y", "+ 40y"},
             {"birth + 30y", "later-of(birth + 25y, closed + 75y)"}}) {
        const std::string next = changed(from, to);
        const ScheduleDiff predicted = diff(next);
        const std::map<std::string, Decided> before = decided();
        adopt(next);
        night();
        ScheduleDiff actual;
        std::map<std::string, long long> earlier_by_rule;
        const auto is_due = [](const Decided& one) {
            return one.outcome == "due" || one.outcome == "review" || one.outcome == "held";
        };
        for (const auto& [involvement, now] : decided()) {
            const Decided& old = before.at(involvement);
            const std::string was = old.until.empty() ? "9999" : old.until;
            const std::string is = now.until.empty() ? "9999" : now.until;
            ++(is < was ? actual.earlier : is > was ? actual.later : actual.unchanged);
            if (is < was) ++earlier_by_rule[now.rule];
            actual.becomes_due += is_due(now) && !is_due(old);
        }
        EXPECT_EQ(predicted.earlier, actual.earlier) << to;
        EXPECT_EQ(predicted.later, actual.later) << to;
        EXPECT_EQ(predicted.unchanged, actual.unchanged) << to;
        EXPECT_EQ(predicted.becomes_due, actual.becomes_due) << to;
        EXPECT_GT(actual.earlier + actual.later, 0) << to;
        for (const RuleMoves& moves : predicted.by_rule)
            EXPECT_EQ(moves.earlier, earlier_by_rule[moves.rule]) << to << " " << moves.rule;
    }
}

TEST_P(ScheduleDiffTest, IsReadAsATable) {
    ScheduleDiff some;
    some.earlier = 12;
    some.later = 3;
    some.unchanged = 985;
    some.becomes_due = 4;
    some.less_careful = 2;
    some.by_rule = {{"", 0, 3, 0, 0}, {"looked-after", 12, 0, 4, 2}};
    EXPECT_EQ(to_text(some),
              "rule that wins            earlier        later  becomes due    less care\n"
              "(no rule)                       0            3            0            0\n"
              "looked-after                   12            0            4            2\n"
              "all                            12            3            4            2\n"
              "985 of 1000 involvements keep their day\n"
              "less care: no person is asked any more, nothing is handed on or made anonymous first, fewer "
              "approvals, a shorter notice, or no not_while\n");
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "retention/evaluation.h"

#include "retention/explanation.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class EvaluationTest : public LoadedStoreTest {
protected:
    // P1 looked after, P2 in a club led by P3, P4 without anything.
    void load_four() {
        load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
              involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"), person("P2"),
              involvement("I2", "P2",
                          R"(,"service":"youth-club","closed":"2020-01-01","roles":{"leader":"P3"})"),
              person("P3"), involvement("I3", "P3", R"(,"closed":"2020-01-01")"), person("P4")});
    }
    Texts decisions() const {
        return sql(
            "select person || ' ' || involvement || ' ' || outcome || ' ' || coalesce(rule, '-') || ' ' || "
            "coalesce(retain_until, '-') from decision order by person, involvement");
    }
    std::string evaluated_on(const std::string& involvement) const {
        return sql_value("select evaluated_on from decision where involvement = '" + involvement + "'");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(EvaluationTest);

TEST_P(EvaluationTest, DecidesOnEverybodyTheFirstNight) {
    load_four();
    const EvaluationResult result = night();
    EXPECT_EQ(result.people, 4);
    EXPECT_EQ(result.decisions, 4);
    EXPECT_EQ(result.written, 4);
    EXPECT_EQ(decisions(), (Texts{"P1 I1 retain looked-after 2076-02-03", "P2 I2 due club 2016-01-01",
                                  "P3 I3 undetermined - -", "P4  undetermined - -"}));
}

TEST_P(EvaluationTest, DecidesOnNobodyWhereNothingChanged) {
    load_four();
    night();
    const std::string before = everything();
    const EvaluationResult result = night("2026-11-23");
    EXPECT_EQ(result.people, 0);
    EXPECT_EQ(result.written, 0);
    EXPECT_EQ(everything(), before);
}

TEST_P(EvaluationTest, DecidesAgainOnWhomAChangeConcerns) {
    load_four();
    night();
    load({person("P3", R"(,"date_of_death":"2026-01-01")")});
    EXPECT_EQ(night("2026-11-24").people, 2);
    EXPECT_EQ(decisions().at(1), "P2 I2 retain carer 2028-01-01");
}

TEST_P(EvaluationTest, DecidesAgainOnTheDayThatTimeAloneChanges) {
    load({person("P1"),
          involvement("I1", "P1", R"(,"service":"youth-club","opened":"2025-11-24","closed":"2026-01-01")")});
    EXPECT_EQ(night("2026-11-23").people, 1);
    EXPECT_EQ(night("2026-11-24").people, 0);
    EXPECT_EQ(decisions(), Texts{"P1 I1 retain club 2026-11-24"});
    EXPECT_EQ(night("2026-11-25").people, 1);
    EXPECT_EQ(decisions(), Texts{"P1 I1 due club 2026-11-24"});
}

TEST_P(EvaluationTest, WritesNothingOnADryRun) {
    load_four();
    const std::string before = everything();
    const EvaluationResult result = night("2026-11-23", true);
    EXPECT_EQ(result.people, 4);
    EXPECT_EQ(result.written, 4);
    EXPECT_EQ(everything(), before);
}

TEST_P(EvaluationTest, GoesBackToAnEarlierDay) {
    load_four();
    load({involvement("I1", "P1", R"(,"service":"looked-after","opened":"2024-01-01")"), person("P5"),
          involvement("I5", "P5", R"(,"service":"youth-club","opened":"2020-01-01","closed":"2021-01-01")")});
    night("2020-06-01");
    const Texts then = decisions();
    night("2026-11-23");
    EXPECT_NE(decisions(), then);
    night("2020-06-01");
    EXPECT_EQ(decisions(), then);
}

// What stayed the same on a later night keeps its earlier day; facts may have changed all the same.
TEST_P(EvaluationTest, GoesBackToADayBetweenTwoNightsWithWhatIsKnownSince) {
    load_four();
    night("2026-01-01");
    load(
        {R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-03-01","scope":{"persons":["P1"]},"released_on":"2026-05-01"})"});
    night("2026-06-01");
    EXPECT_EQ(sql_value("select holds from decision where involvement = 'I1'"), "-");
    night("2026-04-01");
    EXPECT_EQ(sql_value("select holds from decision where involvement = 'I1'"), R"(["H1"])");
}

TEST_P(EvaluationTest, PassesOverAPersonItCannotReadAndTriesAgain) {
    load_four();
    sql("update involvement set events = '{' where id = 'I1'");
    for (int i = 0; i < 2; ++i) {
        const EvaluationResult result = night();
        EXPECT_EQ(result.failed, 1);
        EXPECT_EQ(result.failures, Texts{"P1"});
        EXPECT_EQ(result.people, i == 0 ? 3 : 0);
        EXPECT_EQ(stale(), Texts{"P1"});
    }
    sql("update involvement set events = null where id = 'I1'");
    EXPECT_EQ(night().people, 1);
    EXPECT_EQ(decisions().at(0), "P1 I1 retain looked-after 2076-02-03");
}

TEST_P(EvaluationTest, KeepsTheDecisionsOfAPersonItCanNoLongerRead) {
    load_four();
    night();
    const Texts before = decisions();
    sql("update person set date_of_birth = 'unknown' where id = 'P1'");
    load({involvement("I1", "P1", R"(,"service":"looked-after","closed":"2018-02-03")")});
    EXPECT_EQ(night().failures, Texts{"P1"});
    EXPECT_EQ(decisions(), before);
}

TEST_P(EvaluationTest, PassesOverWhoeverReadsAPersonItCannotRead) {
    load_four();
    sql("update person set date_of_death = 'soon' where id = 'P3'");
    const EvaluationResult result = night();
    EXPECT_EQ(result.failures, (Texts{"P3", "P2"}));
    EXPECT_EQ(result.people, 2);
}

TEST_P(EvaluationTest, KeepsTalliesInStep) {
    load_four();
    night();
    load({person("P3", R"(,"date_of_death":"2026-01-01")"), involvement("I4", "P4")});
    night("2026-11-24");
    EXPECT_EQ(
        sql("select outcome || ' ' || sum(decisions) from decision_tally group by outcome order by outcome"),
        sql("select outcome || ' ' || count(*) from decision group by outcome order by outcome"));
}

TEST_P(EvaluationTest, StopsBetweenPagesWhenAsked) {
    load_four();
    EvaluationControl control;
    control.is_cancelled = [] { return true; };
    const EvaluationResult result =
        bring_decisions_up_to_date(database(), schedule_in_force(database()), today, control);
    EXPECT_TRUE(result.cancelled);
    EXPECT_EQ(decisions().size(), 4U);
    EXPECT_EQ(night().people, 0);
}

TEST_P(EvaluationTest, GoesBackAfterANightThatWasStopped) {
    load_four();
    load({involvement("I4", "P4", R"(,"service":"youth-club","closed":"2021-01-01")")});
    night("2020-06-01");
    const Texts then = decisions();
    EvaluationControl control;
    control.is_cancelled = [] { return true; };
    bring_decisions_up_to_date(database(), schedule_in_force(database()), day("2026-11-23"), control);
    EXPECT_NE(decisions(), then);
    night("2020-06-01");
    EXPECT_EQ(decisions(), then);
}

TEST_P(EvaluationTest, DecidesManyPagesOnTwoThreadsAsOnOne) {
    Texts lines;
    for (int i = 0; i < 21000; ++i) {
        const std::string number = std::to_string(i);
        lines.push_back(person("P" + number));
        lines.push_back(
            involvement("I" + number, "P" + number, R"(,"service":"youth-club","closed":"2020-01-01")"));
    }
    load(lines);
    const EvaluationResult result = night();
    EXPECT_EQ(result.people, 21000);
    EXPECT_EQ(result.written, 21000);
    EXPECT_EQ(stale(), Texts{});
    EXPECT_EQ(sql("select distinct outcome || ' ' || retain_until from decision"), Texts{"due 2016-01-01"});
    EXPECT_EQ(sql_value("select sum(decisions) from decision_tally"), "21000");
}

}  // namespace
}  // namespace casekeeper::test

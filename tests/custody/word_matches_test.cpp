// SPDX-License-Identifier: MIT
#include "custody/word_matches.h"

#include "custody/store_surroundings.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class WordMatchesTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        load({person("P1"), involvement("I1", "P1"), involvement("I2", "P1"), involvement("I3", "P1"),
              entry("E1", "I1", R"(,"account":"By the Lake.","occurred_at":"2016-05-05")"),
              entry("E2", "I1", R"(,"reason":"lake","occurred_at":"2015-05-05")"),
              entry("E3", "I2", R"(,"subject_words":"the lakes","decision":"inquest")"),
              entry("E4", "I3", R"(,"account":"nothing")")});
    }
    std::vector<WordMatches> find(const std::vector<Texts>& lists) {
        FactStore facts(database());
        return find_in_every_narrative(facts, lists);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(WordMatchesTest);

TEST_P(WordMatchesTest, FindsEachListInOneReading) {
    const std::vector<WordMatches> matches = find({{"lake"}, {"inquest", "lakes"}, {"absent"}});
    ASSERT_EQ(matches.size(), 3U);
    EXPECT_EQ(matches[0].involvements(), Texts{"I1"});
    EXPECT_EQ(matches[1].involvements(), Texts{"I2"});
    EXPECT_EQ(matches[2].involvements(), Texts{});
    EXPECT_TRUE(matches[0].has("I1"));
    EXPECT_FALSE(matches[0].has("I2"));
}

// A name may stand in what somebody said of a record alone; the record of an inquiry is not whole without it.
TEST_P(WordMatchesTest, LooksInWhatStandsBesideARecord) {
    load({involvement("I4", "P1",
                      R"(,"remarks":[{"kind":"objection","on":"2026-11-20","text":"Not Harker."}])"),
          involvement("I5", "P1"),
          entry(
              "E5", "I5",
              R"(,"remarks":[{"kind":"statement","on":"2026-11-20","text":"x\nHarker","by":"dana, dpo"}])")});
    const std::vector<WordMatches> matches = find({{"harker"}, {"dana", "statement", "text", "objection"}});
    EXPECT_EQ(matches[0].involvements(), (Texts{"I4", "I5"}));
    EXPECT_TRUE(matches[0].has_by("I5", day("2001-01-01")));
    EXPECT_EQ(matches[1].involvements(), Texts{});
    FactStore facts(database());
    const ServiceCatalogue no_services;
    StoreSurroundings one_by_one(facts, no_services);
    EXPECT_TRUE(one_by_one.narrative_has("I4", {"harker"}));
    EXPECT_TRUE(one_by_one.narrative_has("I5", {"harker"}));
    EXPECT_FALSE(one_by_one.narrative_has("I1", {"harker"}));
    EXPECT_FALSE(one_by_one.narrative_has("I5", {"dana"}));
}

TEST_P(WordMatchesTest, KnowsTheFirstDayThatCounts) {
    const WordMatches matches = std::move(find({{"lake"}}).front());
    EXPECT_FALSE(matches.has_by("I1", day("2015-05-04")));
    EXPECT_TRUE(matches.has_by("I1", day("2015-05-05")));
}

TEST_P(WordMatchesTest, FindsOnEveryDayWhatCountsNowhere) {
    sql("update entry set counts_on = null where id = 'E1'");
    EXPECT_TRUE(find({{"lake"}}).front().has_by("I1", day("1999-01-01")));
}

// What is read at once answers as what is read one by one.
TEST_P(WordMatchesTest, AnswersAsSingleLooksDo) {
    FactStore facts(database());
    const ServiceCatalogue catalogue;
    StoreSurroundings singly(facts, catalogue);
    StoreSurroundings at_once(facts, catalogue);
    Hold hold;
    hold.words = {"lake", "inquest"};
    at_once.look_through_narratives({hold});
    for (const char* id : {"I1", "I2", "I3", "I9"})
        for (const char* on : {"2015-05-04", "2015-05-05", "2015-06-01", "2026-01-01"}) {
            EXPECT_EQ(at_once.narrative_has_by(id, hold.words, day(on)),
                      singly.narrative_has_by(id, hold.words, day(on)));
            EXPECT_EQ(at_once.narrative_has(id, hold.words), singly.narrative_has(id, hold.words));
        }
}

}  // namespace
}  // namespace casekeeper::test

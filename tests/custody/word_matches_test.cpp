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

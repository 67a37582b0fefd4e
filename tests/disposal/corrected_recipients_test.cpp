// SPDX-License-Identifier: MIT
#include "disposal/corrected_recipients.h"

#include <gmock/gmock.h>

#include "base/json_read.h"
#include "disposal/rights_outcome.h"
#include "support/moved_entry.h"
#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

// P1 with C1 and its note E1 of 2015, given to the school in 2016 and to the court in 2020.
class CorrectedRecipientsTest : public RestrictionWorld {
protected:
    void SetUp() override {
        RestrictionWorld::SetUp();
        if (IsSkipped()) return;
        load({disclosure("S1", "2016-05-01", "the school", R"(,"involvement":"C1")"),
              disclosure("S2", "2020-05-01", "the court"),
              disclosure("S3", "2020-06-01", "nobody", "", "not-shared")});
    }
    static std::string disclosure(const std::string& id, const std::string& on, const std::string& recipient,
                                  const std::string& more = "", const std::string& outcome = "shared") {
        return R"({"type":"disclosure","id":")" + id + R"(","person":"P1","decided_on":")" + on +
               R"(","outcome":")" + outcome + R"(","recipient":")" + recipient + "\"" + more + "}";
    }
    // "S1: correction of entry:E1 on 2026-11-23"
    Texts to_tell(const std::string& person = "P1", std::optional<Date> since = std::nullopt) {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        Texts texts;
        for (const RecipientToTell& one : recipients_to_tell(database(), person, since, today)) {
            texts.push_back(one.disclosure.key() + ":");
            for (const RecordChange& change : one.changes)
                texts.back() += " " + change.what + " of " + change.item + " on " + change.on;
            if (!one.told_on.empty()) texts.back() += ", told on " + one.told_on;
        }
        return texts;
    }
    void correct(const std::string& item, const std::string& kind = "correction") {
        Pseudonyms pseudonyms(folder.path("keys"));
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RightsOutcome outcome;
        outcome.person = "P1";
        outcome.items = {item};
        outcome.kind = kind;
        outcome.text = "It was my brother.";
        add_remarks(database(), outcome, {"dana", "2026-11-23T09:00:00Z", today, pseudonyms});
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(CorrectedRecipientsTest);

TEST_P(CorrectedRecipientsTest, AreNobodyWhereNothingHasChanged) {
    EXPECT_EQ(to_tell(), Texts{});
    const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
    EXPECT_EQ(error_of([&] { recipients_to_tell(database(), "P9", std::nullopt, today); }).substr(0, 3),
              "65:");
}

TEST_P(CorrectedRecipientsTest, WereGivenWhatIsCorrectedHere) {
    correct("entry:E1");
    EXPECT_EQ(to_tell(), (Texts{"S1: correction of entry:E1 on 2026-11-23",
                                "S2: correction of entry:E1 on 2026-11-23"}));
    EXPECT_EQ(to_tell("P2"), Texts{});
}

TEST_P(CorrectedRecipientsTest, WereGivenWhatALoadCorrects) {
    load({entry("E1", "C1", R"(,"account":"Nobody hit me.")")});
    EXPECT_EQ(to_tell(), (Texts{"S1: correction of entry:E1 on 2026-11-23",
                                "S2: correction of entry:E1 on 2026-11-23"}));
}

// What was given as theirs and is another's: whoever has it is told, and the other record tells nobody.
TEST_P(CorrectedRecipientsTest, WereGivenAnEntryThatWasMovedOutOfTheRecord) {
    load({disclosure("S4", "2020-07-01", "the police", R"(,"items":["entry:E1"])"),
          disclosure("S5", "2020-07-02", "the clinic", R"(,"items":["involvement:C1"])"),
          disclosure("S6", "2020-07-03", "the court", R"(,"items":["person:P1"])")});
    move_by_two(database(), "E1", "C2", today, Pseudonyms(folder.path("keys")));
    const Texts told = to_tell();
    const std::string what = ": correction of involvement:C1 on 2026-11-23";
    EXPECT_THAT(told, testing::IsSupersetOf({"S1" + what, "S4" + what, "S5" + what}));
    EXPECT_EQ(to_tell("P2"), Texts{});
}

// Where somebody lives or is called is in all that was given.
TEST_P(CorrectedRecipientsTest, WereGivenThePersonsOwnRow) {
    load({person("P1", R"(,"given_names":"Ada")")});
    load({person("P1", R"(,"given_names":"Ida")")});
    EXPECT_EQ(to_tell(), (Texts{"S1: correction of person:P1 on 2026-11-23",
                                "S2: correction of person:P1 on 2026-11-23"}));
}

TEST_P(CorrectedRecipientsTest, AreToldWhatIsDisputedOrRestricted) {
    correct("entry:E1", "statement");
    place(over({"entry:E1"}));
    EXPECT_EQ(to_tell().front(),
              "S1: dispute of entry:E1 on 2026-11-23 restriction of entry:E1 on 2026-11-23");
}

TEST_P(CorrectedRecipientsTest, AreOnlyThoseWhoWereGivenThatPart) {
    load({entry("E7", "C1"), disclosure("S4", "2020-07-01", "the clinic", R"(,"items":["entry:E7"])"),
          disclosure("S5", "2020-07-02", "the clinic", R"(,"items":["document:D1"])"),
          disclosure("S6", "2020-07-03", "the clinic", R"(,"items":["involvement:C1"])")});
    correct("entry:E1");
    Texts ids;
    for (const std::string& one : to_tell()) ids.push_back(one.substr(0, 2));
    EXPECT_EQ(ids, (Texts{"S1", "S2", "S5", "S6"})) << "a document's own entry is given with it";
}

// UK GDPR Art 19: each to whom it was disclosed. That it was of another day is what was wrong.
TEST_P(CorrectedRecipientsTest, WereGivenTheWrongDay) {
    load({entry("E1", "C1", R"(,"account":"He hit me.","occurred_at":"2018-03-01")")});
    EXPECT_EQ(to_tell(), (Texts{"S1: correction of entry:E1 on 2026-11-23",
                                "S2: correction of entry:E1 on 2026-11-23"}));
}

TEST_P(CorrectedRecipientsTest, AreNotThoseToldOfItBeforeThereWasThisPart) {
    load({entry("E7", "C1", R"(,"occurred_at":"2018-03-01")")});
    correct("entry:E7");
    EXPECT_EQ(to_tell(), (Texts{"S2: correction of entry:E7 on 2026-11-23"}));
}

TEST_P(CorrectedRecipientsTest, AreToldOfEachRestrictionFromItsOwnDay) {
    load({entry("E7", "C1"), disclosure("S4", "2026-11-20", "the clinic")});
    place(over({"entry:E1"}), day("2026-11-10"));
    place(over({"entry:E7"}), day("2026-11-22"));
    EXPECT_EQ(to_tell().back(), "S4: restriction of entry:E7 on 2026-11-22");
    EXPECT_EQ(to_tell().front(),
              "S1: restriction of entry:E1 on 2026-11-10 restriction of entry:E7 on 2026-11-22");
}

// A document with somebody else's entry lies in this record too.
TEST_P(CorrectedRecipientsTest, WereGivenADocumentThatLiesInTwoRecords) {
    load({R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["C1"]})"});
    folder.write("bundle/a.txt", "another");
    load({R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["C1"]})"});
    EXPECT_EQ(to_tell(), (Texts{"S1: correction of document:D2 on 2026-11-23",
                                "S2: correction of document:D2 on 2026-11-23"}));
}

// Nobody knows when it became disputed: it may have been since.
TEST_P(CorrectedRecipientsTest, AreAskedForWithWhatIsDisputedSinceNobodyKnowsWhen) {
    load({entry("E7", "C1", R"(,"flags":["disputed"])")});
    EXPECT_EQ(to_tell("P1", today).front(), "S1: dispute of entry:E7 on ");
}

TEST_P(CorrectedRecipientsTest, AreAskedForSinceADay) {
    correct("entry:E1");
    EXPECT_EQ(to_tell("P1", today).size(), 2U);
    EXPECT_EQ(to_tell("P1", day_after(today)), Texts{});
}

TEST_P(CorrectedRecipientsTest, HaveBeenToldOnceThatIsRecorded) {
    correct("entry:E1");
    load({disclosure("S9", "2016-05-01", "the school",
                     R"(,"involvement":"C1","told":[{"on":"2026-11-22","of":"correction"}])")});
    EXPECT_EQ(to_tell()[1].find("told"), std::string::npos) << "told of an earlier one";
    sql("update disclosure set told = '[{\"on\":\"2026-11-23\",\"of\":\"correction\"}]' where id = 'S9'");
    EXPECT_EQ(to_tell()[1], "S9: correction of entry:E1 on 2026-11-23, told on 2026-11-23");
}

// For the morning report: of everybody, with what no remark and no load marks too.
TEST_P(CorrectedRecipientsTest, AreCountedUntilTheyAreTold) {
    const auto counted = [&] {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        return recipients_not_told(database(), today);
    };
    EXPECT_EQ(counted(), 0);
    correct("entry:E1");
    place(over({"entry:E2"}));
    load({R"({"type":"disclosure","id":"S7","person":"P2","decided_on":"2020-05-01","outcome":"shared"})",
          R"({"type":"disclosure","id":"S8","person":"P3","decided_on":"2020-05-01","outcome":"shared"})"});
    EXPECT_EQ(counted(), 3);
    sql("update disclosure set told = '[{\"on\":\"2026-11-23\",\"of\":\"correction\"}]' where id = 'S1'");
    EXPECT_EQ(counted(), 2);
}

TEST_P(CorrectedRecipientsTest, AreALineEach) {
    correct("entry:E1");
    const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
    const auto all = recipients_to_tell(database(), "P1", std::nullopt, today);
    EXPECT_EQ(
        to_json(all[0]),
        R"({"disclosure":"S1","person":"P1","recipient":"the school","recipient_kind":null,"decided_on":"2016-05-01","changes":[{"item":"entry:E1","what":"correction","on":"2026-11-23"}],"told_on":null})");
    EXPECT_EQ(in_words(all[0]),
              "S1\t2016-05-01\tthe school\tcorrection of entry:E1 on 2026-11-23\tto be told");
    RecipientToTell steering = all[0];
    steering.disclosure.set("recipient", "the\tschool\x1b[2J");
    EXPECT_EQ(in_words(steering).substr(0, 28), "S1\t2016-05-01\tthe school\uFFFD[")
        << "no terminal is steered";
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "reports/belonging_evidence.h"

#include <gmock/gmock.h>

#include "store/document_words_store.h"
#include "support/belonging_world.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class BelongingEvidenceTest : public BelongingWorld {
protected:
    // Of what was found of a thing, in words; "-" where there is none.
    std::string evidence(const std::string& thing) {
        UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        const RecordingFinding finding = RecordingStore(database()).find(column(thing, "id")).value();
        const std::optional<BelongingEvidence> shown = evidence_of(database(), finding, day("2026-11-23"));
        return shown ? in_words(*shown) : "-";
    }
    static std::string restriction(const std::string& scope) {
        return R"({"type":"hold","id":"H1","kind":"restriction","authority":"DPO","reason":"asked for","from":"2026-01-01","scope":)" +
               scope + "}";
    }
    void load_and_look(const Texts& more) {
        load_three(more);
        look();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(BelongingEvidenceTest);

const std::string about_ben =
    "The visit was at three o'clock in the afternoon. I talked with Ben Haile about his school, and he was "
    "well. "
    "We meet again in a week.";

TEST_P(BelongingEvidenceTest, SaysWhyAndWhoseAndHowItIsMoved) {
    load_and_look({said("E1", "I1", about_ben)});
    EXPECT_EQ(
        evidence("entry:E1"),
        "  why: one other client is named in full, whom nobody in this record knows of, and nothing "
        "calls its "
        "own person by name\n"
        "  its words: …in the afternoon. I talked with Ben Haile about his school, and he was well. We…\n"
        "  seems to be of: person P2, Ben Haile\n"
        "  to move it: casekeeper recording move entry:E1 --to involvement:I2 --reason TEXT\n");
}

TEST_P(BelongingEvidenceTest, OfANumberAndADayOfBirth) {
    load_and_look(
        {said("E1", "I1", "Ada's NHS number is 943 476 5919."), said("E2", "I1", "DOB 03/05/2011")});
    EXPECT_THAT(evidence("entry:E1"), HasSubstr("seems to be of: person P2, Ben Haile"));
    EXPECT_THAT(evidence("entry:E2"), HasSubstr("its words: DOB 03/05/2011"));
    EXPECT_THAT(evidence("entry:E2"), Not(HasSubstr("seems to be of")));
    EXPECT_THAT(evidence("entry:E2"), HasSubstr("--to involvement:ID "));
}

TEST_P(BelongingEvidenceTest, OfACopyItIsTheOtherEntry) {
    load_and_look({said("E1", "I1", account, "2026-11-18"), said("E2", "I2", account, "2026-11-19")});
    EXPECT_THAT(evidence("entry:E2"), HasSubstr("seems to be of: person P1, Ada Okoro (entry:E1)"));
    EXPECT_THAT(evidence("entry:E2"), HasSubstr("--to involvement:I1 "));
}

TEST_P(BelongingEvidenceTest, OfADocumentItsEntryIsMoved) {
    folder.write("bundle/letter.txt", "a letter");
    load_three({said("E1", "I1", "A letter came."),
                R"({"type":"document","id":"D1","entry":"E1","file":"letter.txt"})"});
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        DocumentWordsStore(database())
            .keep(sql_value("select sha256 from document"), 1, {true, "plain_text", "About Ben Haile"});
        work.commit();
    }
    look();
    EXPECT_THAT(evidence("document:D1"), HasSubstr("its words: About Ben Haile"));
    EXPECT_THAT(evidence("document:D1"), HasSubstr("move entry:E1 --to involvement:I2"));
}

// UK GDPR Art 18(2).
TEST_P(BelongingEvidenceTest, NothingOfARestrictedRecordIsShown) {
    load_and_look({said("E1", "I1", about_ben), restriction(R"({"persons":["P1"]})")});
    EXPECT_THAT(evidence("entry:E1"), Not(HasSubstr("school")));
    EXPECT_THAT(evidence("entry:E1"), Not(HasSubstr("Haile")));
    EXPECT_THAT(evidence("entry:E1"), HasSubstr("not shown: a record is restricted"));
}

TEST_P(BelongingEvidenceTest, WhoseRecordIsRestrictedIsNotNamed) {
    load_and_look({said("E1", "I1", about_ben), restriction(R"({"persons":["P2"]})")});
    EXPECT_THAT(evidence("entry:E1"), Not(HasSubstr("P2")));
    EXPECT_THAT(evidence("entry:E1"), Not(HasSubstr("I2")));
    EXPECT_THAT(evidence("entry:E1"), HasSubstr("not shown: a record is restricted"));
}

TEST_P(BelongingEvidenceTest, ThereIsNoneOfWhatReadsSoNoMoreOrLacksSomethingElse) {
    load_and_look({said("E1", "I1", about_ben)});
    load({said("E1", "I1", "I saw Ada.")});
    EXPECT_EQ(evidence("entry:E1"), "-");
    rules = small_rules();
    load({letter()});
    look("2026-11-24");
    EXPECT_EQ(evidence("entry:E1"), "-");
}

}  // namespace
}  // namespace casekeeper::test

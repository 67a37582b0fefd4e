// SPDX-License-Identifier: MIT
#include "disposal/rights_outcome.h"

#include "domain/remark.h"
#include "support/moved_entry.h"
#include "support/review_world.h"

namespace casekeeper::test {
namespace {

// A child in need whose record is due and proposed, and a club of another child's.
class RightsOutcomeTest : public ReviewWorld {
protected:
    void SetUp() override {
        ReviewWorld::SetUp();
        if (IsSkipped()) return;
        folder.write("bundle/a.txt", "a");
        load_due(
            {due_child("Quill"),
             {entry("E7", "I-Quill", R"(,"account":"He hit me.")"),
              R"({"type":"document","id":"D7","entry":"E7","file":"a.txt"})"},
             {person("Other")},
             club("C-Other", "Other", ""),
             {R"({"type":"deletion_request","id":"R1","person":"Quill","received_at":"2019-01-01","asks_for":"objection","answered_on":"2019-02-01"})"}});
        review();
    }
    static RightsOutcome outcome(const Texts& items, const std::string& kind = "correction") {
        RightsOutcome one;
        one.request = "R1";
        one.person = "Quill";
        one.items = items;
        one.kind = kind;
        one.text = "It was my brother.";
        return one;
    }
    SignedAct act() { return {"dana", "2026-11-23T10:00:00Z", today, registered().pseudonyms()}; }
    Texts add(const RightsOutcome& one) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Texts beside = add_remarks(database(), one, act());
        work.commit();
        return beside;
    }
    Record stored(RecordType type, const std::string& id) { return *RecordStore(database()).find(type, id); }
    std::string refused(const RightsOutcome& one) {
        return error_of([&] { add(one); });
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RightsOutcomeTest);

TEST_P(RightsOutcomeTest, StandsBesideWhatTheEntryStillSays) {
    const Record before = stored(RecordType::entry, "E7");
    EXPECT_EQ(add(outcome({"entry:E7"})), Texts{"entry:E7"});
    Record after = stored(RecordType::entry, "E7");
    EXPECT_EQ(remarks_of(after),
              (std::vector<Remark>{{"correction", "2026-11-23", "It was my brother.", "dana, dpo"}}));
    after.values[static_cast<std::size_t>(format_of(RecordType::entry).position("remarks"))].reset();
    EXPECT_EQ(after, before);
}

TEST_P(RightsOutcomeTest, OfADocumentStandsBesideItsEntryAndOfAnInvolvementBesideThat) {
    EXPECT_EQ(add(outcome({"document:D7", "entry:E7", "involvement:I-Quill"}, "objection")),
              (Texts{"entry:E7", "involvement:I-Quill"}));
    EXPECT_EQ(remarks_of(stored(RecordType::entry, "E7")).size(), 1U);
    EXPECT_EQ(remarks_of(stored(RecordType::involvement, "I-Quill")).size(), 1U);
}

TEST_P(RightsOutcomeTest, OfAWholeRecordStandsBesideEveryInvolvementOfTheHuman) {
    load({person("Quill-2"), involvement("I-2", "Quill-2"),
          R"({"type":"relationship","person":"Quill","kind":"same-person","other":"Quill-2"})"});
    EXPECT_EQ(add(outcome({}, "objection")), (Texts{"involvement:I-2", "involvement:I-Quill"}));
    EXPECT_TRUE(remarks_of(stored(RecordType::involvement, "C-Other")).empty());
}

TEST_P(RightsOutcomeTest, IsAddedBehindEarlierOnes) {
    add(outcome({"entry:E7"}));
    add(outcome({"entry:E7"}, "statement"));
    const std::vector<Remark> remarks = remarks_of(stored(RecordType::entry, "E7"));
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0].kind + " " + remarks[1].kind, "correction statement");
}

// What somebody said is not theirs was moved since to the record it belongs in: nothing is written there for them.
TEST_P(RightsOutcomeTest, OfWhatWasMovedToAnothersRecordStandsBesideWhereItWas) {
    load({involvement("O1", "Other")});
    move_by_two(database(), "E7", "O1", today, registered().pseudonyms());
    EXPECT_EQ(add(outcome({"entry:E7"})), Texts{"involvement:I-Quill"});
    EXPECT_EQ(remarks_of(stored(RecordType::entry, "E7")).size(), 1U) << "that it was moved";
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    EXPECT_EQ(restrict_after_objection(database(), outcome({"entry:E7"}, "objection"), "r", act()), "");
}

// What has ended since it was asked about is left out.
TEST_P(RightsOutcomeTest, StandsBesideWhatIsStillThere) {
    add(outcome({"entry:E7", "entry:E9"}));
    EXPECT_EQ(remarks_of(stored(RecordType::entry, "E7")).size(), 1U);
}

// Approvals were given on the record as it was without the remark.
TEST_P(RightsOutcomeTest, WithdrawsWhatWasProposedOnTheRecordAsItWas) {
    ASSERT_EQ(all(), (Texts{"C-Other destroy rest 2022-01-01 proposed",
                            "I-Quill destroy rest 2022-01-01 proposed"}));
    add(outcome({"entry:E7"}));
    review();
    EXPECT_EQ(all(), (Texts{"C-Other destroy rest 2022-01-01 proposed",
                            "I-Quill destroy rest 2022-01-01 withdrawn changed",
                            "I-Quill destroy rest 2022-01-01 proposed"}));
}

TEST_P(RightsOutcomeTest, IsRefusedWhereThereIsNothingToStandBesideOrToSay) {
    load({person("Else"), involvement("X1", "Else")});
    EXPECT_EQ(refused(outcome({"involvement:X1"})), "65: involvement:X1 is in another person's record");
    const std::string before = everything();
    EXPECT_EQ(refused(outcome({"entry:E7"}, "complaint")), "64: \"complaint\" is no kind of remark");
    EXPECT_EQ(refused(outcome({"entry:E7"}, "move")), "64: \"move\" is no kind of remark");
    RightsOutcome silent = outcome({"entry:E7"});
    silent.text = "\n";
    EXPECT_EQ(refused(silent), "64: a remark needs a text");
    EXPECT_EQ(everything(), before);
}

TEST_P(RightsOutcomeTest, AnUpheldObjectionRestrictsItsItems) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    const std::string part = restrict_after_objection(database(), outcome({"entry:E7"}), "upheld", act());
    const std::string whole = restrict_after_objection(database(), outcome({}), "upheld", act());
    work.commit();
    EXPECT_EQ(stored(RecordType::hold, part).value("scope"), R"({"items":["entry:E7"]})");
    EXPECT_EQ(stored(RecordType::hold, part).value("authority"), "UK GDPR Art 18(1)(d), request R1");
    EXPECT_EQ(stored(RecordType::hold, part).value("reason"), "upheld");
    EXPECT_EQ(stored(RecordType::hold, whole).value("scope"), R"({"persons":["Quill"]})");
    review();
    EXPECT_EQ(all().back(), "I-Quill destroy rest 2022-01-01 withdrawn held");
}

}  // namespace
}  // namespace casekeeper::test

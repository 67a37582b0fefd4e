// SPDX-License-Identifier: MIT
#include "retention/beside_record.h"

#include "retention/explanation.h"
#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

constexpr const char* restricted =
    "restricted since 23 November 2026 (UK GDPR Art 18(1)(a)): kept, and used for nothing";

class BesideRecordTest : public RestrictionWorld {
protected:
    // What `explain` says of restrictions, by decision: "C1: …".
    Texts said_of(const std::string& id, Date on = today) {
        Texts said;
        for (const ShownDecision& shown : explain(database(), on, id).decisions)
            for (const std::string& step : shown.explanation.steps)
                if (step.find("restricted") != std::string::npos)
                    said.push_back(shown.decision.involvement + ": " + step);
        return said;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(BesideRecordTest);

TEST_P(BesideRecordTest, SaysARestrictedPersonWhereverTheirRecordIs) {
    place(over_person("P2"));
    for (const char* id : {"involvement:C2", "entry:E2", "document:D2"})
        EXPECT_EQ(said_of(id), Texts{std::string("C2: ") + restricted}) << id;
    EXPECT_EQ(said_of("person:P2"),
              (Texts{std::string("C2: ") + restricted, std::string("C3: ") + restricted}));
    EXPECT_EQ(said_of("person:P1"), Texts{});
}

TEST_P(BesideRecordTest, SaysARestrictedPersonWhoHasNoInvolvement) {
    load({person("P5")});
    place(over_person("P5"));
    EXPECT_EQ(said_of("person:P5"), Texts{std::string(": ") + restricted});
    lift("H1");
    EXPECT_EQ(said_of("person:P5"), Texts{});
}

TEST_P(BesideRecordTest, SaysAContestedNoteWhereItIsAndThatItIsInARecord) {
    load({entry("E7", "C1")});
    place(over({"entry:E1"}));
    EXPECT_EQ(said_of("entry:E1"), Texts{std::string("C1: ") + restricted});
    EXPECT_EQ(said_of("document:D1"), Texts{std::string("C1: the entry it belongs to is ") + restricted});
    EXPECT_EQ(said_of("involvement:C1"), Texts{std::string("C1: entry E1 in it is ") + restricted});
    EXPECT_EQ(said_of("person:P1"), Texts{std::string("C1: entry E1 in it is ") + restricted});
    EXPECT_EQ(said_of("entry:E7"), Texts{});
}

TEST_P(BesideRecordTest, SaysAContestedDocument) {
    place(over({"document:D1"}));
    EXPECT_EQ(said_of("document:D1"), Texts{std::string("C1: ") + restricted});
    EXPECT_EQ(said_of("entry:E1"), Texts{std::string("C1: its document D1 is ") + restricted});
    EXPECT_EQ(said_of("involvement:C1"), Texts{std::string("C1: document D1 in it is ") + restricted});
}

TEST_P(BesideRecordTest, SaysWhichOfSeveralInvolvementsIsRestricted) {
    place(over({"involvement:C2", "entry:E1"}));
    EXPECT_EQ(said_of("entry:E2"), Texts{std::string("C2: the involvement it lies in is ") + restricted});
    EXPECT_EQ(said_of("person:P2"), Texts{std::string("C2: ") + restricted});
    EXPECT_EQ(said_of("involvement:C2"), Texts{std::string("C2: ") + restricted});
}

TEST_P(BesideRecordTest, SaysNothingOfWhatIsLifted) {
    place(over({"entry:E1"}));
    lift("H1", today, day("2026-11-30"));
    EXPECT_EQ(said_of("entry:E1", day("2026-11-29")).size(), 1U);
    EXPECT_EQ(said_of("entry:E1", day("2026-11-30")), Texts{});
}

TEST_P(BesideRecordTest, IsShownInTextAndInJson) {
    place(over({"entry:E1"}));
    load(
        {involvement("C4", "P1",
                     club() + R"(,"remarks":[{"kind":"objection","on":"2026-11-20","text":"Not mine."}])"),
         entry(
             "E4", "C4",
             R"(,"kind":"note","remarks":[{"kind":"correction","on":"2026-11-21","text":"My brother.","by":"dana, dpo"}])"),
         document("D4", "E4")});
    EXPECT_NE(to_text(explain(database(), today, "entry:E1")).find(std::string("  - ") + restricted + "\n"),
              std::string::npos);
    EXPECT_NE(to_json(explain(database(), today, "entry:E1")).find(std::string("\"steps\":[\"") + restricted),
              std::string::npos);
    for (const char* id : {"entry:E4", "document:D4"}) {
        const Explained explained = explain(database(), today, id);
        EXPECT_NE(
            to_text(explained).find("  ! correction of 21 November 2026, by dana, dpo: \"My brother.\"\n"),
            std::string::npos)
            << to_text(explained);
        EXPECT_TRUE(to_json(explained).ends_with(
            R"(],"remarks":[{"kind":"correction","on":"2026-11-21","text":"My brother.","by":"dana, dpo"}]})"));
    }
    const Explained involvement = explain(database(), today, "involvement:C4");
    EXPECT_NE(to_text(involvement).find("  ! objection of 20 November 2026: \"Not mine.\"\n"),
              std::string::npos);
    EXPECT_TRUE(to_json(involvement)
                    .ends_with(R"("remarks":[{"kind":"objection","on":"2026-11-20","text":"Not mine."}]})"));
    EXPECT_EQ(to_json(explain(database(), today, "entry:E1")).find("remarks"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "custody/present_decision.h"

#include <algorithm>
#include <stdexcept>

#include "store/record_store.h"
#include "support/gate_world.h"
#include "support/made_up_people.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class PresentDecisionTest : public GateWorld {
protected:
    PresentDecisions& present() {
        if (!present_) {
            in_force_ = std::make_unique<ScheduleInForce>(schedule_in_force(database()));
            present_ = std::make_unique<PresentDecisions>(database(), *in_force_);
        }
        return *present_;
    }
    Texts outcomes(const std::string& person, Date on = today) {
        Texts texts;
        for (const Decision& decision : present().decide(person, on).decisions)
            texts.push_back(decision.involvement + " " + to_text(decision.outcome));
        return texts;
    }
    void TearDown() override {
        present_.reset();
        GateWorld::TearDown();
    }

private:
    std::unique_ptr<ScheduleInForce> in_force_;
    std::unique_ptr<PresentDecisions> present_;
};
CASEKEEPER_ON_BOTH_ENGINES(PresentDecisionTest);

TEST_P(PresentDecisionTest, DecidesAsTheNightDoes) {
    load_due({made_up_people(60)});
    const std::unique_ptr<Database> other = another();
    FactStore facts(*other);
    int compared = 0;
    for (const std::string& id : sql("select id from person order by id")) {
        const PresentDecisions::Decided decided = present().decide(id, today);
        std::vector<StoredDecision> now;
        for (const Decision& decision : decided.decisions)
            now.push_back(to_stored(decision, schedule_in_force(database()).schedule));
        std::vector<StoredDecision> stored = facts.decisions_of(decided.file);
        ASSERT_EQ(now.size(), stored.size()) << id;
        for (const StoredDecision& one : now) {
            EXPECT_NE(std::find(stored.begin(), stored.end(), one), stored.end())
                << id << " " << one.involvement;
            ++compared;
        }
    }
    EXPECT_GT(compared, 60);
}

TEST_P(PresentDecisionTest, ReadsFactsAndHoldsAnewAtEveryCall) {
    load_due({due_child("Quill")});
    EXPECT_EQ(outcomes("Quill"), Texts{"I-Quill due"});
    const std::unique_ptr<Database> other = another();
    RecordStore(*other).add(record(hold("H1", R"({"persons":["Quill"]})")));
    EXPECT_EQ(outcomes("Quill"), Texts{"I-Quill held"});
    sql("update involvement set closed = '2026-01-01'");
    EXPECT_EQ(outcomes("Quill"), Texts{"I-Quill retain"});
}

TEST_P(PresentDecisionTest, SaysHowManyHoldsWereAsked) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {hold("H1", R"({"persons":["Wren"]})"), hold("H2", R"({"services":["*"]})")}});
    const PresentDecisions::Decided decided = present().decide("Quill", today);
    EXPECT_EQ(decided.holds_asked, 2U);
    ASSERT_EQ(decided.holds.size(), 1U);
    EXPECT_EQ(decided.holds[0].id, "H2");
}

TEST_P(PresentDecisionTest, NamesHoldsThatNameTheInvolvementUntilTheirRelease) {
    load_due({due_child("Quill"),
              {R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2027-01-01",)"
               R"("scope":{"involvements":["I-Quill"]},"released_on":"2027-02-01"})",
               hold("H2", R"({"persons":["Quill"]})")}});
    EXPECT_EQ(present().decide("Quill", today).holds_naming("I-Quill", today), Texts{"H1"});
    EXPECT_EQ(present().decide("Quill", day("2027-01-31")).holds_naming("I-Quill", day("2027-01-31")),
              Texts{"H1"});
    EXPECT_EQ(present().decide("Quill", day("2027-02-01")).holds_naming("I-Quill", day("2027-02-01")),
              Texts{});
    EXPECT_EQ(present().decide("Quill", today).holds_naming("I-Wren", today), Texts{});
}

TEST_P(PresentDecisionTest, NobodyAndAStubHaveNoDecision) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {R"({"type":"relationship","person":"Wren","kind":"sibling","other":"Quill"})"}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(outcomes("Quill"), Texts{});
    EXPECT_EQ(outcomes("Nobody"), Texts{});
}

TEST_P(PresentDecisionTest, FindsADecisionByItsInvolvement) {
    load_due({due_child("Quill"), club("C-Quill", "Quill")});
    const PresentDecisions::Decided decided = present().decide("Quill", today);
    ASSERT_NE(decided.on("C-Quill"), nullptr);
    EXPECT_EQ(decided.on("C-Quill")->service, "youth-club");
    EXPECT_EQ(decided.on("I-Wren"), nullptr);
}

TEST_P(PresentDecisionTest, StoresWhatDiffersAndKeepsTheTallies) {
    load_due({due_child("Quill"), club("C-Quill", "Quill")});
    sql("update involvement set closed = '2026-01-01' where id = 'C-Quill'");
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    const PresentDecisions::Decided now = present().decide("Quill", today);
    present().store(present().stored(now.file), now, today);
    work.commit();
    EXPECT_EQ(sql("select involvement || ' ' || outcome from decision order by involvement"),
              (Texts{"C-Quill retain", "I-Quill due"}));
    expect_counts_agree();
}

TEST_P(PresentDecisionTest, WhatCannotBeReadIsAnError) {
    load_due({due_child("Quill")});
    sql("update involvement set opened = 'spring'");
    EXPECT_THROW(present().decide("Quill", today), std::invalid_argument);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "store/review_store.h"

#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ReviewStoreTest : public GateWorld {
protected:
    ReviewStore reviews() { return ReviewStore(database()); }
    static Texts involvements_of(const std::vector<Proposal>& proposals) {
        Texts texts;
        for (const Proposal& proposal : proposals) texts.push_back(proposal.involvement);
        return texts;
    }
    // Three children, due; Quill's and Robin's records are proposed.
    void propose_two() {
        load_due({due_child("Quill"), due_child("Robin"), due_child("Wren")});
        propose("I-Quill");
        propose("I-Robin");
        reviews().clear(ReviewStore::everybody);
        reviews().clear_range("", "~");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ReviewStoreTest);

TEST_P(ReviewStoreTest, RemembersHowFarItHasCome) {
    EXPECT_FALSE(reviews().state());
    reviews().set_state({"2026-11-22", 1});
    reviews().set_state({"2026-11-23", 2});
    EXPECT_EQ(reviews().state()->reviewed_on, "2026-11-23");
    EXPECT_EQ(reviews().state()->schedule, 2);
}

TEST_P(ReviewStoreTest, MarksEachOnceAndClearsARange) {
    for (const char* id : {"P2", "P1", "P1", "P3", ReviewStore::everybody}) reviews().mark(id);
    EXPECT_EQ(reviews().marked("", 9), (Texts{"P1", "P2", "P3"}));
    EXPECT_EQ(reviews().marked("P1", 1), Texts{"P2"});
    reviews().clear_range("P1", "P2");
    EXPECT_EQ(reviews().marked("", 9), (Texts{"P1", "P3"}));
    EXPECT_TRUE(reviews().is_marked(ReviewStore::everybody));
    reviews().clear(ReviewStore::everybody);
    EXPECT_FALSE(reviews().is_marked(ReviewStore::everybody));
}

TEST_P(ReviewStoreTest, MarksOnlyWhomSomethingIsProposedOf) {
    propose_two();
    reviews().mark_if_proposed("Quill");
    reviews().mark_if_proposed("Wren");
    EXPECT_EQ(reviews().marked("", 9), Texts{"Quill"});
}

TEST_P(ReviewStoreTest, FindsPeopleByWhatTheirDecisionsNeed) {
    load_due({due_child("Quill"),
              due_child("Robin"),
              club("C-Robin", "Robin"),
              {person("Wren"), involvement("I-Wren", "Wren", R"(,"closed":"2025-01-01")")}});
    EXPECT_EQ(reviews().people_needing("due", "", 9), (Texts{"Quill", "Robin"}));
    EXPECT_EQ(reviews().people_needing("due", "Quill", 9), Texts{"Robin"});
    EXPECT_EQ(reviews().people_needing("review", "", 9), Texts{});
}

TEST_P(ReviewStoreTest, FindsPeopleWhoseDayOnTheWayHasCome) {
    const auto child = [](const std::string& name, const std::string& closed) {
        return Texts{person(name),
                     involvement("I-" + name, name,
                                 R"(,"closed":")" + closed + R"(","attributes":{"way":"transfer"})")};
    };
    load_due({child("Quill", "2025-03-01"), child("Robin", "2025-02-01"), child("Wren", "2025-11-24")});
    const auto found = reviews().people_on_the_way("transfer", {"", ""}, "2026-11-23", 9);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].first + found[0].second + found[1].second, "2026-02-01RobinQuill");
    EXPECT_EQ(reviews().people_on_the_way("transfer", found[0], "2026-11-24", 1).at(0).second, "Quill");
    EXPECT_TRUE(reviews().people_on_the_way("minimise", {"", ""}, "2026-11-23", 9).empty());
}

TEST_P(ReviewStoreTest, ReadsTheDecisionsOfOnePerson) {
    load_due({due_child("Quill"), club("C-Quill", "Quill"), due_child("Wren")});
    const std::vector<StoredDecision> decisions = reviews().decisions_of("Quill");
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(decisions[0].involvement + decisions[0].outcome + *decisions[0].rule, "C-Quillduerest");
}

TEST_P(ReviewStoreTest, FindsOpenProposals) {
    EXPECT_FALSE(reviews().has_open_proposals());
    propose_two();
    EXPECT_TRUE(reviews().has_open_proposals());
    EXPECT_EQ(involvements_of(reviews().open_of_person("Quill")), Texts{"I-Quill"});
    EXPECT_EQ(involvements_of(reviews().open(1, 9)), Texts{"I-Robin"});
    EXPECT_TRUE(reviews().open_of_other_schedules(2, 0, 9).empty());
    EXPECT_EQ(reviews().open_of_other_schedules(3, 0, 1).size(), 1U);
    sql("update proposal set state = 'withdrawn' where number = 1");
    sql("update proposal set state = 'executed' where number = 2");
    EXPECT_TRUE(reviews().open(0, 9).empty());
    EXPECT_EQ(involvements_of(reviews().standing(0, 9)), Texts{"I-Robin"});
}

TEST_P(ReviewStoreTest, FindsWhatLapsesOnItsDay) {
    propose_two();
    sql("update approval set lapses_on = '2026-12-01' where proposal = 2 and approved_by = 'rob'");
    EXPECT_EQ(involvements_of(reviews().lapsing("2026-11-30", 0, 9)), Texts{});
    EXPECT_EQ(involvements_of(reviews().lapsing("2026-12-01", 0, 9)), Texts{"I-Robin"});
}

TEST_P(ReviewStoreTest, FindsNoticesThatAreOwed) {
    propose_two();
    proposals().set_notice({"I-Quill", "2026-11-01", {}, {}, {}, {}, {}, {}});
    proposals().set_notice({"I-Robin", "2026-11-01", "N2", {}, {}, {}, {}, {}});
    proposals().set_notice({"I-Wren", "2026-11-01", {}, {}, {}, {}, {}, {}});  // nothing of hers is proposed
    EXPECT_EQ(reviews().unwritten_notices("", 9), Texts{"I-Quill"});
    EXPECT_EQ(reviews().number_of_notices_owed(), 2);
    EXPECT_EQ(reviews().notices_owed(9).at(1).letter, "N2");
    proposals().set_notice({"I-Robin", "2026-11-01", "N2", "2026-11-02", "ruth", {}, {}, {}});
    EXPECT_EQ(reviews().number_of_notices_owed(), 1);
}

TEST_P(ReviewStoreTest, SaysWhoWorksARecordAndWhoLoadedIt) {
    load_due({{R"({"type":"professional","id":"W1","name":"Wanda","kind":"social-work"})", person("Quill"),
               involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01","worker":"W1")")}});
    const ReviewStore::Provenance from = reviews().provenance("I-Quill").value();
    EXPECT_EQ(from.worker + " " + from.worker_name, "W1 Wanda");
    EXPECT_EQ(from.brought_in_by, Texts{"ruth"});
    EXPECT_FALSE(reviews().provenance("I-Nobody"));
}

TEST_P(ReviewStoreTest, CountsOpenProposalsByKind) {
    propose_two();
    sql("update proposal set deferred_until = '2026-12-01' where number = 2");
    const std::vector<ReviewStore::Kind> kinds = reviews().open_by_kind("2026-11-30");
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_TRUE(kinds[1].deferred);
    EXPECT_EQ(reviews().open_by_kind("2026-12-01").at(0).proposals, 2);
}

TEST_P(ReviewStoreTest, FindsWhatHasReachedItsEnd) {
    load_due({due_child("Quill"),
              due_child("Robin"),
              {hold("H1", R"({"persons":["Robin"]})"), person("Wren"),
               involvement("I-Wren", "Wren", R"(,"closed":"2025-01-01")")}});
    const std::vector<StoredDecision> ended = reviews().at_their_end("", 9);
    ASSERT_EQ(ended.size(), 2U);
    EXPECT_EQ(ended[0].involvement + ended[0].outcome + ended[1].involvement + ended[1].outcome,
              "I-QuilldueI-Robinheld");
    EXPECT_EQ(ended[1].holds, R"(["H1"])");
}

TEST_P(ReviewStoreTest, FindsBundlesOfWithdrawnProposals) {
    propose_two();
    proposals().set_handover({1, "the archive", "B1", "aa", "2026-11-12", {}, {}});
    proposals().set_handover({2, "the archive", "B2", "bb", "2026-11-12", {}, {}});
    EXPECT_TRUE(reviews().left_over_handovers().empty());
    sql("update proposal set state = 'withdrawn' where number = 2");
    ASSERT_EQ(reviews().left_over_handovers().size(), 1U);
    EXPECT_EQ(reviews().left_over_handovers()[0].folder, "B2");
}

}  // namespace
}  // namespace casekeeper::test

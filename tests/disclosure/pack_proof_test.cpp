// SPDX-License-Identifier: MIT
#include "disclosure/pack_proof.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

// Finds whole names as they are written, and a place by its name.
std::vector<NamedSpan> names_in(std::string_view text) {
    std::vector<NamedSpan> all;
    for (const auto& [name, key] : {std::pair{"Jane Roe", "person:P2"}, {"Sam Ash", "person:P3"}})
        for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1))
            all.push_back({{at, at + std::string_view(name).size()}, {key}});
    return all;
}

std::vector<std::string> places_in(std::string_view text) {
    if (text.find("Rose Cottage") == std::string_view::npos) return {};
    return {"place:P2/address/0"};
}

AccessItem decided(const std::string& item, const std::string& about, const std::string& decision,
                   const std::string& part = {}) {
    AccessItem one{item, "third-party", about, "withhold", ""};
    one.decision = decision;
    one.facts = R"({"part":")" + part + R"("})";
    return one;
}

class Proof : public testing::Test {
protected:
    void decide(std::vector<AccessItem> items) {
        items_ = std::move(items);
        ledger_.emplace(std::vector<std::string>{"entry:E1", "entry:E2", "entry:E3", "material:1"}, items_,
                        rules_, people_, StandIns::Reader::the_person);
        proof_.emplace(*ledger_, items_, names_in, places_in);
    }
    void record(const std::map<std::string, std::string>& texts) {
        for (const auto& [item, text] : texts) proof_->keep_back(item, {"account", text});
        for (const auto& [item, text] : texts) proof_->may_stand(item, {"account", text});
    }
    std::vector<ProofHit> found(const std::string& text, bool is_running = true) {
        proof_->found("pack.pdf, page 1", text, is_running);
        return proof_->hits();
    }

    ReleaseRules rules_;
    std::map<std::string, KeptBack> people_;
    std::vector<AccessItem> items_;
    std::optional<PackLedger> ledger_;
    std::optional<PackProof> proof_;
};

TEST_F(Proof, ANameThatIsKeptBackWhereverItStandsIsFoundOnce) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    record({{"entry:E1", "Jane Roe came."}, {"entry:E2", "Nobody came."}});
    EXPECT_EQ(found("[friend 1] came.\nJane Roe came."),
              (std::vector<ProofHit>{{"pack.pdf, page 1", "name", {1}}}));
}

TEST_F(Proof, NothingWhereItWasReplaced) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    record({{"entry:E1", "Jane Roe came."}});
    EXPECT_TRUE(found("[person 1, note 1] came.").empty());
}

TEST_F(Proof, ANameMayStandInPartsThatShowItButNoMoreOften) {
    decide({decided("entry:E1", "person:P2", "withhold"), decided("entry:E2", "person:P2", "show")});
    record({{"entry:E1", "Jane Roe came."}, {"entry:E2", "Jane Roe rang."}});
    EXPECT_TRUE(found("Jane Roe rang. Jane Roe rang. Jane Roe rang. Jane Roe rang.").empty());
    EXPECT_EQ(found("Jane Roe").size(), 1u);
}

TEST_F(Proof, OutsideTheTextANameIsAHitAtOnce) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    record({{"entry:E1", "Jane Roe came."}});
    EXPECT_EQ(found("Report on Jane Roe", false).size(), 1u);
}

TEST_F(Proof, APartThatIsKeptBackInWholeIsKnownByFiveWords) {
    decide({decided("entry:E1", "", "withhold")});
    record({{"entry:E1", "The police came at night and took the computer away."}});
    EXPECT_TRUE(found("The police came at noon.").empty());
    EXPECT_EQ(found("… at night, and took\nthe computer …"),
              (std::vector<ProofHit>{{"pack.pdf, page 1", "words", {1}}}));
}

TEST_F(Proof, WhereAPaperWasFoundMayBeToldThoughThePaperIsKeptBack) {
    decide({decided("material:1", "", "withhold")});
    proof_->keep_back("material:1", {"place", "the old paper archive of the school"});
    proof_->keep_back("material:1", {"title", "a letter of the head teacher about her"});
    EXPECT_TRUE(found("We looked in the old paper archive of the school.").empty());
    EXPECT_EQ(found("a letter of the head teacher about her").size(), 1u);
}

TEST_F(Proof, WordsThatAnotherPartShowsAreNoHit) {
    decide({decided("entry:E1", "", "withhold")});
    record({{"entry:E1", "The visit was on time as agreed with the school."},
            {"entry:E2", "The visit was on time as agreed with the school."}});
    EXPECT_TRUE(found("The visit was on time as agreed with the school.").empty());
}

TEST_F(Proof, AShortPassageIsAHit) {
    decide({decided("entry:E1", "", "part", "her illness")});
    record({{"entry:E1", "We spoke of her illness today."}});
    EXPECT_TRUE(found("We spoke of [some words, note 1] today.").empty());
    EXPECT_EQ(found("her  Illness").size(), 1u);
}

TEST_F(Proof, APlaceIsAHitUnlessPeopleDecidedToShowItThere) {
    decide({decided("entry:E1", "place:P2/address/0", "withhold")});
    record({{"entry:E1", "They live at Rose Cottage."}});
    EXPECT_EQ(found("Rose Cottage"), (std::vector<ProofHit>{{"pack.pdf, page 1", "place", {1}}}));
}

TEST_F(Proof, APlaceThatNothingWasDecidedOfIsAHitToo) {
    decide({decided("entry:E1", "person:P3", "withhold")});
    record({{"entry:E2", "They live at Rose Cottage."}});
    EXPECT_EQ(found("Rose Cottage"), (std::vector<ProofHit>{{"pack.pdf, page 1", "place", {}}}));
}

TEST_F(Proof, APlaceThatTwoPeopleDecidedToShowMayStand) {
    decide({decided("entry:E1", "place:P2/address/0", "show")});
    record({{"entry:E1", "They live at Rose Cottage."}});
    EXPECT_TRUE(found("They live at Rose Cottage.").empty());
}

TEST_F(Proof, WhatTheTrustSaysItselfMayStand) {
    decide({decided("entry:E1", "person:P3", "withhold")});
    record({{"entry:E1", "Sam Ash came."}});
    proof_->own_words("Ask Sam Ash, our data protection officer.");
    EXPECT_TRUE(found("Ask Sam Ash, our data protection officer.").empty());
}

}  // namespace
}  // namespace casekeeper

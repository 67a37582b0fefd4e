// SPDX-License-Identifier: MIT
#include "disclosure/redactor.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace casekeeper {
namespace {

std::vector<NamedSpan> names_in(std::string_view text) {
    std::vector<NamedSpan> all;
    for (const auto& [name, key] : {std::pair{"Jane", "person:P2"}, {"Sam", "person:P3"}})
        for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1))
            all.push_back({{at, at + std::string_view(name).size()}, {key}});
    return all;
}

std::vector<TextSpan> places_in(std::string_view text, const std::vector<std::string>& keys) {
    const std::size_t at = text.find("Rose Cottage");
    if (at == std::string_view::npos || keys != std::vector<std::string>{"place:P2/address/0"}) return {};
    return {{at, at + 12}};
}

AccessItem decided(const std::string& item, const std::string& about, const std::string& decision,
                   const std::string& part = {}) {
    AccessItem one{item, "third-party", about, "withhold", ""};
    one.decision = decision;
    one.facts = R"({"part":")" + part + R"("})";
    return one;
}

std::string text_of(const Runs& runs) {
    std::string text;
    for (const Run& run : runs) text += run.style == Run::Style::plain ? run.text : "<" + run.text + ">";
    return text;
}

class Redaction : public testing::Test {
protected:
    void decide(const std::vector<AccessItem>& items, NameSearch names = names_in) {
        people_["person:P2"] = {"person:P2", "sibling", "", false};
        ledger_.emplace(std::vector<std::string>{"entry:E1", "entry:E2"}, items, rules_, people_,
                        StandIns::Reader::the_person);
        redactor_.emplace(*ledger_, std::move(names), places_in);
    }
    std::string treated(const std::string& item, const std::string& text, const std::string& key = {},
                        Copy copy = Copy::persons) {
        return text_of(redactor_->treated(item, {"account", text, key}, copy));
    }

    ReleaseRules rules_;
    std::map<std::string, KeptBack> people_;
    std::optional<PackLedger> ledger_;
    std::optional<Redactor> redactor_;
};

TEST_F(Redaction, ReplacesWhoeverIsKeptBackOfThePartAndNobodyElse) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    EXPECT_EQ(treated("entry:E1", "Jane met Sam."), "<[your brother or sister, note 1]> met Sam.");
    EXPECT_EQ(treated("entry:E2", "Jane met Sam."), "Jane met Sam.");
}

TEST_F(Redaction, LeavesWhatIsShownAsItWasWritten) {
    decide({decided("entry:E1", "person:P2", "show")});
    EXPECT_EQ(treated("entry:E1", "Jane met Sam."), "Jane met Sam.");
}

TEST_F(Redaction, AFieldThatNamesSomebodyGoesAsAWhole) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    EXPECT_EQ(treated("entry:E1", "J. R., of the house", "person:P2"), "<[your brother or sister, note 1]>");
}

TEST_F(Redaction, KeepsBackAPassageAndAPlace) {
    decide(
        {decided("entry:E1", "", "part", "was ill"), decided("entry:E1", "place:P2/address/0", "withhold")});
    EXPECT_EQ(treated("entry:E1", "Sam was\nill at Rose Cottage."),
              "Sam <[some words, note 1]> at <[a place that must stay secret, note 2]>.");
    EXPECT_TRUE(redactor_->not_found().empty());
}

TEST_F(Redaction, APassageThatNamesThemKeepsTheirNameBackInTheWholePart) {
    decide({decided("entry:E1", "person:P2", "part", "Jane rang")});
    EXPECT_EQ(treated("entry:E1", "Jane rang. Sam met Jane."),
              "<[some words about your brother or sister, note 1]>. Sam met <[some words about your brother "
              "or sister, note 1]>.");
    EXPECT_EQ(treated("entry:E1", "J. R.", "person:P2"),
              "<[some words about your brother or sister, note 1]>");
    decide({decided("entry:E1", "person:P2", "part", "was ill")});
    EXPECT_EQ(treated("entry:E1", "Jane was ill. Sam met Jane."),
              "Jane <[some words about your brother or sister, note 1]>. Sam met Jane.");
}

TEST_F(Redaction, SaysWhichPassagesStandNowhere) {
    decide({decided("entry:E1", "", "part", "was never said")});
    EXPECT_EQ(treated("entry:E1", "Sam was ill."), "Sam was ill.");
    EXPECT_EQ(redactor_->not_found(), std::vector<int>{1});
}

TEST_F(Redaction, TheOfficeReadsTheWordsWithTheirNumber) {
    decide({decided("entry:E1", "person:P2", "withhold")});
    EXPECT_EQ(treated("entry:E1", "Jane met Sam.", "", Copy::office),
              "<Jane>< [your brother or sister, note 1]> met Sam.");
}

TEST_F(Redaction, ASearchThatFailsShowsNothing) {
    decide({decided("entry:E1", "person:P2", "withhold")},
           [](std::string_view) -> std::vector<NamedSpan> { throw std::runtime_error("cannot search"); });
    EXPECT_THROW(treated("entry:E1", "Jane met Sam."), std::runtime_error);
}

TEST_F(Redaction, CountsWhatIsKeptBackOnce) {
    decide({decided("entry:E1", "person:P2", "withhold"), decided("entry:E2", "", "withhold")});
    treated("entry:E1", "Jane! Sam came by bus.");
    redactor_->glimpse("entry:E1", {"account", "Jane! Sam came by bus."}, Copy::persons);
    redactor_->count_whole(ledger_->lines()[1], {{"account", "All of it."}});
    const Redactor::Share& share = redactor_->share();
    EXPECT_EQ(share.characters, 32);
    EXPECT_EQ(share.kept_back, (std::map<int, long long>{{1, 4}, {2, 10}}));
    EXPECT_EQ(share.sentences, 3);
    EXPECT_EQ(share.sentences_lost, 2);
}

TEST_F(Redaction, TheSameReasonIsToldOnceForAllItsNumbers) {
    decide({decided("entry:E1", "person:P2", "withhold"), decided("entry:E2", "person:P2", "withhold"),
            decided("entry:E2", "", "withhold")});
    ASSERT_EQ(ledger_->groups().size(), 2u);
    EXPECT_EQ(ledger_->groups()[0].stand_in, "your brother or sister");
    EXPECT_EQ(ledger_->groups()[0].numbers, (std::vector<int>{1, 2}));
    EXPECT_EQ(ledger_->groups()[1].stand_in, "");
    EXPECT_EQ(ledger_->groups()[1].numbers, std::vector<int>{3});
}

TEST(NumbersInWords, AreShort) {
    EXPECT_EQ(numbers_in_words({3, 7, 9, 10, 11, 14, 15}), "3, 7, 9 to 11, 14, 15");
    EXPECT_EQ(numbers_in_words({}), "");
}

}  // namespace
}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "policy/redaction.h"

#include <gtest/gtest.h>

#include <numeric>

namespace casekeeper {
namespace {

std::string shown(const std::vector<ShownPiece>& pieces) {
    std::string text;
    for (const ShownPiece& piece : pieces)
        text += piece.number == 0 ? piece.text : "[" + piece.text + " " + std::to_string(piece.number) + "]";
    return text;
}

Cut cut_of(std::string_view text, std::string_view words, int number, const std::string& stand_in) {
    const std::size_t at = text.find(words);
    return {{at, at + words.size()}, number, stand_in};
}

ProtectedPlace place(std::vector<std::string> lines, std::string postcode) {
    ProtectedPlace one;
    one.person = "P9";
    one.kind = "address";
    one.key = "place:P9/address/0";
    one.lines = std::move(lines);
    one.postcode = std::move(postcode);
    return one;
}

std::string cut_out(std::string_view text, const std::vector<TextSpan>& spans) {
    std::vector<Cut> cuts;
    for (const TextSpan& span : spans) cuts.push_back({span, 1, "x"});
    return shown(without_cuts(text, cuts));
}

std::vector<std::size_t> all_of(const std::vector<ProtectedPlace>& places) {
    std::vector<std::size_t> all(places.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

TEST(Redaction, LeavesATextWithoutCutsAsItIs) {
    EXPECT_EQ(without_cuts("Jane came.", {}), (std::vector<ShownPiece>{{"Jane came.", 0}}));
    EXPECT_TRUE(without_cuts("", {}).empty());
}

TEST(Redaction, PutsTheStandInWhereTheWordsWere) {
    const std::string text = "Jane's bag was left.";
    EXPECT_EQ(shown(without_cuts(text, {cut_of(text, "Jane", 3, "your cousin")})),
              "[your cousin 3]'s bag was left.");
}

TEST(Redaction, TakesTheWholeTextWhereAllOfItIsCut) {
    EXPECT_EQ(without_cuts("Jane", {{{0, 4}, 1, "your cousin"}}),
              (std::vector<ShownPiece>{{"your cousin", 1}}));
}

TEST(Redaction, OneStandInForWordsOfTheSamePersonSideBySide) {
    const std::string text = "met Jane\n Roe there";
    EXPECT_EQ(
        shown(without_cuts(text, {cut_of(text, "Roe", 2, "friend 1"), cut_of(text, "Jane", 2, "friend 1")})),
        "met [friend 1 2] there");
}

TEST(Redaction, LeavesNothingOfWordsThatOverlap) {
    const std::string text = "Mr and Mrs Roe came";
    EXPECT_EQ(shown(without_cuts(text, {cut_of(text, "Mr and Mrs", 1, "neighbour 1"),
                                        cut_of(text, "Mrs Roe", 2, "neighbour 2")})),
              "[neighbour 1 1][neighbour 2 2] came");
    EXPECT_EQ(shown(without_cuts(text, {cut_of(text, "Roe", 2, "b"), cut_of(text, "Mrs Roe", 1, "a")})),
              "Mr and [a 1] came");
}

TEST(Redaction, OfTwoAtTheSamePlaceTheLongerStandsForBoth) {
    const std::string text = "Jane Roe came";
    EXPECT_EQ(shown(without_cuts(text, {cut_of(text, "Jane", 1, "a"), cut_of(text, "Jane Roe", 2, "b")})),
              "[b 2] came");
}

TEST(WhereQuoted, FindsEveryPlaceWhateverTheSpacesAndQuotes) {
    const std::string text = "She said:\n\u201CI am\n afraid\u201D, and then \"I am afraid\".";
    EXPECT_EQ(where_quoted(text, "\"I am afraid\"").size(), 2u);
    EXPECT_EQ(cut_out(text, where_quoted(text, "\"I am afraid\"")), "She said:\n[x 1], and then [x 1].");
}

TEST(WhereQuoted, NeverTakesOtherLettersForThem) {
    EXPECT_TRUE(where_quoted("I am afraid", "I am Afraid").empty());
    EXPECT_TRUE(where_quoted("I am afraid", "").empty());
    EXPECT_TRUE(where_quoted("I am afraid", " \n").empty());
    EXPECT_TRUE(where_quoted("", "I").empty());
}

TEST(WhereGivenAway, IsTheShortestRunOfWords) {
    const std::vector<ProtectedPlace> places = {place({"12 Elm Road", "Leeds"}, "LS1 4AP")};
    const PlaceSearch search(places);
    const std::string text = "They now live at 12 Elm Road, Leeds LS1 4AP and are well. Write to ls14ap.";
    const std::string left = cut_out(text, where_given_away(text, search, all_of(places)));
    EXPECT_TRUE(search.found_in(left).empty()) << left;
    EXPECT_NE(left.find("They now live at"), std::string::npos) << left;
    EXPECT_NE(left.find("and are well. Write to"), std::string::npos) << left;
}

TEST(WhereGivenAway, NothingWhereNothingIs) {
    const std::vector<ProtectedPlace> places = {place({"12 Elm Road"}, "LS1 4AP")};
    EXPECT_TRUE(where_given_away("They moved away.", PlaceSearch(places), all_of(places)).empty());
    EXPECT_TRUE(where_given_away("", PlaceSearch(places), all_of(places)).empty());
}

TEST(WhereGivenAway, OnlyThePlacesThatAreAsked) {
    const std::vector<ProtectedPlace> places = {place({"12 Elm Road"}, "LS1 4AP"),
                                                place({"3 Oak Lane"}, "SW1A 1AA")};
    const std::string text = "from LS1 4AP to SW1A 1AA";
    EXPECT_EQ(cut_out(text, where_given_away(text, PlaceSearch(places), {1})), "from LS1 4AP to [x 1]");
}

// A postcode that only a longer run shows must not survive in its halves.
TEST(WhereGivenAway, LeavesNothingOfManySpellingsInAnyPlaceOfAText) {
    const std::vector<ProtectedPlace> places = {place({"12 Elm Road", "Leeds"}, "LS1 4AP")};
    const PlaceSearch search(places);
    const std::vector<std::string> spellings = {"LS1 4AP",
                                                "ls14ap",
                                                "L S 1  4 A P",
                                                "LS1-4AP",
                                                "LS1\n4AP",
                                                "12 Elm Road",
                                                "12 Elm Rd",
                                                "twelve Elm Road",
                                                "12, Elm Road, Leeds",
                                                "reportLS14AP.pdf",
                                                "https://maps.example/?q=LS1%204AP"};
    for (const std::string& one : spellings)
        for (const std::string before : {"", "word ", "a b c ", "12 "})
            for (const std::string after : {"", " word", " x y z", " 4AP"}) {
                const std::string text = before + one + after;
                const std::string left = cut_out(text, where_given_away(text, search, all_of(places)));
                EXPECT_TRUE(search.found_in(left).empty()) << text << " leaves " << left;
            }
}

}  // namespace
}  // namespace casekeeper

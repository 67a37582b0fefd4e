// SPDX-License-Identifier: MIT
#include "policy/mention_finder.h"

#include <chrono>
#include <random>
#include <thread>

#include "policy/mention_reading.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

TEST(MentionFinder, ALongerMentionCoversTheShorterOnesWithinIt) {
    const std::vector<PersonNames> people = {person("P1", CasePart::third_party, "Jane", "Elm")};
    const std::string text = "Write to jane.elm@example.org or 12 Elm Road, Leeds LS1 4AB. Jane Elm knows.";
    const std::vector<Mention> found = mentions(people, text);
    ASSERT_EQ(written(found, text),
              (Texts{"jane.elm@example.org", "12 Elm Road, Leeds LS1 4AB", "Jane Elm"}));
    EXPECT_EQ(found[0].kind, MentionKind::email);
    EXPECT_EQ(found[1].kind, MentionKind::address);
    EXPECT_EQ(found[2].whom, "P1");
}

TEST(MentionFinder, SaysWhyAndWhose) {
    const std::vector<PersonNames> people = {person("P1", CasePart::subject, "Kayla", "Roe"),
                                             person("P2", CasePart::third_party, "William", "Roe")};
    const std::string text = "Kayla's father Bill rang from 07700 900123.";
    const std::vector<Mention> found = mentions(people, text);
    ASSERT_EQ(written(found, text), (Texts{"Kayla", "Bill", "07700 900123"}));
    EXPECT_EQ(found[0].why, "given name");
    EXPECT_EQ(found[1].why, "nickname");
    EXPECT_EQ(found[1].whom, "P2");
    EXPECT_EQ(found[2].of, MentionOf::unclear);
    EXPECT_STREQ(to_text(found[2].kind), "phone");
    for (const Mention& mention : found) {
        EXPECT_GT(mention.confidence, 0);
        EXPECT_LE(mention.confidence, 1);
    }
}

TEST(MentionFinder, NobodyIsFoundInAnEmptyText) {
    for (const char* text : {"", " ", "\n\n", ".", "the plan was agreed"})
        EXPECT_EQ(mentions({}, text, 0), std::vector<Mention>()) << text;
}

TEST(MentionFinder, PeopleWithoutNamesAreNobodysHindrance) {
    std::vector<PersonNames> people(3);
    people[0].key = "P0";
    people[1] = person("P1", CasePart::third_party, "  ", "-'-");
    people[1].known_as = {"", "."};
    people[1].phones = {"", "none"};
    people[1].emails = {""};
    people[1].identifiers = {"", "-"};
    people[2] = person("P2", CasePart::third_party, "J", "");
    EXPECT_EQ(mentions(people, "J went. The plan was agreed, 12 times.", 0), std::vector<Mention>());
}

// Whatever the bytes are: in order, within the text, none overlapping, and no read beyond it.
TEST(MentionFinder, AnyBytesAreReadToTheirEnd) {
    std::vector<PersonNames> people = {person("P1", CasePart::third_party, "Jane Rebecca", "Roe-O'Brien"),
                                       person("P2", CasePart::subject, "Zoë", "van der Núñez")};
    people[0].dob = Date(std::chrono::year(1987), std::chrono::month(3), std::chrono::day(4));
    people[0].phones = {"07700 900123"};
    people[0].identifiers = {"AB/123"};
    const MentionFinder finder(people, name_knowledge());
    const Texts pieces = {
        "Jane",  "Roe",    "O'Brien", "J.",  " ",    "\n",  "-\n", "@",       ".org",
        "07700", "900123", "12",      "Elm", "Road", "LS1", "4AB", "\xff",    "\xc3",
        "É",     "\u2019", "\u00ad",  "dot", "at",   "com", "Mr",  "Flat 2,", "March",
        "born",  "1987",   "\u200b",  "中",  "(",    "+44", "AB",  "/",       std::string(1, '\0'),
        "'s",    "AB12",   ", "};
    std::mt19937_64 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = 0; i < random() % 30; ++i)
            text += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
        // As it stands in memory: nothing may be read behind it.
        const std::vector<char> alone(text.begin(), text.end());
        const std::vector<Mention> found = finder.find({alone.data(), alone.size()});
        std::size_t behind = 0;
        for (const Mention& mention : found) {
            ASSERT_LE(behind, mention.begin) << text;
            ASSERT_LT(mention.begin, mention.end) << text;
            ASSERT_LE(mention.end, text.size()) << text;
            behind = mention.end;
        }
    }
}

double seconds_for(const MentionFinder& finder, const std::string& text) {
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        const std::clock_t start = std::clock();
        EXPECT_LE(finder.find(text).size(), text.size());
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

// Four times the text may take four times as long; eight times is far from sixteen.
TEST(MentionFinder, TimeGrowsWithTheTextWhateverItIs) {
    std::vector<PersonNames> people = {person("P1", CasePart::third_party, "Jane", "Roe")};
    people[0].phones = {"07700 900123"};
    const MentionFinder finder(people, name_knowledge());
    for (const std::string& piece :
         {std::string("a"),           std::string("Jane "),       std::string("J. "),
          std::string("J."),          std::string("1 "),          std::string("1"),
          std::string("@"),           std::string("a@"),          std::string("x.y@z."),
          std::string("dot com at "), std::string("12 Elm "),     std::string("Flat 2, "),
          std::string("Ja-"),         std::string("'"),           std::string("É"),
          std::string("born "),       std::string("Xyz, "),       std::string("12 March "),
          std::string(" "),           std::string("\n"),          std::string("Ab"),
          std::string("a1"),          std::string("NHS 943 476 ")}) {
        std::string small;
        while (small.size() < 12500) small += piece;
        std::string large;
        while (large.size() < 50000) large += piece;
        const double one = std::max(seconds_for(finder, small), 0.004);
        EXPECT_LT(seconds_for(finder, large), 8 * one) << "of: " << piece;
    }
}

TEST(MentionFinder, ManyThreadsMayAsk) {
    const std::vector<PersonNames> people = {person("P1", CasePart::third_party, "Jane", "Roe")};
    const MentionFinder finder(people, name_knowledge());
    const std::string text = "Jane Roe said to Jnae that J.R. was there, and Dariusz.";
    const std::vector<Mention> alone = finder.find(text);
    std::vector<std::vector<Mention>> found(4);
    std::vector<std::thread> threads;
    for (std::vector<Mention>& one : found)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) one = finder.find(text);
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::vector<Mention>& one : found) EXPECT_EQ(one, alone);
    EXPECT_EQ(alone.size(), 4U);
}

}  // namespace
}  // namespace casekeeper::test

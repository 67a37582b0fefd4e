// SPDX-License-Identifier: MIT
#include "policy/client_names.h"

#include <gmock/gmock.h>

#include <random>

#include "support/person_called.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ClientNamesTest : public testing::Test {
protected:
    ClientNamesTest() {
        clients_.add("P1", called("Ada Jane", "Okoro", "2012-05-04", {"450 557 7104", "AB123456C"}));
        clients_.add("P2", called("Ben", "Haile", "", {"943 476 5919"}));
        clients_.add("P3", called("Jane", "van der Roe"));
        clients_.add("P4", called("Sam", "Ash"));
        clients_.add("P5", called("Sam", "Ash"));
        clients_.add("P6", called("Zo\xc3\xab", "O'Brien-Ng"));
        clients_.add_worker("Pat Lane");
        clients_.finish();
    }
    ClientNames clients_;
};

TEST_F(ClientNamesTest, KnowWhoIsCalledSoAndWhoHasANumber) {
    const AllClients all = clients_.all();
    EXPECT_THAT(all.called("ben haile"), ElementsAre("P2"));
    EXPECT_THAT(all.called("ada okoro"), ElementsAre("P1"));
    EXPECT_THAT(all.called("ada jane okoro"), ElementsAre("P1"));
    EXPECT_THAT(all.called("sam ash"), ElementsAre("P4", "P5"));
    EXPECT_THAT(all.called("zoe obrienng"), ElementsAre("P6"));
    EXPECT_THAT(all.called("haile ben"), IsEmpty());
    EXPECT_THAT(all.numbered("9434765919"), ElementsAre("P2"));
    EXPECT_TRUE(all.is_worker("pat lane"));
    EXPECT_FALSE(all.is_worker("ben haile"));
}

TEST_F(ClientNamesTest, SeeAtAGlanceWhatMayBeAnothers) {
    for (const char* text : {"I saw Ben Haile.", "HAILE, Ben: at home", "Jane van der Roe rang",
                             "Zo\xc3\xab O\xe2\x80\x99"
                             "Brien-Ng",
                             "NHS 943 476 5919", "DOB 03/05/2011", "born on 3 May 2011", "NI AB 12 34 57 C"})
        EXPECT_TRUE(clients_.may_be_anothers(text, "P1")) << text;
    for (const char* text : {"I saw Ada Okoro.", "Ben was there, and so was haile.", "NHS 450 557 7104",
                             "Seen on 03/05/2011.", "", "Pat Lane rang", "Order 1234567890 of 12/03/2026"})
        EXPECT_FALSE(clients_.may_be_anothers(text, "P1")) << text;
}

// Whatever a record knows, what has a sign is not passed over: words thrown together, told apart by all that parts words.
TEST_F(ClientNamesTest, PassOverNothingThatHasASign) {
    const std::vector<std::string> words = {
        "Ada",        "Okoro",         "Ben",    "Haile", "HAILE",        "Jane",          "van",
        "der",        "Roe",           "ROE",    "Sam",   "Ash",          "Zoe",           "Zo\xc3\xab",
        "O'Brien-Ng", "OBrien-Ng",     "Pat",    "Lane",  "943 476 5919", "9434765919",    "NHS",
        "UPN",        "DOB",           "d.o.b.", "born",  "(b.",          "03/05/2011",    "3 May 2011",
        "AB123457C",  "AB 12 34 57 C", "NI",     "her",   "mother",       "A801200001001", "401 023 2137",
        "brother",    "Seen",          "number", "12"};
    const std::vector<std::string> gaps = {" ", " ",   " ",  " ", ", ", ". ",       "\n",
                                           "-", "'s ", "  ", "",  ": ", ".\n\n\n\n"};
    RecordPeople nothing_known;
    nothing_known.own_ids = {"P1"};
    nothing_known.own = {called("Ada Jane", "Okoro", "2012-05-04", {"450 557 7104", "AB123456C"})};
    RecordPeople much_known = nothing_known;
    much_known.known_ids = {"P3"};
    much_known.known = {called("Jane", "van der Roe", "2011-05-03")};
    much_known.known_names = {"Sam Ash"};
    const AllClients all = clients_.all();
    const MisfiledSigns few(nothing_known, all);
    const MisfiledSigns many(much_known, all);
    std::mt19937 dice(20261123);
    const auto any = [&](const std::vector<std::string>& of) { return of[dice() % of.size()]; };
    int with_sign = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto left = 1 + dice() % 9; left > 0; --left) text += any(words) + any(gaps);
        const bool has_sign = !few.in(text).empty() || !many.in(text).empty();
        with_sign += has_sign ? 1 : 0;
        ASSERT_TRUE(!has_sign || clients_.may_be_anothers(text, "P1")) << text;
    }
    EXPECT_GT(with_sign, 2000);
}

}  // namespace
}  // namespace casekeeper::test

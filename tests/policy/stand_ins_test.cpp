// SPDX-License-Identifier: MIT
#include "policy/stand_ins.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

using Reader = StandIns::Reader;

TEST(StandIns, CallRelativesWhatTheyAreToTheReader) {
    const StandIns names({{"person:P2", "mother", "", false}, {"person:P3", "sibling", "", false}},
                         Reader::the_person);
    EXPECT_EQ(names.of("person:P2"), "your mother");
    EXPECT_EQ(names.of("person:P3"), "your brother or sister");
}

TEST(StandIns, NumberThoseWhoWouldBeCalledTheSameInTheOrderOfThePack) {
    const StandIns names({{"name:Zoe Ash", "sibling", "", false},
                          {"name:Adam Ash", "sibling", "", false},
                          {"name:Zoe Ash", "sibling", "", false}},
                         Reader::the_person);
    EXPECT_EQ(names.of("name:Zoe Ash"), "your brother or sister 1");
    EXPECT_EQ(names.of("name:Adam Ash"), "your brother or sister 2");
}

TEST(StandIns, NumberWhoeverIsNotTheReadersOwn) {
    const StandIns names({{"name:Jo Hill", "foster-carer", "", false},
                          {"professional:W9", "", "police", false},
                          {"name:Somebody Else", "", "", false}},
                         Reader::the_person);
    EXPECT_EQ(names.of("name:Jo Hill"), "foster carer 1");
    EXPECT_EQ(names.of("professional:W9"), "police officer 1");
    EXPECT_EQ(names.of("name:Somebody Else"), "person 1");
}

TEST(StandIns, SayNothingOfWhoGaveItAnywhereInThePack) {
    const StandIns names({{"name:Pat Oak", "neighbour", "", false},
                          {"name:Sam Elm", "neighbour", "", false},
                          {"name:Pat Oak", "neighbour", "", true}},
                         Reader::the_person);
    EXPECT_EQ(names.of("name:Pat Oak"), "person 1");
    EXPECT_EQ(names.of("name:Sam Elm"), "neighbour 1");
}

TEST(StandIns, ASourceIsNotToldByTheirWorkEither) {
    const StandIns names({{"professional:W1", "", "health", true}}, Reader::the_person);
    EXPECT_EQ(names.of("professional:W1"), "person 1");
}

TEST(StandIns, NeverSayThatSomebodyIsSaidToHaveDoneHarm) {
    const StandIns names(
        {{"name:A B", "alleged-perpetrator", "", false}, {"name:C D", "referrer", "", false}},
        Reader::the_person);
    EXPECT_EQ(names.of("name:A B"), "person 1");
    EXPECT_EQ(names.of("name:C D"), "person 2");
}

TEST(StandIns, SpeakOfTheChildToAParent) {
    const std::vector<KeptBack> people = {{"person:P2", "sibling", "", false}};
    EXPECT_EQ(StandIns(people, Reader::of_a_child).of("person:P2"), "the child's brother or sister");
    EXPECT_EQ(StandIns(people, Reader::of_an_adult).of("person:P2"), "the person's brother or sister");
}

TEST(StandIns, HaveWordsForPlacesAndNumbers) {
    const StandIns names({{"place:P2/address/0", "", "", false},
                          {"place:P2/address/1", "", "", false},
                          {"phone:7700900123", "", "", true},
                          {"birth:2009-03-01", "", "", false}},
                         Reader::the_person);
    EXPECT_EQ(names.of("place:P2/address/0"), "a place that must stay secret");
    EXPECT_EQ(names.of("place:P2/address/1"), "a place that must stay secret");
    EXPECT_EQ(names.of("phone:7700900123"), "a phone number");
    EXPECT_EQ(names.of("birth:2009-03-01"), "a date of birth");
}

TEST(StandIns, NeverHoldAnythingOfTheName) {
    const StandIns names({{"name:your mother Jane", "", "", false}}, Reader::the_person);
    EXPECT_EQ(names.of("name:your mother Jane"), "person 1");
}

}  // namespace
}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "custody/record_people.h"

#include <gmock/gmock.h>

#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Ada's record; Ben and Cara are clients too, each with an involvement.
class RecordPeopleTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        load({called("P1", "Ada"), called("P2", "Ben"), called("P3", "Cara"), involvement("I1", "P1"),
              involvement("I2", "P2"), involvement("I3", "P3")});
    }
    static std::string called(const std::string& id, const std::string& given, const std::string& more = "") {
        return R"({"type":"person","id":")" + id + R"(","family_name":"Roe","given_names":")" + given + "\"" +
               more + "}";
    }
    static std::string related(const std::string& one, const std::string& kind, const std::string& other) {
        return R"({"type":"relationship","person":")" + one + R"(","kind":")" + kind + R"(","other":")" +
               other + "\"}";
    }
    RecordPeople known_after(const std::vector<std::string>& lines,
                             const std::vector<std::string>& of = {"P1"}) {
        load(lines);
        return people_of_record(database(), of);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordPeopleTest);

TEST_P(RecordPeopleTest, OfWhoeverStandsAloneItIsThemselves) {
    const RecordPeople people = known_after({});
    EXPECT_THAT(people.own_ids, ElementsAre("P1"));
    ASSERT_EQ(people.own.size(), 1U);
    EXPECT_EQ(people.own.front().given_names, "Ada");
    EXPECT_THAT(people.known_ids, IsEmpty());
    EXPECT_THAT(people.known_names, IsEmpty());
}

TEST_P(RecordPeopleTest, RelationshipsAndRolesCountFromEitherSide) {
    const RecordPeople people = known_after(
        {related("P2", "foster-carer", "P1"), involvement("I4", "P3", R"(,"roles":{"child":"P1"})"),
         R"({"type":"relationship","person":"P1","kind":"neighbour","name":"Jane Poe"})"});
    EXPECT_THAT(people.known_ids, ElementsAre("P2", "P3"));
    EXPECT_EQ(people.known.size(), 2U);
    EXPECT_THAT(people.known_names, ElementsAre("Jane Poe"));
}

TEST_P(RecordPeopleTest, WhomAnyEntryNamesWhereSomebodyIsWritten) {
    const RecordPeople people = known_after(
        {entry("E1", "I1",
               R"(,"present":["person:P2","Mr Poe"],"addressed_to":["P3"],"decided_by":"The manager")"),
         entry("E2", "I1",
               R"(,"mentions":[{"name":"Sam Ash","relation":"friend"}],"provided_by":{"name":"Kit Moss"})")});
    EXPECT_THAT(people.known_ids, ElementsAre("P2", "P3"));
    EXPECT_THAT(people.known_names, UnorderedElementsAre("Mr Poe", "The manager", "Sam Ash", "Kit Moss"));
}

TEST_P(RecordPeopleTest, RecordsThatAreJoinedAreOneHumanBeing) {
    const RecordPeople people =
        known_after({related("P1", "same-person", "P2"), related("P2", "sibling", "P3")}, {"P1", "P2"});
    EXPECT_THAT(people.own_ids, ElementsAre("P1", "P2"));
    EXPECT_EQ(people.own.size(), 2U);
    EXPECT_THAT(people.known_ids, ElementsAre("P3"));
}

TEST_P(RecordPeopleTest, TheRecordBeforeAnAdoptionIsKnownWithItsFamily) {
    load({called("P4", "Adah", R"(,"adopted_from":"P1")"), related("P1", "sibling", "P2")});
    EXPECT_THAT(people_beside(database(), {"P4"}), ::testing::IsSupersetOf({"P1", "P2"}));
    EXPECT_THAT(people_beside(database(), {"P1"}), ::testing::IsSupersetOf({"P2", "P4"}));
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "disposal/second_person.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

// What is said to an actor of a record: worked on by W7, Wilma Ward; it and its person loaded by others.
std::string said_to(const Actor& actor,
                    const ReviewStore::Provenance& origin = {"W7", "Wilma Ward", {"lena", "paul"}}) {
    return error_of([&] { require_second_person(actor, origin, 12); });
}

Actor named(const std::string& name) {
    return {name, name, {Role::reviewer}, ""};
}

TEST(SecondPerson, IsAnybodyWhoHadNothingToDoWithIt) {
    EXPECT_EQ(said_to(named("rita")), "done");
    EXPECT_EQ(said_to({"rita", "rita", {Role::reviewer}, "W8"}), "done");
}

TEST(SecondPerson, IsNotItsWorker) {
    for (const Actor& actor : {named("W7"), named("Wilma Ward"), Actor{"wward", "wward", {}, "W7"}})
        EXPECT_EQ(said_to(actor), "77: proposal 12 is about a record that " + actor.name + " worked on");
}

TEST(SecondPerson, IsNotWhoLoadedTheRecordOrItsPerson) {
    for (const char* name : {"lena", "paul"})
        EXPECT_EQ(said_to(named(name)),
                  std::string("77: proposal 12 rests on records that ") + name + " loaded");
}

TEST(SecondPerson, ActingUnderAnotherNameIsKnownByBoth) {
    const Actor actor{"Lena", "root", {Role::reviewer}, ""};
    EXPECT_EQ(said_to(actor, {"", "", {"Lena (account root)"}}),
              "77: proposal 12 rests on records that Lena (account root) loaded");
}

TEST(SecondPerson, WhereNothingIsKnownIsAnybody) {
    EXPECT_EQ(said_to(named("rita"), {}), "done");
    EXPECT_EQ(said_to({"rita", "rita", {Role::reviewer}, ""}, {"", "", {}}), "done");
}

}  // namespace
}  // namespace casekeeper::test

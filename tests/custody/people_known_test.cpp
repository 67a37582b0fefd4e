// SPDX-License-Identifier: MIT
//
// Who is meant by a name: whoever alone has it; nobody that is known, where two have it.
#include "custody/people_known.h"

#include "store/fact_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

class PeopleKnownTest : public LoadedStoreTest {
protected:
    static std::string called(const std::string& id, const std::string& given, const std::string& family,
                              const std::string& more = "") {
        return R"({"type":"person","id":")" + id + R"(","given_names":")" + given + R"(","family_name":")" +
               family + "\"" + more + "}";
    }
    static std::string relation(const std::string& kind, const std::string& more,
                                const std::string& of = "P1") {
        return R"({"type":"relationship","person":")" + of + R"(","kind":")" + kind + "\"" + more + "}";
    }
    // John Smith, known as Jack, and a neighbour whom he does not know of.
    void load_john(const std::vector<std::string>& more) {
        std::vector<std::string> lines{
            called("P1", "John", "Smith", R"(,"known_as":["Jack Smith"])"),
            relation("neighbour",
                     R"(,"name":"Jane Roe","known_to_subject":false,"consent_to_disclose":"refused")")};
        lines.insert(lines.end(), more.begin(), more.end());
        load(lines);
    }
    ThirdParty whoever(const std::string& name, const std::string& relation = "",
                       const std::vector<AccessAsk>& asks = {}) {
        RecordStore records(database());
        const CaseFile file = FactStore(database()).file_of("P1").value();
        return PeopleKnown(database(), records, file, asks).called(name, relation);
    }
    static AccessAsk consent_of(const std::string& key) {
        AccessAsk ask;
        ask.kind = "consent";
        ask.whom = key;
        ask.outcome = "given";
        return ask;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(PeopleKnownTest);

TEST_P(PeopleKnownTest, TheirOwnNameIsThePersonWhereNobodyElseHasIt) {
    load_john({});
    for (const char* name : {"John Smith", "SMITH-free john", "jack smith", "John  Smith"})
        EXPECT_EQ(whoever(name).is_subject, std::string(name) != "SMITH-free john") << name;
    EXPECT_TRUE(whoever("John Smith", "self").is_subject);
    EXPECT_TRUE(whoever("", "self").is_subject);
    EXPECT_FALSE(whoever("Johnny", "self").is_subject) << "the name of somebody else";
    EXPECT_FALSE(whoever("John Smith", "neighbour").is_subject) << "another of that name, as it says";
    EXPECT_FALSE(whoever("John Smith", "his dad").is_subject);
}

TEST_P(PeopleKnownTest, ANamesakeAmongTheRelationsIsNotTakenForThePersonNorForThem) {
    load_john({called("P2", "John", "Smith"),
               relation("father", R"(,"other":"P2","known_to_subject":true,"consent_to_disclose":"given")")});
    const ThirdParty unclear = whoever("John Smith");
    EXPECT_FALSE(unclear.is_subject);
    EXPECT_FALSE(unclear.known_to_subject);
    EXPECT_EQ(unclear.consent, "");
    EXPECT_EQ(unclear.key, "name:John Smith (one of several)");
    EXPECT_TRUE(whoever("John Smith", "self").is_subject);
    const ThirdParty father = whoever("John Smith", "father");
    EXPECT_EQ(father.key, "person:P2");
    EXPECT_TRUE(father.known_to_subject);
    EXPECT_TRUE(whoever("Jack Smith").is_subject) << "only he is called so";
}

TEST_P(PeopleKnownTest, SoIsANamesakeWhomOnlyTheirOwnRecordCallsARelative) {
    load_john({called("P2", "John", "Smith"), relation("child", R"(,"other":"P1")", "P2")});
    EXPECT_FALSE(whoever("John Smith").is_subject);
}

TEST_P(PeopleKnownTest, SoIsOneWhoIsOnlyNamed) {
    load_john({relation("father", R"(,"name":"John Smith","known_to_subject":true)")});
    const ThirdParty unclear = whoever("John Smith");
    EXPECT_FALSE(unclear.is_subject);
    EXPECT_FALSE(unclear.known_to_subject);
    EXPECT_TRUE(whoever("John Smith", "father").known_to_subject);
}

TEST_P(PeopleKnownTest, TwoRelationsOfOneNameAreNotTakenForEachOther) {
    load_john({called("P2", "Ann", "Doe"), called("P3", "Ann", "Doe"),
               relation("aunt-or-uncle", R"(,"other":"P2","known_to_subject":true)"),
               relation("referrer", R"(,"other":"P3","known_to_subject":false)")});
    EXPECT_FALSE(whoever("Ann Doe").known_to_subject);
    EXPECT_EQ(whoever("Ann Doe", "referrer").key, "person:P3");
    EXPECT_EQ(whoever("Ann Doe", "", {consent_of("person:P2")}).consent, "") << "it may be the other";
    EXPECT_EQ(whoever("Ann Doe", "aunt-or-uncle", {consent_of("person:P2")}).consent, "given");
}

TEST_P(PeopleKnownTest, TwoRowsOfOneNameAreKnownWhereBothAre) {
    load_john(
        {relation("neighbour", R"(,"name":"Sam Poe","known_to_subject":false)"),
         relation("friend", R"(,"name":"Sam Poe","known_to_subject":true,"consent_to_disclose":"given")")});
    EXPECT_FALSE(whoever("Sam Poe").known_to_subject);
    EXPECT_EQ(whoever("Sam Poe").consent, "");
}

TEST_P(PeopleKnownTest, ANameWithoutLettersIsNobodys) {
    load_john({called("P2", "?", "-"), relation("father", R"(,"other":"P2","known_to_subject":true)")});
    for (const char* name : {"", "?", "- -"}) {
        EXPECT_FALSE(whoever(name).is_subject) << name;
        EXPECT_FALSE(whoever(name).known_to_subject) << name;
    }
}

// A neighbour may be called as the mother is.
TEST_P(PeopleKnownTest, SomebodyOfTheNameWhoIsSaidToBeSomethingElseIsNotThatRelation) {
    load_john(
        {called("P2", "Mary", "Jones"), relation("mother", R"(,"other":"P2","known_to_subject":true)")});
    EXPECT_TRUE(whoever("Mary Jones").known_to_subject);
    EXPECT_TRUE(whoever("Mary Jones", "mother").known_to_subject);
    EXPECT_TRUE(whoever("Mary Jones", "the person's mum").known_to_subject) << "free words say nothing else";
    const ThirdParty neighbour = whoever("Mary Jones", "neighbour");
    EXPECT_FALSE(neighbour.known_to_subject);
    EXPECT_EQ(neighbour.key, "name:Mary Jones (one of several)");
}

TEST_P(PeopleKnownTest, SomebodyIsFoundByEachOfTheirRelations) {
    load_john({called("P2", "Mary", "Jones"),
               relation("aunt-or-uncle", R"(,"other":"P2","known_to_subject":true)"),
               relation("foster-carer", R"(,"other":"P2","known_to_subject":true)")});
    for (const char* kind : {"aunt-or-uncle", "foster-carer"})
        EXPECT_EQ(whoever("Mary Jones", kind).key, "person:P2") << kind;
    EXPECT_EQ(whoever("Mary Jones").relation, "aunt-or-uncle, foster-carer");
}

TEST_P(PeopleKnownTest, SomebodyIsCalledAsTheyWereBefore) {
    load_john({called("P2", "Mary", "Jones", R"(,"former_names":["Mary Smith","Jack Smith"])"),
               relation("mother", R"(,"other":"P2","known_to_subject":true)")});
    EXPECT_EQ(whoever("Mary Smith").key, "person:P2");
    EXPECT_FALSE(whoever("Jack Smith").is_subject) << "two were called so";
}

TEST_P(PeopleKnownTest, OneNameOfARelationIsThatRelation) {
    load_john({});
    EXPECT_EQ(whoever("jane roe").key, "name:Jane Roe");
    EXPECT_EQ(whoever("jane roe").consent, "refused");
    EXPECT_EQ(whoever("Jane Row").key, "name:Jane Row");
    EXPECT_EQ(whoever("Jane Row", "", {consent_of("name:Jane Row")}).consent, "given");
}

TEST_P(PeopleKnownTest, AWorkerOfTheRecordIsKnownByTheirNameUnlessSomebodyElseHasIt) {
    const std::vector<std::string> workers = {
        R"({"type":"professional","id":"W1","name":"Ines Calder","kind":"social-work"})",
        R"({"type":"professional","id":"W2","name":"Gwen Lister","kind":"education"})",
        R"({"type":"professional","id":"W3","name":"Gwen Lister","kind":"health"})",
        R"({"type":"professional","id":"W4","name":"Amos Fell","kind":"legal"})",
        R"({"type":"professional","id":"W5","name":"Pat","kind":"social-work"})",
        R"({"type":"involvement","id":"I1","person":"P1","service":"child-in-need","opened":"2026-01-05","worker":"W1"})",
        R"({"type":"entry","id":"E2","involvement":"I1","kind":"note","occurred_at":"2026-02-01","author":"W2"})",
        R"({"type":"entry","id":"E3","involvement":"I1","kind":"note","occurred_at":"2026-02-01","author":"W3"})",
        R"({"type":"entry","id":"E5","involvement":"I1","kind":"note","occurred_at":"2026-02-01","author":"W5"})"};
    load_john(workers);
    EXPECT_EQ(whoever("Ines Calder").key, "professional:W1");
    EXPECT_EQ(whoever("calder, ines").key, "name:calder, ines") << "as it is written, in whole";
    EXPECT_EQ(whoever("Ines Calder", "social worker").professional_kind, "social-work");
    EXPECT_EQ(whoever("Ines Calder", "mother").key, "name:Ines Calder") << "another, as it says";
    EXPECT_EQ(whoever("Gwen Lister").key, "name:Gwen Lister") << "two workers have that name";
    EXPECT_EQ(whoever("Amos Fell").key, "name:Amos Fell") << "no worker of this record";
    EXPECT_EQ(whoever("Pat").key, "name:Pat") << "one word may be anybody's";
    load({relation("neighbour", R"(,"name":"Ines Calder","known_to_subject":false)")});
    EXPECT_EQ(whoever("Ines Calder").relation, "neighbour") << "whoever is beside the person goes first";
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// What becomes of the person's own row, and of the people whose records read or name it.
#include <algorithm>

#include "custody/gate.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class GatePeopleTest : public GateWorld {
protected:
    static Texts quill_with_everything() {
        return {
            person("Quill",
                   R"(,"given_names":"Quentin","known_as":["Q"],"former_names":["Feather"],)"
                   R"("date_of_birth":"2001-02-03","identifiers":{"nhs":"9990001"},)"
                   R"("addresses":[{"lines":["1 Nib Lane"]}],"contacts":[{"kind":"email","value":"q@x"}],)"
                   R"("communication_needs":"large print","died":true,"date_of_death":"2016-05-05")"),
            involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01")")};
    }
    static std::string relation(const std::string& of, const std::string& kind, const std::string& other) {
        return R"({"type":"relationship","person":")" + of + R"(","kind":")" + kind + R"(","other":")" +
               other + R"("})";
    }
    // Every column of a person's row that holds something, but its id.
    std::string known_of(const std::string& id) const {
        std::string text;
        for (const char* column :
             {"family_name", "given_names", "known_as", "former_names", "date_of_birth", "died",
              "date_of_death", "identifiers", "addresses", "contacts", "communication_needs"})
            if (sql_value(std::string("select ") + column + " from person where id = '" + id + "'") != "-")
                text += std::string(text.empty() ? "" : " ") + column;
        return text;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(GatePeopleTest);

TEST_P(GatePeopleTest, WhomAKeptRelationshipNamesBecomesAStub) {
    load_due({quill_with_everything(), due_child("Wren"), {relation("Wren", "sibling", "Quill")}});
    EXPECT_EQ(execute(propose("I-Quill")).erased.people, 1);
    EXPECT_EQ(known_of("Quill"), "family_name given_names date_of_birth");
    EXPECT_EQ(sql("select person from person_stub"), Texts{"Quill"});
    expect_counts_agree();
}

TEST_P(GatePeopleTest, WhomAKeptEntryMentionsBecomesAStub) {
    load_due({quill_with_everything(),
              due_child("Wren"),
              {entry("M-Wren", "I-Wren", R"(,"mentions":[{"person":"Quill"}])")}});
    const GateAnswer answer = execute(propose("I-Quill"));
    EXPECT_EQ(sql("select person from person_stub"), Texts{"Quill"});
    EXPECT_EQ(read_certificate(*proposals().certificate(answer.certificate)).entries_of_others, 1);
}

TEST_P(GatePeopleTest, AStubIsNobodyToDecideOn) {
    load_due({due_child("Quill"), due_child("Wren"), {relation("Wren", "sibling", "Quill")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    load({relation("Wren", "friend", "Quill")});
    night("2026-11-24");
    EXPECT_EQ(sql("select person from decision"), Texts{"Wren"});
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Quill", "Wren"}));
}

TEST_P(GatePeopleTest, AStubEndsWithTheLastThatNamesIt) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              due_child("Robin"),
              {relation("Wren", "sibling", "Quill"),
               entry("M-Robin", "I-Robin", R"(,"mentions":[{"person":"Quill"}])")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(rows("person_stub"), "1");
    EXPECT_EQ(outcome_of(propose("I-Robin")), "done");
    EXPECT_EQ(rows("person_stub") + rows("person"), "00");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    expect_counts_agree();
}

// Whose sibling somebody is stands in both records, whichever of them says so: what keeps the one while the
// family's case is open does not fall with the other.
TEST_P(GatePeopleTest, WhoNamedTheOtherStaysAStubUntilThatRecordEnds) {
    load_due({due_child("Quill"), due_child("Wren"), {relation("Quill", "sibling", "Wren")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select person from person_stub"), Texts{"Quill"});
    EXPECT_EQ(rows("relationship"), "1");
    expect_counts_agree();
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(rows("person_stub") + rows("person") + rows("relationship"), "000");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    expect_counts_agree();
}

TEST_P(GatePeopleTest, WhatOneConsentedToDoesNotStayWithTheOther) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {R"({"type":"relationship","person":"Quill","kind":"sibling","other":"Wren",)"
               R"("known_to_subject":true,"consent_to_disclose":"given","consent_on":"2015-01-01"})"}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select coalesce(known_to_subject, '-') || coalesce(consent_to_disclose, '-') || "
                  "coalesce(consent_on, '-') from relationship"),
              Texts{"---"});
}

// A leader's death decides how long the children's records are kept: the day stays with the stub.
TEST_P(GatePeopleTest, AStubInARoleKeepsTheDaysThatDecisionsRead) {
    load_due(
        {quill_with_everything(),
         {person("Wren"),
          involvement("I-Wren", "Wren",
                      R"(,"service":"looked-after","closed":"2016-01-01","roles":{"leader":"Quill"})")}});
    const Texts kept = sql("select outcome || rule || retain_until from decision where person = 'Wren'");
    ASSERT_EQ(kept, Texts{"retainby-leader2036-05-05"});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(known_of("Quill"), "family_name given_names date_of_birth died date_of_death");
    night();
    EXPECT_EQ(sql("select outcome || rule || retain_until from decision where person = 'Wren'"), kept);
}

TEST_P(GatePeopleTest, WhoReadTheEndedIsDecidedOnAgain) {
    load_due(
        {quill_with_everything(),
         due_child("Robin"),
         {person("Wren"),
          involvement("I-Wren", "Wren",
                      R"(,"service":"looked-after","closed":"2016-01-01","roles":{"leader":"Quill"})")}});
    ASSERT_EQ(stale(), Texts{});
    EXPECT_EQ(outcome_of(propose("I-Robin")), "done");
    EXPECT_EQ(stale(), Texts{});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(stale(), Texts{"Wren"});
    night();
    EXPECT_EQ(sql("select reader || read_person from decision_read"), Texts{"WrenQuill"});
}

TEST_P(GatePeopleTest, JoinedRecordsEndTogetherWithTheLastInvolvementOfAny) {
    load_due({due_child("Quill"),
              {person("Plume")},
              club("I-Plume", "Plume"),
              {relation("Quill", "same-person", "Plume")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Plume", "Quill"}));
    EXPECT_EQ(execute(propose("I-Plume")).erased.people, 2);
    EXPECT_EQ(rows("person") + rows("same_person") + rows("relationship"), "000");
    EXPECT_EQ(rows_with("Quill"), Texts{});
    EXPECT_EQ(rows_with("Plume"), Texts{});
    expect_counts_agree();
}

TEST_P(GatePeopleTest, TheLineNamesEveryNameByDigest) {
    load_due({quill_with_everything()});
    const GateAnswer answer = execute(propose("I-Quill"));
    const std::string line = RegisterStore(database()).line(answer.certificate)->line;
    const Texts people = json_texts_at(json_value_at(line, "facts"), "person");
    for (const auto& [given, family] : std::vector<std::pair<const char*, const char*>>{
             {"Quentin", "X"}, {"Quentin", "Feather"}, {"", "Feather"}, {"Q", "X"}})
        for (const std::string& digest : registered().pseudonyms().of_name(given, family, "2001-02-03"))
            EXPECT_NE(std::find(people.begin(), people.end(), digest), people.end())
                << given << " " << family;
}

TEST_P(GatePeopleTest, TheLineNamesThePersonOfWhomAnotherRecordStaysToo) {
    load_due({quill_with_everything(), club("C-Quill", "Quill")});
    const GateAnswer answer = execute(propose("I-Quill"));
    const std::string line = RegisterStore(database()).line(answer.certificate)->line;
    const Texts people = json_texts_at(json_value_at(line, "facts"), "person");
    const std::string digest = registered().pseudonyms().of_name("Q", "X", "2001-02-03").front();
    EXPECT_NE(std::find(people.begin(), people.end(), digest), people.end());
}

TEST_P(GatePeopleTest, AnAdoptionsEarlierPersonStaysAStubOfTheLater) {
    load_due({due_child("Quill"),
              {person("Wren", R"(,"adopted_from":"Quill")"),
               involvement("I-Wren", "Wren", R"(,"closed":"2025-01-01")")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select person from person_stub"), Texts{"Quill"});
    EXPECT_EQ(sql_value("select adopted_from from person where id = 'Wren'"), "Quill");
    expect_counts_agree();
}

// A mother of whom there is no record of her own: what a child's file says of her is part of that file.
TEST_P(GatePeopleTest, WhoWasOnlyNamedEndsWithTheLastRecordThatNamesThem) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {person("Mother"), person("Grandmother"), relation("Quill", "mother", "Mother"),
               relation("Wren", "mother", "Mother"), relation("Mother", "child", "Quill"),
               relation("Mother", "mother", "Grandmother")}});
    execute(propose("I-Quill"));
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Grandmother", "Mother", "Wren"}))
        << "no stub of Quill because of what the mother's row says";
    expect_counts_agree();
    EXPECT_EQ(execute(propose("I-Wren")).erased.people, 3);
    EXPECT_EQ(rows("person") + rows("relationship") + rows("decision"), "000");
    sql("delete from load_finding");
    EXPECT_EQ(rows_with("Mother"), Texts{});
    expect_counts_agree();
}

TEST_P(GatePeopleTest, WhoWasOnlyNamedStaysForARequestOfTheirsOrAHold) {
    load_due({due_child("Quill"),
              {person("Mother"), person("Father"), relation("Quill", "mother", "Mother"),
               relation("Quill", "father", "Father"), hold("H1", R"({"persons":["Father"]})"),
               R"({"type":"access_request","id":"A1","person":"Mother","received_at":"2026-11-20"})"}});
    execute(propose("I-Quill"));
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Father", "Mother"}));
    expect_counts_agree();
}

TEST_P(GatePeopleTest, WhoWasOnlyNamedMayBeLoadedAgain) {
    load_due({due_child("Quill"), {person("Mother"), relation("Quill", "mother", "Mother")}});
    execute(propose("I-Quill"));
    const ImportResult again = load({person("Mother"), person("Wren"), involvement("I-Wren", "Wren"),
                                     relation("Wren", "mother", "Mother")});
    EXPECT_EQ(again.rejected, 0);
    EXPECT_EQ(again.stored, 4);
}

// Of somebody of whom only a name is left the source still has everything: it comes back by no load.
TEST_P(GatePeopleTest, NothingIsLoadedAgainOfWhomOnlyANameIsLeft) {
    const std::string mother = R"({"type":"relationship","person":"Quill","kind":"mother","name":"Mrs Nib"})";
    const std::string disclosure =
        R"({"type":"disclosure","id":"S1","person":"Quill","decided_on":"2015-07-01","outcome":"shared",)"
        R"("recipient":"Dr Ink"})";
    const std::string answered =
        R"({"type":"deletion_request","id":"R1","person":"Quill","received_at":"2020-01-01",)"
        R"("answered_on":"2020-02-01"})";
    load_due({quill_with_everything(),
              due_child("Wren"),
              {relation("Wren", "sibling", "Quill"), mother, disclosure, answered}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    const ImportResult again = load({mother, disclosure, answered, relation("Wren", "sibling", "Quill")});
    EXPECT_EQ(again.stored, 0);
    EXPECT_EQ(again.rejected, 3);
    const std::string ended = "destroyed on 2026-11-23, certificate 4; the source still holds it";
    EXPECT_EQ(texts_of(again),
              (Texts{"2: error: disclosure S1: " + ended, "3: error: deletion_request R1: " + ended,
                     "1: error: relationship of person Quill: its person was " + ended}));
    EXPECT_EQ(rows("disclosure") + rows("deletion_request"), "00");
    EXPECT_EQ(sql("select person from relationship"), Texts{"Wren"});
}

TEST_P(GatePeopleTest, NewWordOfWhomOnlyANameIsLeftIsSetAsideUnlessARequest) {
    load_due({quill_with_everything(), due_child("Wren"), {relation("Wren", "sibling", "Quill")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    const ImportResult later = load(
        {R"({"type":"disclosure","id":"S2","person":"Quill","decided_on":"2015-07-01","outcome":"shared"})",
         R"({"type":"access_request","id":"A2","person":"Quill","received_at":"2026-11-23"})"});
    EXPECT_EQ(later.rejected, 1);
    EXPECT_EQ(rows("disclosure") + rows("access_request"), "01");
}

// What two people are to each other is part of the kept record too, and no more of it than that.
TEST_P(GatePeopleTest, WhatAStubIsToSomebodyKeptIsLoadedWithoutItsWords) {
    load_due({quill_with_everything(), due_child("Wren"), {relation("Wren", "sibling", "Quill")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    const ImportResult later =
        load({R"({"type":"relationship","person":"Quill","kind":"sibling","other":"Wren",)"
              R"("known_to_subject":true,"consent_to_disclose":"given","consent_on":"2015-01-01"})"});
    EXPECT_EQ(texts_of(later), Texts{});
    EXPECT_EQ(sql("select coalesce(known_to_subject, '-') || "
                  "coalesce(consent_to_disclose, '-') || coalesce(consent_on, '-') from relationship "
                  "where person = 'Quill'"),
              Texts{"---"});
}

TEST_P(GatePeopleTest, WhoComesBackWithANewRecordBringsTheirRelationships) {
    for (const bool named : {true, false}) {
        const std::string id = named ? "Quill" : "Plume";
        Texts before = {person(id), involvement("I-" + id, id, R"(,"closed":"2016-01-01")")};
        load_due({before, due_child("Wren"), {relation("Wren", "sibling", named ? id : "Wren")}});
        EXPECT_EQ(outcome_of(propose("I-" + id)), "done");
        const ImportResult again = load(
            {person(id), R"({"type":"relationship","person":")" + id + R"(","kind":"mother","name":"M"})",
             involvement("J-" + id, id)});
        EXPECT_EQ(again.rejected, 0) << id;
        EXPECT_EQ(sql("select kind || name from relationship where person = '" + id + "'"), Texts{"motherM"});
    }
}

}  // namespace
}  // namespace casekeeper::test

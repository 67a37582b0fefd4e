// SPDX-License-Identifier: MIT
//
// Each child's own record (Care Planning Regulations 2010, reg 49), accurate (UK GDPR Art 5(1)(d)) and kept from others
// (Art 5(1)(f)): what breaks each of the shipped rules, what keeps it, and what lies between.
#include "reports/belonging.h"

#include <gmock/gmock.h>

#include "store/document_words_store.h"
#include "store/erasure_store.h"
#include "support/belonging_world.h"

namespace casekeeper::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class BelongingTest : public BelongingWorld {
protected:
    void keep_words(const std::string& document, const std::string& words) {
        const std::string sha256 = sql_value("select sha256 from document where id = '" + document + "'");
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        DocumentWordsStore(database()).keep(sha256, 1, {true, "plain_text", words});
        work.commit();
    }
    void end(const std::function<void(ErasureStore&, Erased&)>& what) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Erased erased;
        ErasureStore store(database());
        what(store, erased);
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(BelongingTest);

const std::string about_ben = "I saw Ben Haile at school. He was well.";

TEST_P(BelongingTest, AnEntryAboutAnotherClientIsFound) {
    EXPECT_THAT(found_in({said("E1", "I1", about_ben), said("E2", "I2", about_ben)}),
                ElementsAre("another-clients-record entry:E1 open"));
    EXPECT_EQ(column("entry:E1", "person"), "P1");
    EXPECT_EQ(column("entry:E1", "lacks"), R"(["another-client"])");
}

TEST_P(BelongingTest, NothingOfTheOtherIsStoredInWhatIsFound) {
    found_in({said("E1", "I1", about_ben)});
    EXPECT_THAT(sql("select * from recording_finding where person = 'P2' or thing like '%P2%'"), IsEmpty());
    EXPECT_EQ(column("entry:E1", "involvement"), "I1");
}

TEST_P(BelongingTest, AnEntryThatCallsItsOwnPersonIsTheirs) {
    EXPECT_THAT(found_in({said("E1", "I1", "I saw Ada with Ben Haile.")}), IsEmpty());
}

TEST_P(BelongingTest, WhomTheRecordKnowsIsNoSign) {
    // What is written of A and B; the first says nothing.
    const Texts ways = {
        client("C", "Cara", "Quill"),
        related("A", "friend", "B"),
        related("B", "foster-carer", "A"),
        R"({"type":"relationship","person":"A","kind":"neighbour","name":"Ben Name"})",
        record_of("R", "A", R"(,"roles":{"carer":"B"})"),
        record_of("R", "B", R"(,"roles":{"child":"A"})"),
        entry("N", "I-A", R"(,"kind":"meeting","occurred_at":"2026-11-17","present":["Ben Name"])"),
        entry("N", "I-A", R"(,"kind":"meeting","occurred_at":"2026-11-17","addressed_to":["person:B"])"),
        entry("N", "I-A", R"(,"kind":"note","occurred_at":"2026-11-17","mentions":[{"person":"B"}])"),
        entry("N", "I-A", R"(,"kind":"note","occurred_at":"2026-11-17","provided_by":{"name":"Ben Name"})")};
    Texts lines;
    for (std::size_t at = 0; at < ways.size(); ++at) {
        const std::string number = std::to_string(at);
        const std::string name = "Haile" + std::string(1, static_cast<char>('a' + at));
        const auto numbered = [&](std::string line) {
            for (const char* id :
                 {"\"A\"", "\"B\"", "\"R\"", "\"N\"", "\"C\"", "\"I-A\"", "person:B\"", "Ben Name"})
                for (std::size_t found = line.find(id); found != std::string::npos;
                     found = line.find(id, found + 1))
                    line.replace(found, std::string(id).size(),
                                 std::string(id) == "Ben Name"
                                     ? "Ben " + name
                                     : std::string(id, std::string(id).size() - 1) + number + "\"");
            return line;
        };
        for (const std::string& line : {client("A", "Ada", "Okoro"), client("B", "Ben", name),
                                        record_of("I-A", "A"), record_of("I-B" + number, "B"),
                                        said("E" + number, "I-A", "I saw Ben Name at school."), ways[at]})
            lines.push_back(numbered(line));
    }
    load(lines);
    look();
    EXPECT_THAT(found(), ElementsAre("another-clients-record entry:E0 open"));
}

TEST_P(BelongingTest, AWorkerOrOneOfTwoClientsOfOneNameIsNoSign) {
    EXPECT_THAT(found_in({said("E1", "I1", "I saw Sam Ash."), said("E2", "I1", "Pat Lane rang."),
                          client("P4", "Sam", "Ash"), client("P5", "Sam", "Ash"), client("P6", "Pat", "Lane"),
                          record_of("I4", "P4"), record_of("I5", "P5"), record_of("I6", "P6"),
                          R"({"type":"professional","id":"W1","name":"Pat Lane","kind":"social-work"})"}),
                IsEmpty());
}

TEST_P(BelongingTest, SomebodyWithoutARecordIsNoClient) {
    EXPECT_THAT(found_in({client("P4", "Sam", "Ash"), said("E1", "I1", "I saw Sam Ash.")}), IsEmpty());
}

TEST_P(BelongingTest, RecordsThatAreJoinedAreOnePersons) {
    EXPECT_THAT(found_in({related("P1", "same-person", "P2"), said("E1", "I1", about_ben)}), IsEmpty());
}

TEST_P(BelongingTest, TheRecordsBeforeAndAfterAnAdoptionAreNeverPutTogether) {
    EXPECT_THAT(found_in({client("P4", "Adah", "Winter",
                                 R"(,"adopted_from":"P1","identifiers":{"nhs":"401 023 2137"})"),
                          record_of("I4", "P4"), said("E1", "I1", "I saw Adah Winter. NHS 401 023 2137"),
                          said("E4", "I4", "I saw Ada Okoro. NHS 450 557 7104"), said("E5", "I1", account),
                          said("E6", "I4", account)}),
                IsEmpty());
}

TEST_P(BelongingTest, NorAreTheFamiliesOfBoth) {
    EXPECT_THAT(found_in({client("P4", "Adah", "Winter", R"(,"adopted_from":"P1")"), record_of("I4", "P4"),
                          related("P2", "sibling", "P1"), said("E4", "I4", about_ben),
                          said("E5", "I4", account), said("E6", "I2", account)}),
                IsEmpty());
}

TEST_P(BelongingTest, ADateOfBirthThatIsNobodysHereIsFound) {
    EXPECT_THAT(found_in({said("E1", "I1", "DOB 03/05/2011, seen at home."),
                          said("E2", "I1", "DOB 04/05/2012"), said("E3", "I1", "DOB 05/04/2012")}),
                ElementsAre("anothers-date-of-birth entry:E1 open"))
        << "day and month may be swapped";
}

TEST_P(BelongingTest, ANumberThatIsAnotherClientsIsFound) {
    EXPECT_THAT(found_in({said("E1", "I1", "Ada's NHS number is 943 476 5919."),
                          said("E2", "I1", "NHS no 450 557 7104"), said("E3", "I1", "order 943 476 5918")}),
                ElementsAre("anothers-identifier entry:E1 open"));
}

TEST_P(BelongingTest, TheDecisionAndItsReasonAreLookedAtToo) {
    EXPECT_THAT(
        found_in({entry("E1", "I1",
                        R"(,"kind":"decision","occurred_at":"2026-11-17","decision":"Ben Haile goes on",)"
                        R"("reason":"it is right","decided_by":"M")")}),
        ElementsAre("another-clients-record entry:E1 open"));
}

TEST_P(BelongingTest, TheSameAccountInTwoRecordsIsAskedAboutWhereItCameLater) {
    EXPECT_THAT(found_in({said("E1", "I1", account, "2026-11-18"), said("E2", "I2", account, "2026-11-19"),
                          said("E3", "I3", "no reply"), said("E4", "I2", "no reply")}),
                ElementsAre("copied-account entry:E2 open"));
}

TEST_P(BelongingTest, OfBothWhereNobodyKnowsWhichCameFirst) {
    EXPECT_THAT(found_in({said("E1", "I1", account), said("E2", "I2", account)}),
                ElementsAre("copied-account entry:E1 open", "copied-account entry:E2 open"));
}

TEST_P(BelongingTest, AnAccountOfBothOrOfRelativesOrOfOnePersonOrOfManyIsNone) {
    EXPECT_THAT(
        found_in({said("E1", "I1", "Ada and Ben: " + account), said("E2", "I2", "Ada and Ben: " + account),
                  said("E3", "I1", "Both: " + account), said("E4", "I3", "Both: " + account),
                  related("P3", "sibling", "P1"), said("E5", "I2", "Twice: " + account),
                  said("E6", "I2", "Twice: " + account), client("P4", "Sam", "Ash"), record_of("I4", "P4"),
                  said("E7", "I1", "All: " + account), said("E8", "I2", "All: " + account),
                  said("E9", "I3", "All: " + account), said("E10", "I4", "All: " + account)}),
        IsEmpty());
}

TEST_P(BelongingTest, IsFoundOnceAndClosesWhenItIsMended) {
    load_three({said("E1", "I1", about_ben)});
    EXPECT_EQ(look().appeared, 1);
    EXPECT_EQ(look("2026-11-24").people, 0) << "nothing has changed";
    load({said("E1", "I1", "I saw Ada at school. She was well.")});
    EXPECT_EQ(look("2026-11-25").mended, 1);
    EXPECT_THAT(found(), ElementsAre("another-clients-record entry:E1 mended"));
}

TEST_P(BelongingTest, ClosesWhenItIsMovedWhereItBelongs) {
    load_three({said("E1", "I1", about_ben)});
    look();
    move("E1", "I2");
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("another-clients-record entry:E1 mended"));
}

TEST_P(BelongingTest, WhatIsSetAsideStaysSo) {
    load_three({said("E1", "I1", about_ben)});
    look();
    waive("entry:E1", "a cousin");
    load({said("E1", "I1", about_ben + " Again.")});
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("another-clients-record entry:E1 waived"));
}

TEST_P(BelongingTest, ACopyClosesWhenItsTwinChanges) {
    load_three({said("E1", "I1", account, "2026-11-18"), said("E2", "I2", account, "2026-11-19")});
    look();
    load({said("E1", "I1", "another word", "2026-11-18")});
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("copied-account entry:E2 mended"));
}

TEST_P(BelongingTest, ACopyClosesWhenItsTwinIsMovedOrEnds) {
    load_three({said("E1", "I1", account, "2026-11-18"), said("E2", "I2", account, "2026-11-19"),
                said("E3", "I1", "Later: " + account, "2026-11-18"),
                said("E4", "I3", "Later: " + account, "2026-11-19")});
    look();
    ASSERT_THAT(found(), ElementsAre("copied-account entry:E2 open", "copied-account entry:E4 open"));
    move("E1", "I2");
    end([](ErasureStore& store, Erased& erased) { store.erase_entry("E3", "2026-11-24", erased); });
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("copied-account entry:E2 mended", "copied-account entry:E4 mended"));
}

TEST_P(BelongingTest, ACopyIsFoundWhenItComesAndNobodyElseIsLookedAt) {
    load_three({said("E1", "I1", account, "2026-11-18")});
    look();
    load({said("E2", "I2", account, "2026-11-24")});
    EXPECT_EQ(look("2026-11-24").people, 2);
    EXPECT_THAT(found(), ElementsAre("copied-account entry:E2 open"));
}

TEST_P(BelongingTest, WhatWasWrittenBeforeThereWereThesePrintsIsFoundToo) {
    load_three({said("E1", "I1", account, "2026-11-18"), said("E2", "I2", account, "2026-11-19")});
    sql("update entry set account_print = null");
    sql("delete from store_property where name = 'account_prints'");
    look();
    EXPECT_THAT(found(), ElementsAre("copied-account entry:E2 open"));
}

TEST_P(BelongingTest, ADocumentThatWasReadIsLookedAtAsItsEntryIs) {
    folder.write("bundle/letter.txt", "a letter");
    folder.write("bundle/both.txt", "of both");
    load_three({said("E1", "I1", "A letter came."), said("E2", "I1", "Another letter came."),
                R"({"type":"document","id":"D1","entry":"E1","file":"letter.txt"})",
                R"({"type":"document","id":"D2","entry":"E2","file":"both.txt","also_in":["I2"]})"});
    keep_words("D1", "About Ben Haile. DOB 03/05/2011");
    keep_words("D2", "About Ben Haile");
    look();
    EXPECT_THAT(found(), ElementsAre("another-clients-record document:D1 open",
                                     "anothers-date-of-birth document:D1 open"))
        << "what lies in several records is nobody's alone";
    end([](ErasureStore& store, Erased& erased) { store.erase_document("D1", "2026-11-24", erased); });
    EXPECT_THAT(found(), IsEmpty()) << "what was found of it ends with it";
}

TEST_P(BelongingTest, ADocumentMovesWithItsEntry) {
    folder.write("bundle/letter.txt", "a letter");
    load_three({said("E1", "I1", "A letter came."),
                R"({"type":"document","id":"D1","entry":"E1","file":"letter.txt"})"});
    keep_words("D1", "About Ben Haile");
    look();
    move("E1", "I2");
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("another-clients-record document:D1 mended"));
}

TEST_P(BelongingTest, AskOnlyOfWhatTheRulesReach) {
    rules = rule_of("a", "reads_as = \"another-client\"\nlook_back = \"1y\"") +
            rule_of("b", "reads_as = \"identifier\"\nservices = [\"looked-after\"]");
    load_three(
        {said("E1", "I1", about_ben), said("E2", "I1", "NHS 943 476 5919"),
         entry("E3", "I1", R"(,"kind":"note","occurred_at":"2025-11-01","account":")" + about_ben + "\"")});
    look();
    EXPECT_THAT(found(), ElementsAre("a entry:E1 open"));
    EXPECT_EQ(look("2027-11-18").lapsed, 1) << "a year on it is asked no more";
}

TEST_P(BelongingTest, WhatLiesInTheFutureIsLookedAtOnItsDay) {
    load_three(
        {entry("E1", "I1", R"(,"kind":"note","occurred_at":"2026-12-01","account":")" + about_ben + "\"")});
    look();
    EXPECT_THAT(found(), IsEmpty());
    look("2026-12-01");
    EXPECT_THAT(found(), ElementsAre("another-clients-record entry:E1 open"));
}

TEST_P(BelongingTest, ARecordThatEndsLeavesNothingOfWhatWasFound) {
    load_three({said("E1", "I1", about_ben), said("E2", "I1", account, "2026-11-18"),
                said("E3", "I2", account, "2026-11-19")});
    look();
    ASSERT_EQ(found().size(), 2U);
    end([](ErasureStore& store, Erased& erased) { store.erase_involvement("I1", "2026-11-24", erased); });
    look("2026-11-24");
    EXPECT_THAT(found(), ElementsAre("copied-account entry:E3 mended"));
    for (const std::string& row : rows_with("E1")) EXPECT_THAT(row, Not(HasSubstr("recording"))) << row;
}

TEST_P(BelongingTest, TheEndOfTheOtherLeavesNothingOfThem) {
    load_three({said("E1", "I1", about_ben), said("E2", "I1", account, "2026-11-19"),
                said("E3", "I2", account, "2026-11-18")});
    look();
    ASSERT_EQ(found().size(), 2U);
    end([](ErasureStore& store, Erased& erased) { store.erase_involvement("I2", "2026-11-24", erased); });
    look("2026-11-24");
    EXPECT_THAT(found(),
                ElementsAre("another-clients-record entry:E1 mended", "copied-account entry:E2 mended"));
    for (const std::string& row : rows_with("I2")) EXPECT_THAT(row, Not(HasSubstr("recording"))) << row;
}

TEST_P(BelongingTest, ADryRunFindsTheSameAndWritesNothing) {
    load_three({said("E1", "I1", about_ben), said("E2", "I1", account), said("E3", "I2", account)});
    sql("delete from store_property where name = 'account_prints'");
    const std::string before = everything();
    EXPECT_EQ(look("2026-11-23", true).appeared, 3);
    EXPECT_EQ(everything(), before);
}

// All clients' names are read for whoever is looked at, and for nobody.
TEST_P(BelongingTest, AllClientsAreReadOnceSomebodyIsLookedAt) {
    load_three();
    AllClientsRead clients(database());
    EXPECT_FALSE(clients.is_read());
    EXPECT_THAT(clients.names().all().called("ben haile"), ElementsAre("P2"));
    EXPECT_TRUE(clients.is_read());
}

}  // namespace
}  // namespace casekeeper::test

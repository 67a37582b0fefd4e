// SPDX-License-Identifier: MIT
#include "intake/importer.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/schedule_in_force.h"
#include "store/record_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

class ImporterTest : public LoadedStoreTest {
protected:
    std::string family_name(const std::string& id) const {
        return sql_value("select family_name from person where id = '" + id + "'");
    }
    // A person with an involvement, so that nothing is to be warned of.
    static std::vector<std::string> case_of(const std::vector<std::string>& more) {
        std::vector<std::string> lines = {person("P1"), involvement("I1", "P1")};
        lines.insert(lines.end(), more.begin(), more.end());
        return lines;
    }
    std::vector<std::string> findings_beside_case(const std::string& line) {
        return findings_of(case_of({line}));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ImporterTest);

using Texts = std::vector<std::string>;

TEST_P(ImporterTest, StoresWhatIsNew) {
    const ImportResult result = load(case_of({entry("E1", "I1")}));
    EXPECT_EQ(result.read, 3);
    EXPECT_EQ(result.stored, 3);
    EXPECT_EQ(result.unchanged + result.rejected, 0);
    EXPECT_TRUE(result.findings.empty());
    EXPECT_EQ(family_name("P1"), "X");
}

TEST_P(ImporterTest, ChangesNothingTheSecondTime) {
    load(case_of({entry("E1", "I1")}));
    const ImportResult again = load(case_of({entry("E1", "I1")}));
    EXPECT_EQ(again.stored, 0);
    EXPECT_EQ(again.unchanged, 3);
}

TEST_P(ImporterTest, ReplacesTheWholeRow) {
    load(case_of({entry("E1", "I1", R"(,"account":"Met.","topic":"health")")}));
    EXPECT_EQ(load({entry("E1", "I1", R"(,"account":"Met again.")")}).stored, 1);
    EXPECT_EQ(sql_value("select account from entry"), "Met again.");
    EXPECT_EQ(sql_value("select topic from entry"), "-");
}

TEST_P(ImporterTest, TakesLinesInAnyOrder) {
    Texts lines = case_of(
        {entry("E1", "I1"), R"({"type":"relationship","person":"P1","kind":"sibling","other":"P2"})",
         person("P2"), involvement("I2", "P2"),
         R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":{"involvements":["I2"]}})"});
    std::reverse(lines.begin(), lines.end());
    const ImportResult result = load(lines);
    EXPECT_EQ(result.stored, 7);
    EXPECT_TRUE(result.findings.empty());
}

TEST_P(ImporterTest, LooksForReferencesInEveryFileAndInTheStore) {
    load({person("P1"), involvement("I1", "P1")});
    folder.write("two/a.jsonl", entry("E1", "I2") + "\n" + entry("E2", "I1") + "\n");
    folder.write("two/b.jsonl", involvement("I2", "P1") + "\n");
    const ImportResult result = load_folder(folder.path("two"));
    EXPECT_EQ(result.stored, 3);
    EXPECT_TRUE(result.findings.empty());
}

TEST_P(ImporterTest, SetsAsideWhatNamesNothing) {
    EXPECT_EQ(
        findings_of({person("P1"), involvement("I1", "P9"), entry("E1", "I1"),
                     R"({"type":"relationship","person":"P1","kind":"sibling","other":"P8"})"}),
        (Texts{
            "4: error: relationship of person P1: person P8, named in other, is neither in the source nor in "
            "the store",
            "2: error: involvement I1: person P9, named in person, is neither in the source nor in the store",
            "3: error: entry E1: involvement I1, named in involvement, is neither in the source nor in the "
            "store",
            "1: warning: person P1: a person without an involvement"}));
    EXPECT_EQ(family_name("P1"), "X");
    EXPECT_EQ(sql_value("select count(*) from involvement"), "0");
}

TEST_P(ImporterTest, LooksAtReferencesWithinFields) {
    for (const std::string more : {R"(,"mentions":[{"person":"P9"}])", R"(,"provided_by":{"person":"P9"})",
                                   R"(,"provided_by":{"professional":"W9"})", R"(,"author":"W9")"}) {
        const Texts findings = findings_beside_case(entry("E1", "I1", more));
        ASSERT_EQ(findings.size(), 1U) << more;
        EXPECT_NE(findings[0].find("3: error: entry E1: p"), std::string::npos) << findings[0];
        EXPECT_NE(findings[0].find("9, named in "), std::string::npos) << findings[0];
    }
}

TEST_P(ImporterTest, RefusesAServiceTheCatalogueDoesNotKnow) {
    EXPECT_EQ(findings_of(
                  {person("P1"), involvement("I1", "P1"), involvement("I2", "P1", R"(,"service":"chess")")}),
              (Texts{"3: error: involvement I2: service chess is not in the service catalogue"}));
    EXPECT_EQ(findings_of({person("P1"), involvement("I1", "P1", R"(,"service":"looked-aftr")")}).front(),
              "2: error: involvement I1: service looked-aftr is not in the service catalogue: did you mean "
              "\"looked-after\"?");
    const Texts findings = findings_beside_case(
        R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":{"services":["chess"]}})");
    EXPECT_EQ(
        findings,
        (Texts{
            "3: error: hold H1: service chess, named in scope.services, is not in the service catalogue"}));
}

TEST_P(ImporterTest, TakesPeopleWhoNameEachOther) {
    const auto protected_from = [](const std::string& other) {
        return R"(,"addresses":[{"lines":["a"],"protected":true,"protected_from":[")" + other + R"("]}])";
    };
    const ImportResult result = load({person("P1", protected_from("P2")), person("P2", protected_from("P1")),
                                      involvement("I1", "P1"), involvement("I2", "P2")});
    EXPECT_EQ(result.stored, 4);
    EXPECT_TRUE(result.findings.empty());
    EXPECT_EQ(sql("select person from person_reference order by person"), (Texts{"P1", "P2"}));
}

TEST_P(ImporterTest, SetsAsideAWholeChainOfPeopleThatEndsInNobody) {
    const ImportResult result =
        load({person("P1", R"(,"adopted_from":"P2")"), person("P2", R"(,"adopted_from":"P3")"),
              person("P3", R"(,"adopted_from":"P9")"), person("P4"), involvement("I4", "P4"),
              involvement("I1", "P1")});
    EXPECT_EQ(result.rejected, 4);
    EXPECT_EQ(sql("select id from person"), Texts{"P4"});
    EXPECT_EQ(texts_of(result)[0],
              "1: error: person P1: person P2, named in it, is neither in the source nor in the store");
}

TEST_P(ImporterTest, SetsAsideBadLinesAndStoresTheOthers) {
    const ImportResult result =
        load({person("P1"), R"({"type":"person","id":"P2")", R"({"type":"child","id":"P3"})",
              R"({"type":"person","id":"P4"})", "\xff\xfe", involvement("I1", "P1")});
    EXPECT_EQ(result.read, 6);
    EXPECT_EQ(result.stored, 2);
    EXPECT_EQ(result.rejected, 4);
    EXPECT_EQ(result.findings.size(), 4U);
}

TEST_P(ImporterTest, SetsAsideBothOfTwoLinesThatDiffer) {
    const ImportResult result = load({person("P1"), person("P1", R"(,"given_names":"Ada")"), person("P2"),
                                      involvement("I2", "P2"), person("P2")});
    EXPECT_EQ(result.stored, 2);
    EXPECT_EQ(result.rejected, 2);
    EXPECT_EQ(sql("select id from person"), Texts{"P2"});
}

TEST_P(ImporterTest, LeavesTheStateOfAHoldThatIsKnown) {
    const auto hold = [](const std::string& more) {
        return R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":{"persons":["P1"]})" +
               more + "}";
    };
    load(case_of({hold("")}));
    EXPECT_EQ(findings_of({hold(R"(,"released_on":"2026-02-01","review_on":"2027-01-01")")}),
              Texts{"1: warning: hold H1: released_on differs from what is recorded here, which stays"});
    EXPECT_EQ(sql_value("select released_on from hold"), "-");
    EXPECT_EQ(sql_value("select review_on from hold"), "2027-01-01");
}

// No source system knows what somebody said of a record here: a load that lacks it says nothing of it.
TEST_P(ImporterTest, LeavesWhatStandsBesideARecord) {
    const auto lines = [](const std::string& remarks) {
        return Texts{involvement("I1", "P1", remarks), entry("E1", "I1", R"(,"account":"a")" + remarks)};
    };
    const std::string ours =
        R"([{"kind":"correction","on":"2026-11-20","text":"My brother.","by":"dana, dpo"}])";
    load({person("P1"), lines(R"(,"remarks":)" + ours)[0], lines(R"(,"remarks":)" + ours)[1]});
    EXPECT_EQ(findings_of(lines("")), Texts{});
    EXPECT_EQ(findings_of({entry("E1", "I1", R"(,"account":"b")")}), Texts{});
    EXPECT_EQ(sql("select remarks from entry union all select remarks from involvement"),
              (Texts{ours, ours}));
    EXPECT_EQ(sql_value("select account from entry"), "b");
    EXPECT_EQ(findings_of(lines(R"(,"remarks":[{"kind":"statement","on":"2026-11-21","text":"Another."}])")),
              (Texts{"1: warning: involvement I1: remarks differs from what is recorded here, which stays",
                     "2: warning: entry E1: remarks differs from what is recorded here, which stays"}));
    EXPECT_EQ(sql("select remarks from entry union all select remarks from involvement"),
              (Texts{ours, ours}));
}

// A record that comes with what was said of it where it was before has it here too.
TEST_P(ImporterTest, TakesWhatStandsBesideANewRecord) {
    const std::string theirs = R"([{"kind":"statement","on":"2026-11-20","text":"I was there."}])";
    load(case_of({involvement("I7", "P1"), entry("E7", "I7", R"(,"remarks":)" + theirs)}));
    EXPECT_EQ(sql_value("select remarks from entry where id = 'E7'"), theirs);
    EXPECT_EQ(load({entry("E8", "I7", R"(,"remarks":[{"kind":"complaint","on":"2026-11-20","text":"x"}])"),
                    entry("E9", "I7", R"(,"remarks":[{"kind":"statement","text":"x"}])")})
                  .rejected,
              2);
}

TEST_P(ImporterTest, LeavesTheStateOfARequestThatIsKnown) {
    for (const std::string type : {"access_request", "deletion_request"}) {
        const std::string line =
            R"({"type":")" + type + R"(","id":"R1","person":"P1","received_at":"2026-01-01")";
        load(case_of({line + R"(,"answered_on":"2026-02-01","identity":{"asked_on":"2026-01-02"}})"}));
        EXPECT_EQ(findings_of({line + "}"}).size(), 2U) << type;
        EXPECT_EQ(sql_value("select answered_on from " + type), "2026-02-01");
    }
}

TEST_P(ImporterTest, ListsCorrectionsThatLetRecordsGoEarlier) {
    load({person("P1", R"(,"date_of_birth":"2010-01-01")"),
          involvement("I1", "P1", R"(,"closed":"2020-01-01")")});
    EXPECT_EQ(
        findings_of({person("P1", R"(,"date_of_birth":"2010-01-02")"),
                     involvement("I1", "P1", R"(,"closed":"2019-01-01")")}),
        (Texts{
            "1: warning: person P1: corrected (another birth), so that records may go earlier",
            "2: warning: involvement I1: corrected (an earlier closing), so that records may go earlier"}));
    EXPECT_EQ(findings_of({person("P1", R"(,"date_of_birth":"2010-01-02","date_of_death":"2020-01-01")")}),
              Texts{"1: warning: person P1: corrected (a death), so that records may go earlier"});
    EXPECT_EQ(findings_of({involvement("I1", "P1", R"(,"closed":"2021-01-01")")}), Texts{});
}

TEST_P(ImporterTest, WarnsOfWhatCannotBe) {
    const auto warned = [&](const Texts& lines) {
        const Texts findings = findings_of(lines);
        return findings.size() == 1 ? findings[0].substr(findings[0].find(": warning: ") + 11)
                                    : std::to_string(findings.size());
    };
    load(case_of({}));
    EXPECT_EQ(warned({involvement("I1", "P1", R"(,"closed":"2014-12-31")")}),
              "involvement I1: closed before it was opened");
    load(case_of({}));
    EXPECT_EQ(warned({person("P2", R"(,"date_of_birth":"2010-05","date_of_death":"2010-04-30")"),
                      involvement("I2", "P2")}),
              "person P2: death before birth");
    EXPECT_EQ(warned({person("P3", R"(,"date_of_birth":"2020-01-01")"),
                      involvement("I3", "P3", R"(,"events":{"order-made":"2019-01-01"})")}),
              "involvement I3: an event before the birth of its person");
    EXPECT_EQ(warned({entry("E1", "I1", R"(,"occurred_at":"2013-12-31")")}),
              "entry E1: more than a year outside its involvement");
    EXPECT_EQ(warned({entry("E2", "I1", R"(,"occurred_at":"2026-11-24")")}),
              "entry E2: occurred_at lies in the future");
    EXPECT_EQ(warned({entry("E3", "I1", R"(,"kind":"letter-sent","account":"x")")}),
              "entry E3: a letter without a document");
    EXPECT_EQ(warned({entry("E4", "I1", R"(,"kind":"decision","account":"x")")}),
              "entry E4: a decision without a reason");
    EXPECT_EQ(warned({entry("E5", "I1", R"(,"kind":"telephone-call")")}),
              "entry E5: a contact without an account");
    EXPECT_EQ(warned({person("P4")}), "person P4: a person without an involvement");
}

TEST_P(ImporterTest, WarnsOfNothingThatIsInOrder) {
    folder.write("bundle/letter.txt", "Dear Ada");
    EXPECT_EQ(
        findings_of(
            {person(
                 "P1",
                 R"(,"date_of_birth":"2010-05","expected_date_of_birth":"2030-01-01","date_of_death":"2020-05-31")"),
             involvement(
                 "I1", "P1",
                 R"(,"closed":"2015-01-01","events":{"order-made":"2016-01-01","referred":"2009-01-01"})"),
             entry("E1", "I1", R"(,"kind":"letter-sent","account":"x","occurred_at":"2014-01-01")"),
             entry("E2", "I1", R"(,"kind":"decision","reason":"x","occurred_at":"2016-01-01")"),
             R"({"type":"document","id":"D1","entry":"E1","file":"letter.txt"})"}),
        Texts{});
}

TEST_P(ImporterTest, StoresNothingWhereItOnlyChecks) {
    load(case_of({}));
    night();
    folder.write("bundle/letter.txt", "Dear Ada");
    const std::string before = everything();
    const ImportResult result =
        load(case_of({entry("E1", "I1"), person("P2"), "{",
                      R"({"type":"document","id":"D1","entry":"E1","file":"letter.txt"})"}),
             true);
    EXPECT_EQ(result.stored, 3);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(result.findings.size(), 2U);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(contents_of(documents()), "");
}

// A source that fails once everything has been read, a document among it.
class FailingSource final : public RecordSource {
public:
    explicit FailingSource(std::string document) : document_(std::move(document)) {}
    void examine(const TakeFinding&) override {}
    long lines_read() const override { return 2; }
    long lines_rejected() const override { return 0; }
    std::string digest() const override { return std::string(64, '0'); }
    void records(RecordType type, const TakeRecord& take_record) override {
        const auto give = [&](const std::string& line, const std::string& path = "") {
            if (record(line).type == type) take_record({record(line), {"a.jsonl", 1}, path});
        };
        give(person("P8"));
        give(involvement("I8", "P8"));
        give(entry("E8", "I8"));
        give(R"({"type":"document","id":"D8","entry":"E8","file":"a.txt","sha256":")" +
                 sha256_of_file(document_) + R"("})",
             document_);
        if (type == RecordType::access_request) throw InputError("the disk is gone", "find it");
    }

private:
    std::string document_;
};

TEST_P(ImporterTest, LeavesTheStoreAsItWasWhereALoadFails) {
    load(case_of({}));
    night();
    const std::string before = everything();
    FailingSource source(folder.write("bundle/a.txt", "hello"));
    ImportOptions options;
    options.documents_folder = documents();
    options.day = today;
    EXPECT_EQ(error_of([&] {
                  import_records(database(), source, schedule_in_force(database()).catalogue, options);
              }),
              "65: the disk is gone");
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(contents_of(documents()), "");
}

TEST_P(ImporterTest, KeepsDocumentsByTheirDigest) {
    folder.write("bundle/a.txt", "hello");
    load(case_of({entry("E1", "I1"),
                  R"({"type":"document","id":"D1","entry":"E1","file":"a.txt","also_in":["I1"]})"}));
    const std::string digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    EXPECT_EQ(sql_value("select sha256 from document"), digest);
    EXPECT_EQ(bytes_of(documents() + "/2c/" + digest), "hello");
    EXPECT_EQ(RecordStore(database()).further_involvements_of_document("D1"), Texts{"I1"});
}

TEST_P(ImporterTest, KeepsNoDocumentOfALineSetAside) {
    folder.write("bundle/a.txt", "hello");
    load(case_of({R"({"type":"document","id":"D1","entry":"E9","file":"a.txt"})",
                  R"({"type":"document","id":"D2","entry":"E9","file":"../a.txt"})"}));
    EXPECT_EQ(contents_of(documents()), "");
}

TEST_P(ImporterTest, RemembersTheLatestEntryAndContact) {
    const auto days = [&] {
        return sql_value("select last_entry_on || ' ' || last_contact_on from involvement");
    };
    load(case_of({entry("E1", "I1", R"(,"kind":"meeting","account":"x","occurred_at":"2015-03-01")"),
                  entry("E2", "I1", R"(,"occurred_at":"2015-02-01","recorded_at":"2015-04-01")")}));
    EXPECT_EQ(days(), "2015-04-01 2015-03-01");
    load({entry("E3", "I1", R"(,"kind":"visit","occurred_at":"2015-05-01")")});
    EXPECT_EQ(days(), "2015-05-01 2015-03-01");
    load({entry("E3", "I1", R"(,"kind":"meeting","account":"x","occurred_at":"2015-01-05")")});
    EXPECT_EQ(days(), "2015-04-01 2015-03-01");
}

TEST_P(ImporterTest, MovesAnEntryBetweenInvolvements) {
    load({person("P1"), involvement("I1", "P1"), involvement("I2", "P1"), entry("E1", "I1")});
    load({entry("E1", "I2")});
    EXPECT_EQ(sql("select id || ' ' || coalesce(last_entry_on, '-') from involvement order by id"),
              (Texts{"I1 -", "I2 2015-06-01"}));
}

TEST_P(ImporterTest, LeavesOneLineInTheRegister) {
    load(case_of({entry("E1", "I1"), "{"}));
    Texts facts = sql("select line from register_line where kind = 'load'");
    ASSERT_EQ(facts.size(), 1U);
    facts[0] = json_value_at(facts[0], "facts");
    EXPECT_EQ(facts[0].substr(0, facts[0].find("\"source\"")),
              R"({"format":"bundle","read":4,"stored":3,"unchanged":0,"rejected":1,)");
    EXPECT_EQ(sql_value("select rejected from load"), "1");
}

TEST_P(ImporterTest, CountsWhatIsNowThere) {
    folder.write("bundle/a.txt", "hello");
    load(case_of({entry("E1", "I1"), R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})"}));
    load(case_of({person("P2"), entry("E1", "I1", R"(,"account":"x")")}));
    const RecordStore::Totals totals = RecordStore(database()).totals();
    EXPECT_EQ(totals.people, 2);
    EXPECT_EQ(totals.involvements, 1);
    EXPECT_EQ(totals.entries, 1);
    EXPECT_EQ(totals.documents, 1);
}

TEST_P(ImporterTest, JoinsRecordsOfOneHumanBeing) {
    const std::string same = R"({"type":"relationship","person":"P2","kind":"same-person","other":"P1"})";
    load({person("P1"), person("P2"), involvement("I1", "P1"), involvement("I2", "P2"), same});
    EXPECT_EQ(sql("select person || human from same_person order by person"), (Texts{"P1P1", "P2P1"}));
    load({person("P2", R"(,"adopted_from":"P1")")});
    EXPECT_EQ(sql_value("select count(*) from same_person"), "0");
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "intake/exporter.h"

#include <filesystem>

#include "base/json_read.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

class ExporterTest : public LoadedStoreTest {
protected:
    ExportResult write(const std::string& name, const std::string& of = "") {
        return export_bundle(
            database(), {folder.path(name), documents(), of, "hand-over", "ruth", "2026-11-23T03:00:00Z"});
    }
    // One line of every type, with every field and every awkward character.
    void load_everything() {
        folder.write("bundle/a b/é.txt", "hello");
        folder.write("bundle/empty", "");
        const ImportResult result =
            load({
                R"({"type":"person","id":"P2","family_name":"O'Brien \"Ünal\" \\ 日本語 🙂","given_names":"line\nbreak\ttab\u0001","known_as":["Addie","Æ"],"former_names":["/"],"date_of_birth":"2011-02","expected_date_of_birth":"2011-02-03","died":true,"date_of_death":"2020-01-01","identifiers":{"upn":"A","nhs_number":"9434765919"},"addresses":[{"postcode":"AB1","lines":["1 High St"],"from":"2011-01-01","to":"2012-01-01","protected":true,"protected_from":["P1"]},{"protected":false}],"contacts":[{"kind":"mobile","value":"0","protected":true}],"communication_needs":"BSL"})",
                person("P1", R"(,"adopted_from":"P2","known_as":[],"died":false)"),
                R"({"type":"professional","id":"W1","name":"S","kind":"health","role":"r","organisation":"o","team":"t"})",
                R"({"type":"relationship","person":"P2","kind":"mother","other":"P1","known_to_subject":false,"consent_to_disclose":"refused","consent_on":"2020-02-02"})",
                R"({"type":"relationship","person":"P2","kind":"friend","name":"a \u007f name"})",
                R"({"type":"involvement","id":"I1","person":"P2","service":"looked-after","opened":"2012-01-01","closed":"2013-01-01","closure_reason":"c","worker":"W1","team":"t","system":"s","events":{"z":"2012-06-01","a":"2012-02-01"},"attributes":{"medium":"p \"q\""},"roles":{"leader":"P1"},"file_reference":"f","remarks":[{"kind":"objection","on":"2026-11-20","text":"no \"more\"\n"}]})",
                involvement("I2", "P1"),
                R"({"type":"entry","id":"E1","involvement":"I1","kind":"meeting","occurred_at":"2012-03-01T10:00","recorded_at":"2012-03-02T09:00:00.5+01:00","author":"W1","present":["a","b"],"addressed_to":["c"],"topic":"care-plan","account":"a\r\nb","decision":"d","reason":"r","decided_by":"x","classification":"health","provided_by":{"relation":"n","name":"A","consent":"given","in_confidence":true},"flags":["court","adoption"],"subject_words":"w","mentions":[{"relation":"m","person":"P1"},{"name":"n"}],"remarks":[{"by":"dana, dpo","text":"It was my brother.","on":"2026-11-21","kind":"correction"},{"kind":"statement","on":"2026-11-22","text":"日本"}]})",
                R"({"type":"document","id":"D1","entry":"E1","file":"a b/é.txt","title":"t","media_type":"text/plain","also_in":["I2"],"keepsake":"letter"})",
                R"({"type":"document","id":"D2","entry":"E1","file":"empty"})",
                R"({"type":"disclosure","id":"S1","person":"P2","decided_on":"2012-04-01","outcome":"shared","recipient":"GP","information":"i","reasons":"r","risk_assessment":"l","authorised_by":"h","lawful_basis":"t","consent":"c","method":"m","involvement":"I1"})",
                R"({"type":"hold","id":"H1","kind":"inquiry","authority":"a","reason":"r","from":"2015-01-01","scope":{"words":["x"],"services":["looked-after"],"persons":["P2"],"involvements":["I1"],"opened_from":"2001-01-01","opened_to":"2030-01-01","items":["entry:E1"]},"review_on":"2027-01-01","released_on":"2026-01-01","released_by":"d","release_reason":"o","told_on":"2025-12-31"})",
                R"({"type":"deletion_request","id":"R1","person":"P2","received_at":"2026-01-01","requester":{"capacity":"self","name":"Ada"},"scope":["document:D1","involvement:I1"],"ground":"g","identity":{"asked_on":"2026-01-02"},"fee":{"asked_on":"2026-01-02","paid_on":"2026-01-03"},"clarifications":[{"asked_on":"2026-01-04"}],"extension_notice_on":"2026-01-20","answered_on":"2026-02-20"})",
                R"({"type":"access_request","id":"A1","person":"P2","received_at":"2026-01-01T09:00:00Z","requester":{"name":"Ada"},"scope":{"services":["looked-after"],"from":"2011-01-01","to":"2020-01-01"},"format":"pdf","delivery":"d","identity":{"asked_on":"2026-01-02"},"answered_on":"2026-02-20"})",
            });
        EXPECT_EQ(result.rejected, 0) << (result.findings.empty() ? "" : result.findings.front().message);
        EXPECT_EQ(result.stored, 14);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ExporterTest);

TEST_P(ExporterTest, GivesTheSameBytesOutAndInAgain) {
    load_everything();
    EXPECT_EQ(write("first").records, 14);
    for (const char* table : {"access_request", "deletion_request", "hold", "disclosure",
                              "document_involvement", "document", "entry", "involvement", "relationship",
                              "professional", "same_person", "person_reference", "person", "record_count"})
        sql(std::string("delete from ") + table);
    fs::remove_all(documents());
    const ImportResult again = load_folder(folder.path("first"));
    EXPECT_EQ(again.stored, 14);
    EXPECT_EQ(again.rejected, 0) << (again.findings.empty() ? "" : again.findings.front().message);
    write("second");
    EXPECT_EQ(contents_of(folder.path("second")), contents_of(folder.path("first")));
}

TEST_P(ExporterTest, ChangesNothingWhenLoadedIntoTheSameStore) {
    load_everything();
    write("first");
    const ImportResult again = load_folder(folder.path("first"));
    // A document's path within the bundle has become its digest; the rest is as it was.
    EXPECT_EQ(again.stored, 2);
    EXPECT_EQ(again.unchanged, 12);
    EXPECT_EQ(load_folder(folder.path("first")).unchanged, 14);
}

TEST_P(ExporterTest, WritesOneFileATypeInTheOrderOfBytes) {
    load({person("b"), person("B"), person("P10"), person("P2"), involvement("I1", "b")});
    write("out");
    EXPECT_EQ(contents_of(folder.path("out")), "involvement.jsonl: " + involvement("I1", "b") +
                                                   "\n\nperson.jsonl: " + person("B") + "\n" + person("P10") +
                                                   "\n" + person("P2") + "\n" + person("b") + "\n\n");
}

TEST_P(ExporterTest, WritesOnePersonsRecord) {
    load({person("P1"), person("P2"), involvement("I1", "P1", R"(,"worker":"W1")"), involvement("I2", "P2"),
          R"({"type":"professional","id":"W1","name":"S","kind":"health"})",
          R"({"type":"professional","id":"W2","name":"S","kind":"health"})", entry("E1", "I1"),
          entry("E2", "I2")});
    const ExportResult result = write("out", "P1");
    EXPECT_EQ(result.records, 4);
    const std::string all = contents_of(folder.path("out"));
    EXPECT_NE(all.find("E1"), std::string::npos);
    for (const char* other : {"P2", "I2", "E2", "W2"}) EXPECT_EQ(all.find(other), std::string::npos) << other;
}

TEST_P(ExporterTest, RefusesAPersonWhoIsNotThere) {
    EXPECT_EQ(error_of([&] { write("out", "P9"); }), "65: there is no person P9 in the store");
    EXPECT_FALSE(fs::exists(folder.path("out")));
}

TEST_P(ExporterTest, WritesOverNothing) {
    folder.write("out/mine.txt", "x");
    EXPECT_EQ(error_of([&] { write("out"); }), "73: " + folder.path("out") + " is there already");
    EXPECT_EQ(contents_of(folder.path("out")), "mine.txt: x\n");
}

TEST_P(ExporterTest, TakesAnEmptyFolder) {
    load({person("P1")});
    fs::create_directories(folder.path("out"));
    write("out");
    EXPECT_EQ(contents_of(folder.path("out")), "person.jsonl: " + person("P1") + "\n\n");
}

TEST_P(ExporterTest, LetsOnlyThisAccountRead) {
    load_everything();
    write("out");
    EXPECT_EQ(mode_of(folder.path("out")), "700");
    EXPECT_EQ(mode_of(folder.path("out/person.jsonl")), "600");
    EXPECT_EQ(mode_of(folder.path("out/documents")), "700");
}

TEST_P(ExporterTest, LeavesALineInTheRegisterAndTheReasonBesideIt) {
    load({person("P1")});
    write("out", "P1");
    EXPECT_EQ(json_value_at(sql_value("select line from register_line where kind = 'export'"), "facts"),
              R"({"records":1,"documents":0,"whole":false})");
    EXPECT_EQ(sql_value("select person || ': ' || reason from export_log"), "P1: hand-over");
}

TEST_P(ExporterTest, LeavesNothingWhereADocumentIsMissing) {
    load_everything();
    fs::remove_all(documents());
    const std::string before = everything();
    EXPECT_EQ(error_of([&] { write("out"); }), "69: the content of document D1 is not in the document store");
    EXPECT_FALSE(fs::exists(folder.path("out")));
    EXPECT_FALSE(fs::exists(folder.path("out.unfinished")));
    EXPECT_EQ(everything(), before);
}

TEST_P(ExporterTest, SeesThatADocumentWasChanged) {
    load_everything();
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(documents()))
        if (file.is_regular_file())
            folder.write(file.path().lexically_relative(folder.path()).string(), "changed");
    EXPECT_EQ(error_of([&] { write("out"); }),
              "69: the content of document D1 has changed in the document store");
}

}  // namespace
}  // namespace casekeeper::test

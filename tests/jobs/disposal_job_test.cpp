// SPDX-License-Identifier: MIT
//
// The night's own part in destruction: how much may go, what stops it, what a receiver is given first.
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/digest.h"
#include "support/disposal_world.h"

namespace casekeeper::test {
namespace {

class DisposalJobTest : public DisposalWorld {
protected:
    Said night(Date on = night_of_end) const { return run({"nightly", "--format", "json"}, on); }
    // Everything a night may change, in a few words.
    Words state() const {
        Words rows =
            sql("select cast(number as text) || state || coalesce(executes_on, '') from proposal order by 1");
        for (const char* table : {"involvement", "entry", "document", "person", "register_line", "run",
                                  "handover", "certificate", "erasure_intention", "destruction_notice"})
            rows.push_back(std::string(table) + " " +
                           sql_value(std::string("select cast(count(*) as text) from ") + table));
        return rows;
    }
    // Files of letters, bundles and documents.
    std::string files() const {
        std::string names;
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("documents")))
            names += file.path().filename().string() + " ";
        return names + path_of("notices") + path_of("bundles");
    }
    // Another trust with a store, documents and a register of its own.
    Said elsewhere(const Words& words) const {
        for (const char* file : {"retention_schedule.toml", "service_catalogue.toml", "roles.toml"})
            folder.write(std::string("other/config/") + file, bytes_of(folder.path("config/") + file));
        folder.write("other/config/casekeeper.toml", "store = \"sqlite:" + folder.path("other/store.db") +
                                                         "\"\ndocuments = \"" +
                                                         folder.path("other/documents") + "\"\n");
        Words all = {"--config", folder.path("other/config")};
        all.insert(all.end(), words.begin(), words.end());
        return run_bare(all);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisposalJobTest);

TEST_P(DisposalJobTest, ASmallShareStillLetsFiftyGo) {
    load_and_propose({closed("A"), closed("B"), closed("C")});
    add_settings("[disposal]\nshare_a_night = 0\n");
    for (const char* id : {"A", "B", "C"}) approve(id);
    EXPECT_EQ(json_number_at(job(night(), "disposal"), "handled"), 3);
    EXPECT_EQ(still_there(), "");
}

TEST_P(DisposalJobTest, WhatIsOverTheNumberWaitsAndIsSaid) {
    load_and_propose({closed("A"), closed("B"), closed("C")});
    add_settings("[disposal]\nmost_a_night = 2\n");
    for (const char* id : {"A", "B", "C"}) approve(id);
    const Said said = night();
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(json_number_at(job(said, "disposal"), "refused"), 1);
    EXPECT_EQ(still_there(), "C");
    EXPECT_NE(run({"report"}).out.find("more than may go in one night"), std::string::npos);
    night(day("2026-12-02"));
    EXPECT_EQ(still_there(), "");
}

TEST_P(DisposalJobTest, ANumberOfNoneLetsNothingGo) {
    load_and_propose({closed("A")});
    add_settings("[disposal]\nmost_a_night = 0\n");
    approve("A");
    night();
    EXPECT_EQ(still_there(), "A");
}

TEST_P(DisposalJobTest, TheCapCountsEveryRecordOfAPerson) {
    load_and_propose({closed("A"),
                      {R"({"type":"involvement","id":"I-A2","person":"A","service":"early-help",)"
                       R"("opened":"2012-01-01","closed":"2015-01-01"})"}});
    add_settings("[disposal]\nmost_a_night = 1\n");
    ASSERT_EQ(as("rita", {"disposal", "approve", "1", "2"}).code, 0);
    night();
    EXPECT_EQ(still_there(), "A");
}

TEST_P(DisposalJobTest, SwitchedOffItDestroysAndPacksNothing) {
    load_and_propose({closed("A"), closed("B", "mentoring")});
    approve("A");
    approve("B");
    add_settings("[disposal]\nenabled = false\n");
    const Said said = night();
    EXPECT_EQ(said.code, 1) << said;
    EXPECT_EQ(json_text_at(job(said, "disposal"), "outcome"), "attention");
    EXPECT_EQ(json_number_at(job(said, "disposal"), "handled"), 0);
    EXPECT_EQ(still_there(), "A B");
    EXPECT_EQ(bundle_of(proposal_of("B")), "");
    const std::string report = run({"report"}).out;
    EXPECT_NE(report.find("Destruction is switched off"), std::string::npos) << report;
}

TEST_P(DisposalJobTest, SwitchedOnAgainItGoesOn) {
    load_and_propose({closed("A")});
    approve("A");
    const std::string before = bytes_of(folder.path("config/casekeeper.toml"));
    add_settings("[disposal]\nenabled = false\n");
    night();
    configure("casekeeper.toml", before);
    EXPECT_EQ(night().code, 0);
    EXPECT_EQ(still_there(), "");
}

TEST_P(DisposalJobTest, ADryRunLeavesEverythingAsItWas) {
    load_and_propose({with_document(closed("A"), "A", "letter"), closed("B", "mentoring"),
                      closed("C", "young-carer-assessment")});
    approve("A");
    approve("B");
    approve("C");
    load({closed("N")});
    const Words before = state();
    const std::string files_before = files();
    const Said said = run({"nightly", "--dry-run"}, night_of_end);
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_NE(said.out.find("disposal: done, 1 handled"), std::string::npos) << said;
    EXPECT_EQ(said.out.find("was destroyed"), std::string::npos) << said;
    EXPECT_EQ(state(), before);
    EXPECT_EQ(files(), files_before);
}

TEST_P(DisposalJobTest, AMissingDocumentStopsItsOwnBundleAndNoOtherRecord) {
    load_and_propose({closed("A"), with_document(closed("B", "mentoring"), "B", "letter")});
    approve("A");
    approve("B");
    std::filesystem::remove(path_of(sha256_of("letter")));
    const Said said = night();
    EXPECT_EQ(said.code, 1) << said;
    EXPECT_EQ(json_number_at(job(said, "disposal"), "failed"), 1);
    EXPECT_EQ(still_there(), "B");
    const std::string number = proposal_of("B");
    EXPECT_EQ(state_of(number), "approved");
    EXPECT_EQ(bundle_of(number), "");
    EXPECT_EQ(bundle_of(number + ".unfinished"), "");
    EXPECT_NE(run({"report"}).out.find("proposal " + number), std::string::npos);
}

TEST_P(DisposalJobTest, AMissingDocumentStopsNoDestruction) {
    load_and_propose({with_document(closed("A"), "A", "letter")});
    approve("A");
    std::filesystem::remove(path_of(sha256_of("letter")));
    EXPECT_EQ(night().code, 0);
    EXPECT_EQ(still_there(), "");
    EXPECT_NE(run({"report"}).out.find("1 stored file of it was gone already."), std::string::npos);
}

TEST_P(DisposalJobTest, AFileThatCannotBeRemovedStopsNoDestructionAndIsSaidEveryNight) {
    load_and_propose({closed("A"), closed("B")});
    const std::string stuck = folder.path(std::string(300, 'x'));
    sql("insert into erasure_intention (digest, line, intended_at) values ('file:" + stuck +
        "', 1, '2026-11-20T03:00:00Z') returning '1'");
    for (const char* id : {"A", "B"}) {
        approve(id);
        const Said said = night();
        EXPECT_EQ(said.code, 1) << said;
        EXPECT_EQ(json_number_at(job(said, "disposal"), "handled"), 1);
        EXPECT_EQ(json_number_at(job(said, "disposal"), "failed"), 1);
        EXPECT_NE(run({"report"}).out.find("cannot remove"), std::string::npos);
    }
    EXPECT_EQ(still_there(), "");
    EXPECT_EQ(sql("select digest from erasure_intention"), Words{"file:" + stuck});
}

TEST_P(DisposalJobTest, AReceiverGetsTheRecordBeforeItGoes) {
    load_and_propose({with_document(closed("B", "mentoring"), "B", "letter")});
    EXPECT_EQ(sql("select action from proposal order by number"), Words{"archive"});
    const std::string number = proposal_of("B");
    approve("B");
    night();
    EXPECT_EQ(state_of(number), "packed");
    EXPECT_EQ(still_there(), "B");
    const std::string manifest = bytes_of(bundle_of(number) + "/manifest.json");
    EXPECT_FALSE(json_text_at(manifest, "receiver").empty());
    ASSERT_EQ(run({"disposal", "receipt", number}, day("2026-12-02")).code, 0);
    night(day("2026-12-03"));
    EXPECT_EQ(still_there(), "");
    EXPECT_EQ(bundle_of(number), "");
    EXPECT_EQ(path_of(sha256_of("letter")), "");
    const std::string line = sql_value("select cast(certificate as text) from proposal");
    const std::string certificate = run({"--format", "json", "disposal", "certificate", line}).out;
    EXPECT_EQ(json_text_at(certificate, "action"), "archive");
    EXPECT_NE(certificate.find(sha256_of(manifest)), std::string::npos) << certificate;
}

TEST_P(DisposalJobTest, WhatItsReceiverGotCanBeLoadedThere) {
    load_and_propose({with_document(closed("B", "mentoring", R"(,"worker":"W7")"), "B", "letter"),
                      {R"({"type":"professional","id":"W7","name":"Wilma Ward","kind":"social-work"})"}});
    approve("B");
    night();
    const std::string packed = bundle_of(proposal_of("B"));
    ASSERT_EQ(elsewhere({"init"}).code, 0);
    const Said said = elsewhere({"--format", "json", "import", "bundle", packed});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(json_number_at(said.out, "rejected"), 0);
    EXPECT_EQ(json_number_at(said.out, "stored"), 5);
    EXPECT_NE(contents_of(folder.path("other/documents")).find("letter"), std::string::npos);
}

TEST_P(DisposalJobTest, WhatWasPutOffAfterItWasPackedIsPackedAgainAndNeedsItsReceiptAnew) {
    load_and_propose({closed("B", "mentoring")});
    const std::string number = proposal_of("B");
    approve("B");
    night();
    ASSERT_EQ(run({"disposal", "receipt", number}, night_of_end).code, 0);
    ASSERT_EQ(
        run({"disposal", "defer", number, "--until", "2026-12-20", "--reason", "asked for"}, night_of_end)
            .code,
        0);
    approve("B", "rob", night_of_end);
    night(day("2026-12-19"));
    EXPECT_EQ(state_of(number), "approved");
    night(day("2026-12-20"));
    EXPECT_EQ(state_of(number), "packed");
    night(day("2026-12-21"));
    EXPECT_EQ(still_there(), "B");
    ASSERT_EQ(run({"disposal", "receipt", number}, day("2026-12-21")).code, 0);
    night(day("2026-12-22"));
    EXPECT_EQ(still_there(), "");
}

TEST_P(DisposalJobTest, TheSameNightAgainDoesNothingMore) {
    load_and_propose({closed("A"), closed("B")});
    approve("A");
    night();
    const std::string lines =
        sql_value("select cast(count(*) as text) from register_line where kind <> 'checkpoint'");
    EXPECT_EQ(json_number_at(job(night(), "disposal"), "handled"), 0);
    EXPECT_EQ(sql_value("select cast(count(*) as text) from register_line where kind <> 'checkpoint'"),
              lines);
    EXPECT_EQ(still_there(), "B");
}

TEST_P(DisposalJobTest, AHoldPlacedOnTheDayStopsWhatWasApproved) {
    load_and_propose({closed("A")});
    approve("A");
    ASSERT_EQ(run({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry",
                   "--persons", "A"},
                  night_of_end)
                  .code,
              0);
    night();
    EXPECT_EQ(still_there(), "A");
    EXPECT_EQ(sql_value("select state || ' ' || withdrawn_because from proposal"), "withdrawn held");
}

TEST_P(DisposalJobTest, WithoutAReviewTheGateItselfSeesTheHold) {
    load_and_propose({closed("A")});
    approve("A");
    ASSERT_EQ(run({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry",
                   "--persons", "A"},
                  night_of_end)
                  .code,
              0);
    const Said said = run({"nightly", "--only", "disposal", "--format", "json"}, night_of_end);
    EXPECT_EQ(json_number_at(job(said, "disposal"), "refused"), 1) << said;
    EXPECT_EQ(still_there(), "A");
}

TEST_P(DisposalJobTest, WhatACrashLeftOfABundleGoes) {
    load_and_propose({closed("B", "mentoring")});
    approve("B");
    night();
    const std::filesystem::path packed = bundle_of(proposal_of("B"));
    const std::filesystem::path bundles = packed.parent_path();
    for (const char* left : {"for-proposal-7.unfinished", "for-proposal-8", "of the trust"})
        std::filesystem::create_directory(bundles / left);
    night(day("2026-12-02"));
    std::set<std::string> there;
    for (const auto& one : std::filesystem::directory_iterator(bundles)) there.insert(one.path().filename());
    EXPECT_EQ(there, (std::set<std::string>{packed.filename(), "of the trust"}));
}

TEST_P(DisposalJobTest, ADryRunNamesWhatWouldGo) {
    load_and_propose({closed("A"), closed("B")});
    approve("A");
    const std::string number = proposal_of("A");
    const Said said = run({"nightly", "--dry-run"}, night_of_end);
    EXPECT_NE(said.out.find("would destroy I-A (early-help), proposal " + number + ", rule rest"),
              std::string::npos)
        << said;
    EXPECT_EQ(said.out.find("I-B"), std::string::npos) << said;
    EXPECT_EQ(still_there(), "A B");
    const Said json = run({"nightly", "--dry-run", "--format", "json"}, night_of_end);
    EXPECT_EQ(json_texts_at(job(json, "disposal"), "would").size(), 1U) << json;
}

TEST_P(DisposalJobTest, TheReportSaysWhatWaitsForWhom) {
    load_and_propose({closed("A"), closed("B"), closed("C"), closed("D", "private-fostering")});
    approve("A");
    run({"disposal", "defer", proposal_of("B"), "--until", "2027-01-01", "--reason", "asked for"});
    run({"nightly"}, day("2026-11-24"));
    std::string text = run({"report"}).out;
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (const char* said :
         {"1 record is due and waits for sign-off", "1 record needs a person's decision",
          "1 record is signed off and goes when nothing stands in the way", "1 record was put off"})
        EXPECT_NE(text.find(said), std::string::npos) << said << " in " << text.substr(0, 600);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "intake/receiver_bundle.h"

#include <filesystem>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/schedule_in_force.h"
#include "intake/bundle_source.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class ReceiverBundleTest : public LoadedStoreTest {
protected:
    void load_one() {
        folder.write("bundle/a.txt", "content");
        load({R"({"type":"professional","id":"W1","name":"Ward","kind":"social-work"})",
              R"({"type":"professional","id":"W2","name":"Other","kind":"social-work"})", person("P1"),
              person("P2"), involvement("I1", "P1", R"(,"closed":"2016-01-01","worker":"W1")"),
              involvement("I2", "P1"), involvement("I3", "P2"), entry("E1", "I1"), entry("E2", "I2"),
              R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})"});
    }
    std::string pack() {
        return pack_for_receiver(database(),
                                 {"I1", "the county archive", folder.path("bundles/one"), documents()});
    }
    std::string there(const std::string& name) const { return folder.path("there/" + name); }
    // Into a store that knows nothing yet, with documents of its own.
    ImportResult load_elsewhere() {
        const auto other = Database::open({false, there("store.db")}, Opening::create);
        BundleSource source({folder.path("bundles/one")});
        ImportOptions options;
        options.format = "bundle";
        options.documents_folder = there("documents");
        options.day = today;
        options.at = "2026-11-23T03:00:00Z";
        options.actor = "anna";
        options.key_folder = there("keys");
        ImportResult result =
            import_records(*other, source, schedule_in_force(database()).catalogue, options);
        for (const std::string& text : texts_of(result))
            EXPECT_EQ(text.find("error"), std::string::npos) << text;
        return result;
    }
    std::string file(const std::string& name) const { return bytes_of(folder.path("bundles/one/" + name)); }
};
CASEKEEPER_ON_BOTH_ENGINES(ReceiverBundleTest);

TEST_P(ReceiverBundleTest, HoldsTheRecordAndNoOther) {
    load_one();
    pack();
    EXPECT_NE(file("involvement.jsonl").find("\"I1\""), std::string::npos);
    EXPECT_EQ(file("involvement.jsonl").find("\"I2\""), std::string::npos);
    EXPECT_EQ(file("entry.jsonl").find("\"E2\""), std::string::npos);
    EXPECT_EQ(file("person.jsonl").find("\"P2\""), std::string::npos);
    EXPECT_EQ(file("professional.jsonl").find("\"W2\""), std::string::npos);
    EXPECT_EQ(file("documents/" + sha256_of("content")), "content");
}

TEST_P(ReceiverBundleTest, ItsManifestNamesEveryFileWithItsDigest) {
    load_one();
    const std::string digest = pack();
    EXPECT_EQ(digest, sha256_of(file("manifest.json")));
    EXPECT_EQ(json_text_at(file("manifest.json"), "receiver"), "the county archive");
    const std::vector<std::string> files = json_items_at(file("manifest.json"), "files");
    EXPECT_EQ(files.size(), 6U);
    for (const std::string& one : files)
        EXPECT_EQ(json_text_at(one, "sha256"), sha256_of(file(json_text_at(one, "file")))) << one;
}

TEST_P(ReceiverBundleTest, ReplacesAnEarlierOne) {
    load_one();
    pack();
    folder.write("bundles/one/stray.txt", "left from before");
    pack();
    EXPECT_EQ(file("stray.txt"), "");
}

TEST_P(ReceiverBundleTest, WithoutADocumentNothingIsPacked) {
    load_one();
    fs::remove_all(documents());
    EXPECT_EQ(error_of([&] { pack(); }), "69: the content of document D1 is not in the document store");
    EXPECT_FALSE(fs::exists(folder.path("bundles/one")));
    EXPECT_FALSE(fs::exists(folder.path("bundles/one.unfinished")));
}

TEST_P(ReceiverBundleTest, ADocumentGoesWithItToWhatever) {
    load_one();
    load({R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["I1"]})"});
    pack();
    EXPECT_NE(file("document.jsonl").find("\"D1\""), std::string::npos);
    EXPECT_EQ(load_elsewhere().rejected, 0);
}

TEST_P(ReceiverBundleTest, WhatItSaysOfOthersDoesNotStopItsLoading) {
    load_one();
    load({person("P9"),
          involvement("I1", "P1", R"(,"closed":"2016-01-01","worker":"W1","roles":{"leader":"P9"})"),
          R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2015-07-01","outcome":"shared",)"
          R"("involvement":"I1"})"});
    pack();
    EXPECT_NE(file("disclosure.jsonl").find("\"S1\""), std::string::npos);
    EXPECT_EQ(load_elsewhere().rejected, 0);
}

TEST_P(ReceiverBundleTest, ChangedOnTheWayItsManifestShowsIt) {
    load_one();
    pack();
    folder.write("bundles/one/entry.jsonl", file("entry.jsonl") + " ");
    bool shown = false;
    for (const std::string& one : json_items_at(file("manifest.json"), "files"))
        shown = shown || json_text_at(one, "sha256") != sha256_of(file(json_text_at(one, "file")));
    EXPECT_TRUE(shown);
}

TEST_P(ReceiverBundleTest, IsForItsOwnerAlone) {
    load_one();
    pack();
    for (const auto& one : fs::recursive_directory_iterator(folder.path("bundles")))
        EXPECT_EQ(mode_of(one.path()), one.is_directory() ? "700" : "600") << one.path();
}

TEST_P(ReceiverBundleTest, AnEarlierOneStaysWhereANewOneFails) {
    load_one();
    pack();
    fs::remove_all(documents());
    EXPECT_NE(error_of([&] { pack(); }), "done");
    EXPECT_EQ(file("documents/" + sha256_of("content")), "content");
}

TEST_P(ReceiverBundleTest, OfNothingIsAnError) {
    EXPECT_EQ(error_of([&] { pack(); }), "65: there is no involvement I1");
    EXPECT_FALSE(fs::exists(folder.path("bundles/one.unfinished")));
}

TEST_P(ReceiverBundleTest, CanBeLoadedElsewhere) {
    load_one();
    pack();
    const ImportResult result = load_elsewhere();
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.stored, 5);
    EXPECT_EQ(bytes_of(there("documents/" + sha256_of("content").substr(0, 2) + "/" + sha256_of("content"))) +
                  bytes_of(there("documents/" + sha256_of("content"))),
              "content");
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "intake/receiver_bundle.h"

#include <filesystem>

#include "base/digest.h"
#include "base/json_read.h"
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

TEST_P(ReceiverBundleTest, CanBeLoadedElsewhere) {
    load_one();
    pack();
    for (const char* table : {"document_involvement", "document", "entry", "stale_person", "recorded_event"})
        sql("delete from " + std::string(table) + " returning '1'");
    EXPECT_EQ(load_folder(folder.path("bundles/one"), true).rejected, 0);
}

}  // namespace
}  // namespace casekeeper::test

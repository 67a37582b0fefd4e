// SPDX-License-Identifier: MIT
#include "custody/erasure_sweeper.h"

#include <filesystem>
#include <future>
#include <thread>

#include "base/digest.h"
#include "store/document_store.h"
#include "store/erasure_store.h"
#include "store/fact_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;
namespace fs = std::filesystem;

class ErasureSweeperTest : public GateWorld {
protected:
    // Quill's record with one document is destroyed; nothing is swept yet.
    void destroy_quill() {
        folder.write("bundle/a.txt", "a letter");
        load_due({due_child("Quill"),
                  {R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})"},
                  due_child("Wren")});
        EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    }
    std::string letter() const { return DocumentStore(documents()).path_of(sha256_of("a letter")); }
    void intend(const std::string& what) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        ErasureStore(database()).intend(what, 1, "2026-11-23T03:00:00Z");
        work.commit();
    }
    // A path that no account can remove, root neither: within the test's own folder, and no name a file can
    // have.
    std::string too_long() const { return folder.path(std::string(300, 'x')); }
    Texts intended() const { return sql("select digest from erasure_intention order by digest"); }
};
CASEKEEPER_ON_BOTH_ENGINES(ErasureSweeperTest);

TEST_P(ErasureSweeperTest, UnlinksWhatNoRowNames) {
    destroy_quill();
    EXPECT_EQ(intended(), (Texts{sha256_of("a letter"), "engine"}));
    EXPECT_TRUE(fs::exists(letter()));
    const SweepResult result = sweep();
    EXPECT_EQ(result.unlinked, 1);
    EXPECT_EQ(result.still_named + result.missing, 0);
    EXPECT_FALSE(fs::exists(letter()));
    EXPECT_EQ(intended(), Texts{});
}

TEST_P(ErasureSweeperTest, HasNothingToDoTwice) {
    destroy_quill();
    sweep();
    const SweepResult result = sweep();
    EXPECT_EQ(result.unlinked + result.missing, 0);
    EXPECT_EQ(result.engine_left, "");
}

TEST_P(ErasureSweeperTest, SaysWhatTheEngineMayStillHold) {
    destroy_quill();
    const SweepResult result = sweep();
    EXPECT_TRUE(result.engine_emptied);
    EXPECT_EQ(result.engine_left.starts_with("nothing"), !on_postgresql()) << result.engine_left;
}

TEST_P(ErasureSweeperTest, KeepsContentThatIsNamedAgain) {
    destroy_quill();
    load({R"({"type":"document","id":"D2","entry":"E-Wren","file":"a.txt"})"});
    const SweepResult result = sweep();
    EXPECT_EQ(result.still_named, 1);
    EXPECT_TRUE(fs::exists(letter()));
    EXPECT_EQ(intended(), Texts{});
}

// The next start has only the store: what an interrupted night left is finished by it.
TEST_P(ErasureSweeperTest, FinishesWhatAnInterruptedNightLeft) {
    destroy_quill();
    renew();
    close();
    EXPECT_EQ(sweep().unlinked, 1);
    EXPECT_EQ(intended(), Texts{});
}

TEST_P(ErasureSweeperTest, FinishesWhatWasUnlinkedButNotCleared) {
    destroy_quill();
    fs::remove(letter());
    const SweepResult result = sweep();
    EXPECT_EQ(result.missing, 1);
    EXPECT_EQ(intended(), Texts{});
}

// A load that was cut off left a second name of the same content.
TEST_P(ErasureSweeperTest, RemovesTheSecondNameThatALoadLeft) {
    destroy_quill();
    fs::create_directories(folder.path("documents/incoming"));
    fs::create_hard_link(letter(), folder.path("documents/incoming/") + sha256_of("a letter"));
    sweep();
    EXPECT_EQ(contents_of(documents()), "");
}

TEST_P(ErasureSweeperTest, RemovesFilesAndFoldersThatWentWithARecord) {
    database();
    folder.write("notices/N1.html", "Dear Quill");
    folder.write("bundles/B1/people/records.jsonl", "{}");
    folder.write("bundles/B2/records.jsonl", "{}");
    intend("file:" + folder.path("notices/N1.html"));
    intend("folder:" + folder.path("bundles/B1"));
    EXPECT_EQ(sweep().unlinked, 2);
    EXPECT_TRUE(fs::is_empty(folder.path("notices")));
    EXPECT_FALSE(fs::exists(folder.path("bundles/B1")));
    EXPECT_TRUE(fs::exists(folder.path("bundles/B2")));
}

TEST_P(ErasureSweeperTest, FollowsNoLinkOutOfAFolder) {
    folder.write("elsewhere/kept.txt", "kept");
    folder.write("bundles/B1/a.txt", "a");
    fs::create_directory_symlink(folder.path("elsewhere"), folder.path("bundles/B1/link"));
    intend("folder:" + folder.path("bundles/B1"));
    sweep();
    EXPECT_FALSE(fs::exists(folder.path("bundles/B1")));
    EXPECT_EQ(bytes_of(folder.path("elsewhere/kept.txt")), "kept");
}

TEST_P(ErasureSweeperTest, KeepsTheIntentionOfWhatCannotBeRemoved) {
    intend("file:" + too_long());
    EXPECT_EQ(sweep().not_removed, Texts{too_long()});
    EXPECT_EQ(intended(), Texts{"file:" + too_long()});
}

TEST_P(ErasureSweeperTest, SweepsMoreThanOneReadingOfIntentions) {
    for (int i = 0; i < 1203; ++i) intend(sha256_of(std::to_string(i)));
    EXPECT_EQ(sweep().missing, 1203);
    EXPECT_EQ(intended(), Texts{});
}

TEST_P(ErasureSweeperTest, WaitsForWhoeverReadsTheStore) {
    destroy_quill();
    const std::unique_ptr<Database> reader = another();
    std::future<SweepResult> sweeping;
    {
        const UnitOfWork reading(*reader, UnitOfWork::Kind::snapshot);
        FactStore(*reader).file_of("Wren");
        sweeping = std::async(std::launch::async, [this] { return sweep(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    EXPECT_TRUE(sweeping.get().engine_emptied);
    EXPECT_EQ(intended(), Texts{});
}

TEST_P(ErasureSweeperTest, OneItCannotRemoveStopsNoOther) {
    destroy_quill();
    folder.write("letters/b.html", "Dear Quill");
    intend("file:" + too_long());
    intend("file:" + folder.path("letters/b.html"));
    EXPECT_EQ(sweep().not_removed, Texts{too_long()});
    EXPECT_FALSE(fs::exists(letter()));
    EXPECT_FALSE(fs::exists(folder.path("letters/b.html")));
    EXPECT_EQ(intended(), Texts{"file:" + too_long()});
}

}  // namespace
}  // namespace casekeeper::test

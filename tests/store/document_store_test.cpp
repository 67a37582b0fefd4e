// SPDX-License-Identifier: MIT
#include "store/document_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;
constexpr char hello_sha256[] = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

class DocumentStoreTest : public testing::Test {
protected:
    TemporaryFolder folder_;
    std::string hello_ = folder_.write("in/hello.txt", "hello");
    DocumentStore store_{folder_.path("documents")};
};

TEST_F(DocumentStoreTest, KeepsContentUnderItsDigest) {
    EXPECT_EQ(store_.keep(hello_), hello_sha256);
    EXPECT_EQ(store_.path_of(hello_sha256), folder_.path("documents/2c/") + hello_sha256);
    EXPECT_EQ(bytes_of(store_.path_of(hello_sha256)), "hello");
}

TEST_F(DocumentStoreTest, KeepsOneCopyOfTheSameContent) {
    store_.keep(hello_);
    const auto written = fs::last_write_time(store_.path_of(hello_sha256));
    store_.keep(folder_.write("in/again.txt", "hello"));
    EXPECT_EQ(fs::last_write_time(store_.path_of(hello_sha256)), written);
    store_.settle([](const std::string&) { return true; });
    EXPECT_TRUE(fs::is_empty(folder_.path("documents/incoming")));
    EXPECT_EQ(fs::hard_link_count(store_.path_of(hello_sha256)), 1U);
}

TEST_F(DocumentStoreTest, LetsOnlyThisAccountRead) {
    ::umask(022);
    store_.keep(hello_);
    EXPECT_EQ(mode_of(store_.path_of(hello_sha256)), "600");
    for (const char* name : {"documents", "documents/2c", "documents/incoming"})
        EXPECT_EQ(mode_of(folder_.path(name)), "700") << name;
}

TEST_F(DocumentStoreTest, KeepsEveryByte) {
    std::string bytes;
    for (int i = 0; i < 300000; ++i) bytes += static_cast<char>(i * 7 % 256);
    EXPECT_EQ(bytes_of(store_.path_of(store_.keep(folder_.write("in/big", bytes)))), bytes);
    EXPECT_EQ(bytes_of(store_.path_of(store_.keep(folder_.write("in/empty", "")))), "");
}

TEST_F(DocumentStoreTest, FollowsNoLink) {
    fs::create_symlink(hello_, folder_.path("in/link"));
    EXPECT_EQ(error_of([&] { store_.keep(folder_.path("in/link")); }),
              "65: cannot read the document " + folder_.path("in/link"));
}

TEST_F(DocumentStoreTest, SaysWhatItCannotRead) {
    EXPECT_EQ(error_of([&] { store_.keep(folder_.path("in/nothing")); }),
              "65: cannot read the document " + folder_.path("in/nothing"));
    EXPECT_EQ(error_of([&] { store_.keep(folder_.path("in")); }),
              "65: cannot read the document " + folder_.path("in"));
}

TEST_F(DocumentStoreTest, SaysWhereItCannotWrite) {
    folder_.write("a-file", "");
    DocumentStore nowhere(folder_.path("a-file/documents"));
    EXPECT_EQ(error_of([&] { nowhere.keep(hello_); }).substr(0, 33), "73: cannot write the document sto");
}

TEST_F(DocumentStoreTest, KeepsWhatARowNamesWhenALoadIsSettled) {
    store_.keep(hello_);
    folder_.write("documents/incoming/4711", "hel");
    store_.settle([](const std::string& sha256) { return sha256 == hello_sha256; });
    EXPECT_TRUE(fs::is_empty(folder_.path("documents/incoming")));
    EXPECT_EQ(bytes_of(store_.path_of(hello_sha256)), "hello");
}

TEST_F(DocumentStoreTest, ForgetsWhatALoadBroughtThatNoRowNames) {
    store_.keep(hello_);
    DocumentStore(folder_.path("documents")).settle([](const std::string&) { return false; });
    EXPECT_FALSE(fs::exists(store_.path_of(hello_sha256)));
    EXPECT_TRUE(fs::is_empty(folder_.path("documents/incoming")));
}

TEST_F(DocumentStoreTest, LeavesAloneWhatAnEarlierLoadSettled) {
    store_.keep(hello_);
    store_.settle([](const std::string&) { return true; });
    store_.keep(hello_);
    store_.settle([](const std::string&) { return false; });
    EXPECT_EQ(bytes_of(store_.path_of(hello_sha256)), "hello");
}

TEST_F(DocumentStoreTest, HasNothingToSettleBeforeTheFirstLoad) {
    store_.settle([](const std::string&) { return false; });
    EXPECT_FALSE(fs::exists(folder_.path("documents")));
}

}  // namespace
}  // namespace casekeeper::test

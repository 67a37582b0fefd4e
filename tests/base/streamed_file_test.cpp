// SPDX-License-Identifier: MIT
#include "base/streamed_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

TEST(StreamedFile, IsThereWhenItIsFinishedAndNotBefore) {
    const test::TemporaryFolder folder;
    StreamedFile file(folder.path("a/b"));
    file.write("one ");
    file.write(std::string(300000, 'x'));
    EXPECT_FALSE(std::filesystem::exists(folder.path("a/b")));
    EXPECT_EQ(file.size(), 300004U);
    file.finish();
    EXPECT_EQ(test::bytes_of(folder.path("a/b")), "one " + std::string(300000, 'x'));
    EXPECT_EQ(test::mode_of(folder.path("a/b")), "600");
    EXPECT_FALSE(std::filesystem::exists(folder.path("a/b.unfinished")));
}

TEST(StreamedFile, LeavesWhatWasThereWhereItIsNotFinished) {
    const test::TemporaryFolder folder;
    folder.write("f", "before");
    {
        StreamedFile file(folder.path("f"));
        file.write(std::string(300000, 'x'));
    }
    EXPECT_EQ(test::contents_of(folder.path()), "f: before\n");
}

// As on a full disk: a write that cannot be.
TEST(StreamedFile, LeavesNothingWhereThereIsNoRoom) {
    const test::TemporaryFolder folder;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(
        {
            StreamedFile file(folder.path("f"));
            file.write(std::string(300000, 'x'));
            file.finish();
        },
        OutputError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(test::contents_of(folder.path()), "");
}

TEST(StreamedFile, SaysWhichFolderItCannotWriteTo) {
    const test::TemporaryFolder folder;
    folder.write("f", "a file");
    EXPECT_THROW(StreamedFile(folder.path("f/g")), OutputError);
}

}  // namespace
}  // namespace casekeeper

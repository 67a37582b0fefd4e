// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

TEST(WholeFile, IsWrittenForItsOwnerAlone) {
    const TemporaryFolder folder;
    write_whole_file(folder.path("new/a.txt"), "text");
    EXPECT_EQ(bytes_of(folder.path("new/a.txt")), "text");
    EXPECT_EQ(mode_of(folder.path("new/a.txt")), "600");
    EXPECT_EQ(mode_of(folder.path("new")), "700");
}

TEST(WholeFile, ReplacesWhatWasThereAndALeftOver) {
    const TemporaryFolder folder;
    folder.write("a.txt", "a much longer text");
    folder.write("a.txt.unfinished", "half");
    write_whole_file(folder.path("a.txt"), "new");
    EXPECT_EQ(contents_of(folder.path()), "a.txt: new\n");
}

TEST(WholeFile, LeavesTheOldOneWhereItCannotWrite) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path("a.txt/in-the-way"));
    EXPECT_THROW(write_whole_file(folder.path("a.txt"), "new"), OutputError);
    EXPECT_TRUE(std::filesystem::is_directory(folder.path("a.txt/in-the-way")));
    EXPECT_FALSE(std::filesystem::exists(folder.path("a.txt.unfinished")));
}

}  // namespace
}  // namespace casekeeper::test

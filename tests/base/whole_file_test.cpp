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

TEST(WholeFile, MayBeEmpty) {
    const TemporaryFolder folder;
    folder.write("a.txt", "text");
    write_whole_file(folder.path("a.txt"), "");
    EXPECT_EQ(contents_of(folder.path()), "a.txt: \n");
}

TEST(WholeFile, KeepsEveryByte) {
    const TemporaryFolder folder;
    const std::string bytes = std::string("a\0b\r\n\xff", 6) + std::string(3000000, 'x');
    write_whole_file(folder.path("a.txt"), bytes);
    EXPECT_EQ(bytes_of(folder.path("a.txt")), bytes);
}

TEST(WholeFile, BecomesPrivateWhereTheOldOneWasNot) {
    const TemporaryFolder folder;
    folder.write("a.txt", "old");
    std::filesystem::permissions(folder.path("a.txt"), std::filesystem::perms(0644));
    write_whole_file(folder.path("a.txt"), "new");
    EXPECT_EQ(mode_of(folder.path("a.txt")), "600");
}

TEST(WholeFile, DoesNotWriteThroughALink) {
    const TemporaryFolder folder;
    folder.write("kept.txt", "kept");
    std::filesystem::create_symlink(folder.path("kept.txt"), folder.path("a.txt"));
    std::filesystem::create_symlink(folder.path("kept.txt"), folder.path("a.txt.unfinished"));
    write_whole_file(folder.path("a.txt"), "new");
    EXPECT_EQ(bytes_of(folder.path("kept.txt")), "kept");
    EXPECT_EQ(bytes_of(folder.path("a.txt")), "new");
}

TEST(WholeFile, WithoutAFolderIsAnErrorOfOutput) {
    const TemporaryFolder folder;
    folder.write("file", "no folder");
    try {
        write_whole_file(folder.path("file/a.txt"), "new");
        FAIL() << "it was written";
    } catch (const OutputError& error) {
        EXPECT_EQ(error.code(), ExitCode::cannot_write);
        EXPECT_EQ(error.what(), "cannot write " + folder.path("file/a.txt"));
        EXPECT_FALSE(error.hint().empty());
    }
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

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

TEST(WholeFile, WrittenInPiecesIsThereWhenItIsFinishedAndNotBefore) {
    const TemporaryFolder folder;
    WholeFile file(folder.path("a/b"));
    file.write("one ");
    file.write(std::string(300000, 'x'));
    file.write(" three");
    EXPECT_FALSE(std::filesystem::exists(folder.path("a/b")));
    EXPECT_EQ(file.size(), 300010U);
    file.finish();
    EXPECT_EQ(contents_of(folder.path("a")), "b: one " + std::string(300000, 'x') + " three\n");
    EXPECT_EQ(mode_of(folder.path("a/b")), "600");
}

TEST(WholeFile, LeavesWhatWasThereWhereItIsNotFinished) {
    const TemporaryFolder folder;
    folder.write("f", "before");
    {
        WholeFile file(folder.path("f"));
        file.write(std::string(300000, 'x'));
    }
    EXPECT_EQ(contents_of(folder.path()), "f: before\n");
}

// As on a full disk: a write that cannot be.
TEST(WholeFile, LeavesNothingWhereThereIsNoRoom) {
    const TemporaryFolder folder;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(write_whole_file(folder.path("f"), std::string(150000, 'x')), OutputError);
    EXPECT_THROW(write_whole_file(folder.path("f"), std::string(300000, 'x')), OutputError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(contents_of(folder.path()), "");
}

TEST(WholeFile, IsWrittenByALibraryThatKnowsItsNameAlone) {
    const TemporaryFolder folder;
    const std::string path = folder.write("pack.zip", "the old one");
    WholeFile file(path);
    const std::string at = file.written_at();
    EXPECT_EQ(mode_of(at), "600");
    std::ofstream(at + ".aB3dEf") << "the new one";
    std::filesystem::rename(at + ".aB3dEf", at);
    EXPECT_EQ(bytes_of(path), "the old one");
    file.finish();
    EXPECT_EQ(contents_of(folder.path()), "pack.zip: the new one\n");
}

TEST(WholeFile, LeavesNothingOfWhatALibraryDidNotFinish) {
    const TemporaryFolder folder;
    {
        WholeFile file(folder.path("pack.zip"));
        std::ofstream(file.written_at()) << "half";
        std::ofstream(file.written_at() + ".aB3dEf") << "half of it";
    }
    EXPECT_EQ(contents_of(folder.path()), "");
}

TEST(WholeFile, WhatACrashLeftIsRemovedWithWhatALibraryLeft) {
    const TemporaryFolder folder;
    for (const char* name : {"a.txt.unfinished", "pack.zip.unfinished", "pack.zip.unfinished.aB3dEf"})
        folder.write(name, "half");
    for (const char* name : {"a.zip", "aB3dEf", "unfinished.aB3dEf", "my.unfinished.letters.txt"})
        folder.write(name, "");
    remove_unfinished_files(folder.path());
    EXPECT_EQ(contents_of(folder.path()),
              "a.zip: \naB3dEf: \nmy.unfinished.letters.txt: \nunfinished.aB3dEf: \n");
}

TEST(WholeFile, TakesAwayWhatALibraryLeftAtACrash) {
    const TemporaryFolder folder;
    folder.write("pack.zip.unfinished", "half");
    folder.write("pack.zip.unfinished.aB3dEf", "half");
    folder.write("other.zip", "whole");
    { WholeFile(folder.path("pack.zip")).written_at(); }
    EXPECT_EQ(contents_of(folder.path()), "other.zip: whole\n");
}

}  // namespace
}  // namespace casekeeper::test

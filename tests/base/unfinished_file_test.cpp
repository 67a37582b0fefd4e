// SPDX-License-Identifier: MIT
#include "base/unfinished_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using namespace test;

TEST(UnfinishedFile, IsThereWhenItIsFinished) {
    const TemporaryFolder folder;
    const std::string path = folder.write("pack.pdf", "the old one");
    UnfinishedFile file(path);
    std::ofstream(file.written_at()) << "the new one";
    EXPECT_EQ(bytes_of(path), "the old one");
    EXPECT_EQ(mode_of(file.written_at()), "600");
    file.finish();
    EXPECT_EQ(bytes_of(path), "the new one");
    EXPECT_EQ(mode_of(path), "600");
    EXPECT_FALSE(std::filesystem::exists(file.written_at()));
}

TEST(UnfinishedFile, LeavesNothingWhereItIsNot) {
    const TemporaryFolder folder;
    {
        const UnfinishedFile file(folder.path("new/pack.pdf"));
        std::ofstream(file.written_at()) << "half";
        std::ofstream(file.written_at() + ".aB3dEf") << "half of it, by a library";
    }
    EXPECT_EQ(contents_of(folder.path("new")), "");
}

TEST(UnfinishedFile, TakesAwayWhatACrashLeft) {
    const TemporaryFolder folder;
    folder.write("pack.pdf.unfinished", "half");
    folder.write("pack.pdf.unfinished.aB3dEf", "half");
    folder.write("other.pdf", "whole");
    { const UnfinishedFile file(folder.path("pack.pdf")); }
    EXPECT_EQ(contents_of(folder.path()), "other.pdf: whole\n");
}

TEST(UnfinishedFile, SaysWhereItCannotBeWritten) {
    const TemporaryFolder folder;
    folder.write("file", "no folder");
    EXPECT_THROW(UnfinishedFile(folder.path("file/pack.pdf")), OutputError);
}

}  // namespace
}  // namespace casekeeper

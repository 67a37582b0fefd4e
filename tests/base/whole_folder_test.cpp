// SPDX-License-Identifier: MIT
#include "base/whole_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/errors.h"
#include "base/whole_file.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class WholeFolderTest : public ::testing::Test {
protected:
    void write(const std::string& path, bool keep) const {
        WholeFolder whole(path);
        write_whole_file(whole.unfinished() + "/a.txt", "a");
        EXPECT_FALSE(fs::exists(folder.path("out/a.txt"))) << "not before it is whole";
        whole.finish();
        if (keep) whole.keep();
    }
    TemporaryFolder folder;
};

TEST_F(WholeFolderTest, IsThereWholeOrNotAtAll) {
    write(folder.path("out"), true);
    EXPECT_EQ(bytes_of(folder.path("out/a.txt")), "a");
    EXPECT_EQ(mode_of(folder.path("out")), "700");
    EXPECT_FALSE(fs::exists(folder.path("out.unfinished")));
}

TEST_F(WholeFolderTest, ASlashAtItsEndIsNoMatter) {
    write(folder.path("out") + "//", true);
    EXPECT_EQ(bytes_of(folder.path("out/a.txt")), "a");
    EXPECT_FALSE(fs::exists(folder.path("out.unfinished")));
}

TEST_F(WholeFolderTest, WhatIsNotKeptGoes) {
    write(folder.path("out"), false);
    { const WholeFolder unfinished(folder.path("out")); }
    EXPECT_FALSE(fs::exists(folder.path("out")));
    EXPECT_FALSE(fs::exists(folder.path("out.unfinished")));
}

TEST_F(WholeFolderTest, ReplacesWhatACrashLeftAndAnEmptyFolder) {
    folder.write("out.unfinished/b.txt", "b");
    fs::create_directories(folder.path("out"));
    write(folder.path("out"), true);
    EXPECT_EQ(contents_of(folder.path("out")), "a.txt: a\n");
}

TEST_F(WholeFolderTest, WhatIsThereAlreadyStays) {
    folder.write("out/mine.txt", "x");
    try {
        const WholeFolder whole(folder.path("out/"));
        ADD_FAILURE() << "it was taken";
    } catch (const OutputError& error) {
        EXPECT_EQ(std::string(error.what()), folder.path("out") + " is there already");
    }
    EXPECT_EQ(bytes_of(folder.path("out/mine.txt")), "x");
}

}  // namespace
}  // namespace casekeeper::test

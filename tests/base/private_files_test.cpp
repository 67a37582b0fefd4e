// SPDX-License-Identifier: MIT
#include "base/private_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "support/temporary_folder.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class PrivateFiles : public testing::Test {
protected:
    static unsigned mode_of(const std::string& path) {
        struct stat status {};
        EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
        return status.st_mode & 0777;
    }
    static void make(const std::string& path) {
        const int file = open_private_file(path, O_WRONLY);
        ASSERT_GE(file, 0);
        ::close(file);
    }
    TemporaryFolder folder_;
};

TEST_F(PrivateFiles, AreForTheirAccountAlone) {
    ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
    EXPECT_TRUE(make_private_folders(folder_.path("a/b")));
    make(folder_.path("a/b/c"));
    EXPECT_EQ(mode_of(folder_.path("a")), 0700U);
    EXPECT_EQ(mode_of(folder_.path("a/b")), 0700U);
    EXPECT_EQ(mode_of(folder_.path("a/b/c")), 0600U);
}

TEST_F(PrivateFiles, AreForTheGroupWhereItsFolderIs) {
    ASSERT_EQ(::chmod(folder_.path().c_str(), 0770), 0);
    EXPECT_TRUE(make_private_folders(folder_.path("a/b")));
    make(folder_.path("a/b/c"));
    EXPECT_EQ(mode_of(folder_.path("a/b")), 0770U);
    EXPECT_EQ(mode_of(folder_.path("a/b/c")), 0660U);
}

TEST_F(PrivateFiles, AFolderForEverybodyMakesNothingForThem) {
    ASSERT_EQ(::chmod(folder_.path().c_str(), 0777), 0);
    make(folder_.path("c"));
    EXPECT_EQ(mode_of(folder_.path("c")), 0600U);
}

TEST_F(PrivateFiles, OneThatIsThereKeepsItsMode) {
    make(folder_.path("c"));
    ASSERT_EQ(::chmod(folder_.path("c").c_str(), 0640), 0);
    make(folder_.path("c"));
    EXPECT_EQ(mode_of(folder_.path("c")), 0640U);
    EXPECT_LT(open_private_file(folder_.path("c"), O_WRONLY | O_EXCL), 0);
}

TEST_F(PrivateFiles, AFolderThatCannotBeMadeIsSaidSo) {
    make(folder_.path("c"));
    EXPECT_FALSE(make_private_folders(folder_.path("c/d")));
    EXPECT_TRUE(make_private_folders(folder_.path()));
}

}  // namespace
}  // namespace casekeeper::test

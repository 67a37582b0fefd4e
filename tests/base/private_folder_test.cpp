// SPDX-License-Identifier: MIT
#include "base/private_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using namespace test;

TEST(PrivateFolder, IsForItsAccountAloneAndGoneWithWhatIsInIt) {
    const TemporaryFolder around;
    const std::string path = around.path("work");
    {
        const PrivateFolder folder(path);
        EXPECT_EQ(mode_of(path), "700");
        std::ofstream(folder.path("readable.txt")) << "words";
    }
    EXPECT_EQ(contents_of(around.path()), "");
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(PrivateFolder, IsGoneAfterAnError) {
    const TemporaryFolder around;
    const std::string path = around.path("work");
    const auto breaks = [&path] {
        const PrivateFolder folder(path);
        throw std::runtime_error("broken");
    };
    EXPECT_THROW(breaks(), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(PrivateFolder, TakesAwayWhatACrashLeftAndNothingElse) {
    const TemporaryFolder around;
    around.write("work/left.txt", "words");
    ASSERT_EQ(::chmod(around.path("work").c_str(), 0700), 0);
    { const PrivateFolder folder(around.path("work")); }
    EXPECT_FALSE(std::filesystem::exists(around.path("work")));
    around.write("shared/kept.txt", "words");
    ASSERT_EQ(::chmod(around.path("shared").c_str(), 0755), 0);
    EXPECT_THROW(PrivateFolder(around.path("shared")), OutputError);
    EXPECT_EQ(bytes_of(around.path("shared/kept.txt")), "words");
    std::filesystem::create_directory_symlink(around.path("shared"), around.path("link"));
    EXPECT_THROW(PrivateFolder(around.path("link")), OutputError);
    EXPECT_EQ(bytes_of(around.path("shared/kept.txt")), "words");
}

}  // namespace
}  // namespace casekeeper

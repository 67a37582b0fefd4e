// SPDX-License-Identifier: MIT
#include "base/scratch_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

TEST(ScratchFile, IsReadAgainAndNobodySeesIt) {
    const test::TemporaryFolder folder;
    ScratchFile file(folder.path("a.pdf"));
    file.write("one ");
    file.write("two");
    EXPECT_EQ(test::contents_of(folder.path()), "") << "it has no name";
    EXPECT_EQ(file.read_again(), "one two");
    EXPECT_EQ(ScratchFile(folder.path("b.pdf")).read_again(), "");
}

// As on a full disk.
TEST(ScratchFile, TellsWhereThereIsNoRoom) {
    const test::TemporaryFolder folder;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{10000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    ScratchFile file(folder.path("a.pdf"));
    EXPECT_THROW(
        {
            file.write(std::string(20000, 'x'));
            file.read_again();
        },
        OutputError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
}

TEST(ScratchFile, SaysWhereItCannotBe) {
    const test::TemporaryFolder folder;
    folder.write("f", "a file");
    EXPECT_THROW(ScratchFile(folder.path("f/g")), OutputError);
}

}  // namespace
}  // namespace casekeeper

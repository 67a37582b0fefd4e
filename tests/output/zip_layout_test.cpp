// SPDX-License-Identifier: MIT
#include "output/zip_layout.h"

#include <gtest/gtest.h>

#include "support/made_documents.h"

namespace casekeeper {
namespace {

using Strings = std::vector<std::string>;

const std::string archive = test::zip_of({{"a.txt", "some words"}, {"b/c.txt", "more"}}, "a comment");

TEST(ZipLayout, BelongsToItsFilesWhereNothingIsAdded) {
    const auto layout = zip_layout(archive);
    ASSERT_TRUE(layout);
    EXPECT_EQ(layout->local_names, (Strings{"a.txt", "b/c.txt"}));
    EXPECT_EQ(layout->gaps, Strings{});
    EXPECT_TRUE(zip_layout(test::zip_of({{"only.txt", ""}})));
}

TEST(ZipLayout, FindsWhatIsPutBehindIt) {
    EXPECT_EQ(zip_layout(archive + "behind")->gaps, Strings{"behind"});
}

TEST(ZipLayout, FindsAFileThatTheTableNoLongerNames) {
    // The count of files says one; the first row is the first file.
    std::string shorter = archive;
    const std::size_t end = shorter.rfind("PK\x05\x06");
    shorter[end + 8] = shorter[end + 10] = 1;
    const auto layout = zip_layout(shorter);
    ASSERT_TRUE(layout);
    ASSERT_EQ(layout->gaps.size(), 2U);
    EXPECT_NE(layout->gaps[0].find("b/c.txt"), std::string::npos);
}

TEST(ZipLayout, IsNothingWhereItIsDamaged) {
    EXPECT_FALSE(zip_layout(""));
    EXPECT_FALSE(zip_layout("PK"));
    EXPECT_FALSE(zip_layout(archive.substr(0, archive.size() - 20)));
    for (std::size_t at = 0; at < archive.size(); ++at) {
        std::string changed = archive;
        changed[at] = static_cast<char>(~changed[at]);
        const auto layout = zip_layout(changed);
        EXPECT_TRUE(!layout || layout->local_names.size() <= 2) << at;
    }
}

}  // namespace
}  // namespace casekeeper

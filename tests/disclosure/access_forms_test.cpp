// SPDX-License-Identifier: MIT
#include "disclosure/access_forms.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

class AccessFormsTest : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy(CASEKEEPER_SOURCE "/config/letters", folder.path("letters"));
    }
    std::size_t mistakes() const {
        std::vector<Finding> findings;
        LetterTemplates::read(folder.path(), access_forms(), findings);
        return findings.size();
    }
    TemporaryFolder folder;
};

TEST_F(AccessFormsTest, KnowTheMarksOfTheShippedLetters) {
    EXPECT_EQ(mistakes(), 0U);
}

// What tells nothing of a record has no mark for anything of one.
TEST_F(AccessFormsTest, KnowOnlyTheMarksOfTheirLetter) {
    folder.write("letters/access_not_entitled.txt", "# No\n\n{{ABOUT}} {{REASON}}\n");
    EXPECT_EQ(mistakes(), 2U);
    folder.write("letters/access_for_someone_dead.txt", "# No\n\n{{ABOUT}}\n");
    EXPECT_EQ(mistakes(), 3U);
    folder.write("letters/access_consent.txt", "# May we?\n\n{{ABOUT}} {{RECEIVED_ON}} {{PART}}\n");
    EXPECT_EQ(mistakes(), 6U);
}

}  // namespace
}  // namespace casekeeper::test

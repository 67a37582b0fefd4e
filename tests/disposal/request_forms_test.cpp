// SPDX-License-Identifier: MIT
#include "disposal/request_forms.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class RequestFormsTest : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy(CASEKEEPER_SOURCE "/config/letters", folder.path("letters"));
    }
    std::size_t mistakes() const {
        std::vector<Finding> findings;
        LetterTemplates::read(folder.path(), request_forms(), findings);
        return findings.size();
    }
    TemporaryFolder folder;
};

TEST_F(RequestFormsTest, KnowTheMarksOfTheShippedLetters) {
    EXPECT_EQ(mistakes(), 0U);
}

// What tells nothing of a record has no mark for anything of one.
TEST_F(RequestFormsTest, KnowOnlyTheMarksOfTheirLetter) {
    folder.write("letters/deletion_not_entitled.txt", "# No\n\n{{#KEPT}}\n{{/KEPT}}\n{{ABOUT}}\n");
    EXPECT_EQ(mistakes(), 3U);
    folder.write("letters/deletion_recipient.txt", "# No\n\n{{SALUTATION}}\n");
    EXPECT_EQ(mistakes(), 4U);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "reports/privacy_statement_forms.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

TEST(PrivacyStatementForms, KnowTheMarksOfTheShippedTexts) {
    std::vector<Finding> findings;
    LetterTemplates::read(CASEKEEPER_SOURCE "/config", notice_forms(), findings);
    EXPECT_TRUE(findings.empty()) << findings.front().file << ":" << findings.front().line << " "
                                  << findings.front().message;
}

TEST(PrivacyStatementForms, SayWhereAMarkIsNotKnown) {
    const TemporaryFolder folder;
    std::filesystem::copy(CASEKEEPER_SOURCE "/config/letters", folder.path("letters"));
    folder.write("letters/notice_child.txt", "# A page\n\n{{TRUST}} {{HOLD}}\n");
    std::vector<Finding> findings;
    LetterTemplates::read(folder.path(), notice_forms(), findings);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().file, "letters/notice_child.txt");
    EXPECT_EQ(findings.front().line, 3);
}

}  // namespace
}  // namespace casekeeper::test

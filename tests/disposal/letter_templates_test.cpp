// SPDX-License-Identifier: MIT
#include "disposal/letter_templates.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class LetterTemplatesTest : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy(CASEKEEPER_SOURCE "/config/letters", folder.path("letters"));
    }
    // "FILE:LINE: message" of each mistake.
    std::vector<std::string> mistakes() const {
        std::vector<Finding> findings;
        LetterTemplates::read(folder.path(), findings);
        std::vector<std::string> said;
        for (const Finding& one : findings)
            said.push_back(one.file + ":" + std::to_string(one.line) + ": " + one.message);
        return said;
    }
    TemporaryFolder folder;
};

TEST_F(LetterTemplatesTest, TakesEveryShippedLetter) {
    EXPECT_TRUE(mistakes().empty()) << mistakes().front();
    std::set<std::string> used;
    for (int i = 0; i < letter_kinds; ++i)
        used.insert(to_text(static_cast<LetterKind>(i)) + std::string(".txt"));
    std::set<std::string> shipped;
    for (const auto& file : std::filesystem::directory_iterator(folder.path("letters")))
        shipped.insert(file.path().filename());
    EXPECT_EQ(shipped, used);
}

TEST_F(LetterTemplatesTest, SaysFileAndLineOfAMistake) {
    folder.write("letters/deletion_granted.txt", "# Done\n\n{{SALUTATION}}\n\n{{ADDRESS}}\n");
    EXPECT_EQ(mistakes(),
              std::vector<std::string>{"letters/deletion_granted.txt:5: this letter knows no {{ADDRESS}}"});
    const auto use = [&] { LetterTemplates::ready(folder.path()); };
    EXPECT_EQ(error_of(use),
              "78: " + folder.path("letters/deletion_granted.txt") + ":5: this letter knows no {{ADDRESS}}");
    EXPECT_EQ(hint_of(use), "mend the line, then: casekeeper check");
}

// What tells nothing of a record has no mark for anything of one.
TEST_F(LetterTemplatesTest, KnowsOnlyTheMarksOfEachLetter) {
    folder.write("letters/deletion_not_entitled.txt", "# No\n\n{{#KEPT}}\n{{/KEPT}}\n{{ABOUT}}\n");
    EXPECT_EQ(mistakes().size(), 3U);
    folder.write("letters/deletion_recipient.txt", "# No\n\n{{SALUTATION}}\n");
    EXPECT_EQ(mistakes().size(), 4U);
}

TEST_F(LetterTemplatesTest, ReplacesAMissingLetterByNothing) {
    std::filesystem::remove(folder.path("letters/request_extension.txt"));
    ASSERT_EQ(mistakes().size(), 1U);
    EXPECT_TRUE(mistakes().front().starts_with("letters/request_extension.txt:0: there is no such letter"))
        << mistakes().front();
    const auto use = [&] { LetterTemplates::ready(folder.path()); };
    EXPECT_EQ(error_of(use), "78: there is no " + folder.path("letters/request_extension.txt"));
    EXPECT_NE(hint_of(use).find("cp /usr/local/share/casekeeper/config/letters/request_extension.txt " +
                                folder.path() + "/letters/"),
              std::string::npos)
        << hint_of(use);
}

}  // namespace
}  // namespace casekeeper::test

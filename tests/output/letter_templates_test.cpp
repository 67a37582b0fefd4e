// SPDX-License-Identifier: MIT
#include "output/letter_templates.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class LetterTemplatesTest : public testing::Test {
protected:
    void SetUp() override {
        folder.write("letters/answer.txt", "# Done\n\n{{SALUTATION}},\n\nit is done: {{WHAT}}\n");
        folder.write("letters/refusal.txt", "# No\n\n{{SALUTATION}}\n");
    }
    // "FILE:LINE: message" of each mistake.
    std::vector<std::string> mistakes() const {
        std::vector<Finding> findings;
        LetterTemplates::read(folder.path(), forms, findings);
        std::vector<std::string> said;
        for (const Finding& one : findings)
            said.push_back(one.file + ":" + std::to_string(one.line) + ": " + one.message);
        return said;
    }
    LetterSettings settings() const {
        return {"The Trust", "", LetterTemplates::ready(folder.path(), forms)};
    }

    const std::vector<LetterForm> forms = {{"answer", {"SALUTATION", "WHAT"}}, {"refusal", {"SALUTATION"}}};
    const LetterValues values = {{{"SALUTATION", "Dear Zoë"}, {"WHAT", "all"}}, {}};
    TemporaryFolder folder;
};

TEST_F(LetterTemplatesTest, ReadsTheLetterOfEachForm) {
    EXPECT_TRUE(mistakes().empty());
    EXPECT_EQ(settings().templates.of("answer").words(values), "Done\n\nDear Zoë,\n\nit is done: all\n\n");
    EXPECT_EQ(settings().templates.of("refusal").words(values), "No\n\nDear Zoë\n\n");
}

TEST_F(LetterTemplatesTest, SaysFileAndLineOfAMistake) {
    folder.write("letters/answer.txt", "# Done\n\n{{SALUTATION}}\n\n{{ADDRESS}}\n");
    EXPECT_EQ(mistakes(), std::vector<std::string>{"letters/answer.txt:5: this letter knows no {{ADDRESS}}"});
    EXPECT_EQ(error_of([&] { settings(); }),
              "78: " + folder.path("letters/answer.txt") + ":5: this letter knows no {{ADDRESS}}");
    EXPECT_EQ(hint_of([&] { settings(); }), "mend the line, then: casekeeper check");
}

TEST_F(LetterTemplatesTest, KnowsOnlyTheMarksOfEachForm) {
    folder.write("letters/refusal.txt", "# No\n\n{{WHAT}}\n");
    EXPECT_EQ(mistakes(), std::vector<std::string>{"letters/refusal.txt:3: this letter knows no {{WHAT}}"});
}

TEST_F(LetterTemplatesTest, ReplacesAMissingLetterByNothing) {
    std::filesystem::remove(folder.path("letters/refusal.txt"));
    ASSERT_EQ(mistakes().size(), 1U);
    EXPECT_TRUE(mistakes().front().starts_with("letters/refusal.txt:0: there is no such letter"))
        << mistakes().front();
    EXPECT_EQ(error_of([&] { settings(); }), "78: there is no " + folder.path("letters/refusal.txt"));
    EXPECT_EQ(hint_of([&] { settings(); }),
              "copy the default: cp /usr/local/share/casekeeper/config/letters/refusal.txt " + folder.path() +
                  "/letters/");
}

TEST_F(LetterTemplatesTest, WritesAPrivateFileAndANewOneOnlyWhereNoneIs) {
    const std::string file = folder.path("answer.html");
    write_new_letter(settings(), "answer", values, file);
    EXPECT_EQ(mode_of(file), "600");
    EXPECT_NE(bytes_of(file).find("Dear Zoë,"), std::string::npos);
    EXPECT_EQ(error_of([&] { write_new_letter(settings(), "answer", values, file); }),
              "73: " + file + " is there already");
    write_letter(settings(), "refusal", values, file);
    EXPECT_NE(bytes_of(file).find("No"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test

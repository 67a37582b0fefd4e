// SPDX-License-Identifier: MIT
#include "custody/pseudonym.h"

#include <algorithm>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class PseudonymTest : public testing::Test {
protected:
    static bool shares_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
            return std::find(b.begin(), b.end(), one) != b.end();
        });
    }
    Record somebody(const std::string& more) const {
        return record(R"({"type":"person","id":"P1","family_name":"O'Brien")" + more + "}");
    }
    // Can a person's row be found by what somebody remembers?
    bool found(const std::string& more, const std::string& given, const std::string& family,
               const std::string& born = "2001-02-03") const {
        return shares_one(pseudonyms.of_person(somebody(more)), pseudonyms.of_name(given, family, born));
    }
    TemporaryFolder folder;
    Pseudonyms pseudonyms{folder.path("keys")};
    const std::string zoe = R"(,"given_names":"Zoë Anne","date_of_birth":"2001-02-03")";
};

TEST_F(PseudonymTest, APersonIsFoundByTheirNameHoweverItIsWritten) {
    EXPECT_TRUE(found(zoe, "Zoë Anne", "O'Brien"));
    EXPECT_TRUE(found(zoe, "zoe", "OBRIEN"));
    EXPECT_TRUE(found(zoe, "anne zoe", "o\u2019brien"));
}

TEST_F(PseudonymTest, AndByFormerNames) {
    const std::string renamed = zoe + R"(,"former_names":["Zoë Anne Murphy"])";
    EXPECT_TRUE(found(renamed, "Zoe", "Murphy"));
    EXPECT_TRUE(found(renamed, "Zoe", "O'Brien"));
}

TEST_F(PseudonymTest, ButNotByAnotherNameOrBirth) {
    EXPECT_FALSE(found(zoe, "Zoe", "Murphy"));
    EXPECT_FALSE(found(zoe, "Zara", "O'Brien"));
    EXPECT_FALSE(found(zoe, "Zoe", "O'Brien", "2001-02-04"));
}

TEST_F(PseudonymTest, WhoseBirthIsNotKnownToTheDayHasNone) {
    EXPECT_TRUE(pseudonyms.of_person(somebody(R"(,"given_names":"Zoë")")).empty());
    EXPECT_TRUE(pseudonyms.of_person(somebody(R"(,"given_names":"Zoë","date_of_birth":"2001-02")")).empty());
}

TEST_F(PseudonymTest, AnotherKeyNamesEverythingOtherwise) {
    const Pseudonyms other(folder.path("other"));
    EXPECT_NE(other.of_record("person", "P1"), pseudonyms.of_record("person", "P1"));
    EXPECT_FALSE(shares_one(other.of_person(somebody(zoe)), pseudonyms.of_person(somebody(zoe))));
}

TEST_F(PseudonymTest, TheSameKeyNamesItTheSame) {
    const Pseudonyms again(folder.path("keys"));
    EXPECT_EQ(again.of_record("person", "P1"), pseudonyms.of_record("person", "P1"));
    EXPECT_EQ(pseudonyms.of_record("person", "P1").size(), 32U);
}

TEST_F(PseudonymTest, TypesDoNotMix) {
    EXPECT_NE(pseudonyms.of_record("person", "1"), pseudonyms.of_record("involvement", "1"));
}

TEST_F(PseudonymTest, TheKeyIsForItsOwnerAlone) {
    EXPECT_EQ(mode_of(folder.path("keys/register.key")), "600");
    EXPECT_EQ(mode_of(folder.path("keys")), "700");
}

TEST_F(PseudonymTest, AFileThatIsNoKeyIsRefused) {
    folder.write("keys/register.key", "not a key\n");
    EXPECT_EQ(error_of([&] { Pseudonyms(folder.path("keys")); }),
              "78: the key file " + folder.path("keys/register.key") + " is no key");
}

}  // namespace
}  // namespace casekeeper::test

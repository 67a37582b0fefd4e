// SPDX-License-Identifier: MIT
#include "policy/roles.h"

#include <gtest/gtest.h>

#include "base/errors.h"

namespace casekeeper::test {
namespace {

Roles roles(const std::string& toml) {
    std::vector<Finding> findings;
    const Roles read = Roles::read(toml, "roles.toml", findings);
    EXPECT_TRUE(findings.empty()) << findings.front().message;
    return read;
}

std::vector<std::string> mistakes(const std::string& toml) {
    std::vector<Finding> findings;
    Roles::read(toml, "roles.toml", findings);
    std::vector<std::string> texts;
    for (const Finding& one : findings)
        texts.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.message);
    return texts;
}

TEST(Roles, AreGivenToAccounts) {
    const Actor ruth = roles("[accounts]\nruth = [\"reviewer\", \"dpo\"]\n").actor("ruth", "");
    EXPECT_EQ(ruth.roles, (std::set<Role>{Role::reviewer, Role::dpo}));
    EXPECT_TRUE(ruth.has_any({Role::auditor, Role::dpo}));
    EXPECT_FALSE(ruth.has_any({Role::records_officer, Role::practitioner}));
    EXPECT_EQ(ruth.to_text(), "ruth");
}

TEST(Roles, AnAccountWithoutAnEntryHasNone) {
    EXPECT_TRUE(roles("[accounts]\nruth = [\"reviewer\"]\n").actor("rob", "").roles.empty());
}

TEST(Roles, SayUnderWhichIdRecordsNameSomebody) {
    const Roles read = roles("[accounts]\nruth = [\"reviewer\"]\n[professionals]\nruth = \"W17\"\n");
    EXPECT_EQ(read.actor("ruth", "").professional, "W17");
    EXPECT_EQ(read.actor("rob", "").professional, "");
}

TEST(Roles, WhoeverActsUnderANameIsTheProfessionalOfThatName) {
    const Roles read = roles(
        "allow_acting_as = true\n[acting]\n\"Rita Reid\" = [\"reviewer\"]\n"
        "[professionals]\nroot = \"W1\"\n\"Rita Reid\" = \"W2\"\n");
    const Actor rita = read.actor("root", "Rita Reid");
    EXPECT_EQ(rita.professional, "W2");
    EXPECT_EQ(rita.to_text(), "Rita Reid (account root)");
}

TEST(Roles, NobodyActsUnderANameWhereItIsNotAllowed) {
    EXPECT_THROW(roles("[acting]\nrita = [\"reviewer\"]\n").actor("root", "rita"), Refused);
    EXPECT_THROW(roles("allow_acting_as = true\n").actor("root", "rita"), Refused);
}

TEST(Roles, RefuseWhatIsNoRole) {
    const std::vector<std::string> said = mistakes("[accounts]\nruth = [\"boss\"]\n");
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said.front(),
              "2:9 unknown role \"boss\": say records-officer, reviewer, practitioner, dpo or auditor");
}

TEST(Roles, RefuseProfessionalsThatAreNone) {
    EXPECT_EQ(mistakes("professionals = \"W17\"\n").size(), 1U);
    EXPECT_EQ(mistakes("[professionals]\nruth = 17\n").size(), 1U);
    EXPECT_EQ(mistakes("[professionals]\nruth = [\"W17\"]\n").size(), 1U);
    EXPECT_EQ(mistakes("[professional]\nruth = \"W17\"\n").size(), 1U);
}

}  // namespace
}  // namespace casekeeper::test

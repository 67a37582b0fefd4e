// SPDX-License-Identifier: MIT
#include "custody/basic_set.h"

#include "support/small_world.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

using Names = std::set<std::string>;

class BasicSetTest : public testing::Test {
protected:
    // The rule `less` of plans beside another rule.
    Reduction reduction(const std::string& what, const std::string& other) {
        const CaseWorld small =
            world(rule("less", "plan", "until = \"closed + 1y\"\naction = \"minimise\"\n" + what) + other +
                      rule("rest", "*", "default = true\nuntil = \"closed + 6y\""),
                  "");
        const int less = small.schedule().find("less").value();
        return basic_set(small.schedule().rules[static_cast<std::size_t>(less)], small.schedule(), service_);
    }
    static std::string other(const std::string& service, const std::string& lines) {
        return rule("other", service, lines);
    }
    int service_ = *small_services().find("plan");
};

TEST_F(BasicSetTest, KeepsWhatTheRuleNames) {
    const Reduction set = reduction("keep = [\"team\", \"topic\"]", "");
    EXPECT_FALSE(set.names_what_goes);
    EXPECT_EQ(set.names, (Names{"team", "topic"}));
    EXPECT_EQ(set.needed, Names{});
}

TEST_F(BasicSetTest, RemovesWhatTheRuleNames) {
    const Reduction set = reduction("remove = [\"account\"]", "");
    EXPECT_TRUE(set.names_what_goes);
    EXPECT_EQ(set.names, Names{"account"});
}

TEST_F(BasicSetTest, NeedsTheEventsThatAnotherRuleCountsFrom) {
    EXPECT_EQ(
        reduction("keep = [\"team\"]", other("plan", "until = \"later-of(visited, closed) + 20y\"")).needed,
        Names{"visited"});
}

TEST_F(BasicSetTest, NeedsTheRolesAndAttributesThatConditionsRead) {
    EXPECT_EQ(reduction("keep = [\"team\"]", other("plan",
                                                   "until = \"death@leader + 20y\"\n"
                                                   "if = \"recorded(praised) and not (way = plain)\""))
                  .needed,
              (Names{"leader", "praised", "way"}));
}

TEST_F(BasicSetTest, NeedsNothingOfRulesForOtherServices) {
    EXPECT_EQ(reduction("keep = [\"team\"]", other("visit", "until = \"visited + 20y\"")).needed, Names{});
}

TEST_F(BasicSetTest, NeedsWhatAnyRuleReadsWhereTheServiceIsUnknown) {
    service_ = -1;
    EXPECT_EQ(reduction("keep = [\"team\"]", other("visit", "until = \"visited + 20y\"")).needed,
              Names{"visited"});
}

}  // namespace
}  // namespace casekeeper::test

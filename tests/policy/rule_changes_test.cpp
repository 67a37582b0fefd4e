// SPDX-License-Identifier: MIT
#include "policy/rule_changes.h"

#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

const std::string looked_after = rule("id = \"a\"");
const std::string club = rule("id = \"b\"\nservices = [\"youth-club\"]");

// "everybody", or the services.
std::string changes(const std::string& before, const std::string& after) {
    const ServiceCatalogue services = catalogue();
    const RuleChanges changes = rule_changes(read_schedule(head + before + rest).schedule, services,
                                             read_schedule(head + after + rest).schedule, services);
    if (changes.everybody) return "everybody";
    std::string text;
    for (const std::string& service : changes.services) text += (text.empty() ? "" : " ") + service;
    return text;
}

TEST(RuleChanges, AreNoneWhereEveryRuleSaysTheSame) {
    EXPECT_EQ(changes(looked_after + club, looked_after + club), "");
    EXPECT_EQ(changes(looked_after + club, "# moved down\n\n" + looked_after + "\n" + club), "");
}

TEST(RuleChanges, ConcernTheServicesOfARuleThatSaysSomethingElse) {
    EXPECT_EQ(changes(looked_after + club, looked_after + rule("id = \"b\"\nservices = [\"youth-club\"]\n"
                                                               "until = \"closed + 7y\"")),
              "youth-club");
    for (const char* more : {"if = \"died\"", "covers = \"person\"", "not_while = \"open(*)\"",
                             "bound = \"at-least\"", "action = \"review\"", "approvals = 2"})
        EXPECT_EQ(changes(looked_after, rule(std::string("id = \"a\"\n") + more)), "looked-after") << more;
}

TEST(RuleChanges, ConcernTheServicesOfARuleAddedOrRemoved) {
    EXPECT_EQ(changes(looked_after, looked_after + club), "youth-club");
    EXPECT_EQ(changes(looked_after + club, looked_after), "youth-club");
}

TEST(RuleChanges, ConcernTheServicesOfBothVersions) {
    EXPECT_EQ(
        changes(rule("id = \"a\"\nservices = [\"care\"]"), rule("id = \"a\"\nservices = [\"youth-club\"]")),
        "care-order looked-after youth-club");
}

TEST(RuleChanges, ConcernEverybodyWhereARuleIsForEveryService) {
    EXPECT_EQ(
        changes(looked_after, looked_after + rule("id = \"all\"\nservices = [\"*\"]\naction = \"minimise\"\n"
                                                  "keep = [\"name\"]")),
        "everybody");
}

// On the same day the earlier in the file wins.
TEST(RuleChanges, ConcernEverybodyWhereRulesChangePlaces) {
    EXPECT_EQ(changes(looked_after + club, club + looked_after), "everybody");
}

TEST(RuleChanges, ConcernEverybodyWhereTheHeadSaysSomethingElseOfDays) {
    const ServiceCatalogue services = catalogue();
    const RetentionSchedule before = read_schedule(std::string(head) + rest).schedule;
    const auto everybody = [&](const std::string& more) {
        const RetentionSchedule after = read_schedule(head + more + "\n" + rest).schedule;
        return rule_changes(before, services, after, services).everybody;
    };
    EXPECT_TRUE(everybody("financial_year_starts = \"04-06\""));
    EXPECT_TRUE(everybody("academic_year_starts = \"08-01\""));
    EXPECT_TRUE(everybody("holds_after_answer = \"1y\""));
    EXPECT_FALSE(everybody("holds_after_answer = \"6m\""));
    EXPECT_FALSE(everybody("expires = 2027-10-31"));
}

TEST(RuleChanges, ConcernEverybodyWhereTheCatalogueIsAnother) {
    std::vector<Finding> findings;
    const ServiceCatalogue other = ServiceCatalogue::read(
        std::string(small_catalogue) + "groups = [\"open-to-all\"]\n", "catalogue.toml", findings);
    const RetentionSchedule schedule = read_schedule(std::string(head) + rest).schedule;
    EXPECT_TRUE(rule_changes(schedule, catalogue(), schedule, other).everybody);
    EXPECT_FALSE(rule_changes(schedule, catalogue(), schedule, catalogue()).everybody);
}

}  // namespace
}  // namespace casekeeper::test

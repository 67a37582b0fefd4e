// SPDX-License-Identifier: MIT
#include "policy/settings.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

std::vector<std::string> mistakes(const std::string& toml) {
    std::vector<Finding> findings;
    Settings::read(toml, "casekeeper.toml", findings);
    std::vector<std::string> texts;
    for (const Finding& one : findings)
        texts.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.message);
    return texts;
}

DisposalSettings disposal(const std::string& toml) {
    std::vector<Finding> findings;
    return Settings::read("[disposal]\n" + toml, "casekeeper.toml", findings).disposal;
}

TEST(Settings, WithoutADisposalSectionHaveTheDocumentedDefaults) {
    const DisposalSettings settings;
    EXPECT_TRUE(settings.enabled);
    EXPECT_EQ(settings.cooling_off_days, 7);
    EXPECT_EQ(settings.approvals_lapse_days, 90);
}

TEST(Settings, ReadTheDisposalSection) {
    const DisposalSettings settings = disposal(
        "enabled = false\ncooling_off_days = 3\napprovals_lapse_days = 30\nmost_a_night = 5\nshare_a_night = "
        "0.5\n"
        "backup_months = 24\nmedia = \"tape\"\nnotices = \"/n\"\nbundles = \"/b\"\n");
    EXPECT_FALSE(settings.enabled);
    EXPECT_EQ(settings.cooling_off_days, 3);
    EXPECT_EQ(settings.approvals_lapse_days, 30);
    EXPECT_EQ(settings.most_a_night, 5);
    EXPECT_EQ(settings.share_a_night, 0.5);
    EXPECT_EQ(settings.backup_months, 24);
    EXPECT_EQ(settings.media + settings.notices + settings.bundles, "tape/n/b");
}

TEST(Settings, ReadTheNoticeSection) {
    std::vector<Finding> findings;
    const StatementSettings statement =
        Settings::read("[notice]\nofficer = \"A\"\nwhere = \"B\"\nabroad = \"C\"\ntalk_to = [\"D\", \"E\"]\n",
                       "casekeeper.toml", findings)
            .statement;
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(statement.officer + statement.where + statement.abroad, "ABC");
    EXPECT_EQ(statement.talk_to, (std::vector<std::string>{"D", "E"}));
    EXPECT_EQ(Settings().statement.where, "on our own computers, in the United Kingdom");
    EXPECT_EQ(mistakes("[notice]\nwhere = \"\"\n").size(), 1U);
    EXPECT_EQ(mistakes("[notice]\nwho = \"x\"\n").size(), 1U);
}

TEST(Settings, TheCapIsTheLesserOfNumberAndShareButForSmallStores) {
    DisposalSettings settings;
    EXPECT_EQ(settings.cap(10), 50);
    EXPECT_EQ(settings.cap(20000), 200);
    EXPECT_EQ(settings.cap(1000000), 1000);
    settings.most_a_night = 0;
    EXPECT_EQ(settings.cap(10), 0);
}

TEST(Settings, RefuseWhatCannotBeMeant) {
    EXPECT_EQ(mistakes("[disposal]\ncooling_off_days = -1\n"),
              std::vector<std::string>{"2:20 cooling_off_days is a number of days from 0 to 365"});
    EXPECT_EQ(mistakes("[disposal]\nshare_a_night = 2\n"),
              std::vector<std::string>{
                  "2:17 share_a_night is a share from 0 to 1, e.g. 0.01 for one record in a hundred"});
    EXPECT_EQ(mistakes("[disposal]\nenable = true\n").size(), 1U);
    EXPECT_EQ(mistakes("disposal = 3\n").size(), 1U);
}

TEST(Settings, ApprovalsOutliveTheCoolingOff) {
    EXPECT_EQ(mistakes("[disposal]\ncooling_off_days = 90\n").size(), 1U);
    EXPECT_EQ(mistakes("[disposal]\ncooling_off_days = 89\n").size(), 0U);
}

TEST(Settings, TakeEveryBoundOfDisposalItself) {
    for (const char* line :
         {"cooling_off_days = 0", "approvals_lapse_days = 8", "most_a_night = 0", "share_a_night = 0",
          "share_a_night = 1", "share_a_night = 1.0", "backup_months = 0", "backup_months = 1200"})
        EXPECT_EQ(mistakes(std::string("[disposal]\n") + line + "\n"), std::vector<std::string>{}) << line;
    for (const char* line : {"cooling_off_days = 366", "approvals_lapse_days = 0", "most_a_night = -1",
                             "share_a_night = -0.1", "share_a_night = nan", "backup_months = 1201",
                             "enabled = \"no\"", "enabled = 0", "most_a_night = \"many\"", "media = 3"})
        EXPECT_EQ(mistakes(std::string("[disposal]\n") + line + "\n").size(), 1U) << line;
}

TEST(Settings, AShareOfNothingStillLetsFiftyGo) {
    DisposalSettings settings;
    settings.share_a_night = 0;
    EXPECT_EQ(settings.cap(1000000), 50);
    settings.share_a_night = 0.01;
    EXPECT_EQ(settings.cap(5100), 51);
    EXPECT_EQ(settings.cap(5199), 51);
}

TEST(Settings, TheNightReviewsBeforeItDestroysAndReportsLast) {
    EXPECT_EQ(Settings().jobs,
              (std::vector<std::string>{"retention", "requests", "access", "packs", "disposal-review",
                                        "disposal", "recording", "register", "report"}));
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// That there was a service can be what is kept back: neither a pack nor a privacy statement names it then, by its
// own name or by the name of the rule that keeps the rest for its sake, nor what was destroyed of one.
#include <filesystem>

#include "support/access_world.h"
#include "support/letter_checks.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class ServicesKeptBack : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + folder.path("packs") + "\"\n");
        configure("retention_schedule.toml",
                  "[schedule]\ntitle = \"Small\"\nversion = \"1\"\n" +
                      rule("placed", "A child who was placed", "adoption-placement", "60y",
                           "covers = \"person\"\n") +
                      rule("panel", "Files of the panel", "prevent-channel", "1y") +
                      rule("mentors", "Notes of mentors", "mentoring", "1y") +
                      rule("need", "Help for a child in need", "child-in-need", "30y") +
                      rule("rest", "All the rest", "*", "20y", "default = true\n"));
    }
    static std::string rule(const std::string& id, const std::string& title, const std::string& service,
                            const std::string& kept, const std::string& more = "") {
        return "[[rule]]\nid = \"" + id + "\"\ntitle = \"" + title + "\"\nservices = [\"" + service +
               "\"]\nuntil = \"closed + " + kept +
               "\"\nauthority = \"local policy\"\nbasis = \"business\"\n" + more;
    }
    void load_placed_child() const {
        load({person("P1", "2005-05-04"),
              involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
              involvement("I2", "P1", "adoption-placement", "2019-09-01", "2021-09-01"),
              involvement("I3", "P1", "mentoring", "2020-01-01", "2021-09-01"),
              entry("E1", "I1", "played table tennis, and won")});
        EXPECT_LE(run({"nightly"}).code, 1);
    }
    // Of a child in need, who had a mentor, and whom a panel spoke of: of both nothing is left.
    void load_and_destroy() const {
        const auto on = [](const char* text) { return parse_date(text).value(); };
        load(
            {person("P1", "1995-05-04"), involvement("I1", "P1", "child-in-need", "2011-09-01", "2013-09-01"),
             entry("E1", "I1", "played table tennis, and won", "", "note", "2012-03-04"),
             involvement("I2", "P1", "prevent-channel", "2012-09-01", "2013-09-01"),
             involvement("I3", "P1", "mentoring", "2011-09-01", "2012-09-01")},
            on("2026-10-01"));
        night(on("2026-10-20"));
        for (const std::string& number : sql("select cast(number as text) from proposal"))
            done("rita", {"disposal", "approve", number}, on("2026-10-21"));
        night(today);
        ASSERT_EQ(sql_value("select count(*) from involvement"), "1");
    }
    void withhold_whole(const std::string& item) const {
        done("dana", deciding("R1", R"({"item":")" + item + R"(","rule":"crime"})",
                              with({"--withhold"}, recorded_for("crime"))));
    }
    std::string persons_copy() const {
        done("dana", assembling("R1"));
        for (const auto& one : fs::directory_iterator(folder.path("packs")))
            return bytes_of(one.path().string() + "/persons-copy-1.txt");
        return "";
    }
    std::string statement() const {
        return done("petra", {"notice", "--person", "P1", "--format", "json"}).out;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ServicesKeptBack);

TEST_P(ServicesKeptBack, TheRuleThatKeepsTheRestForItsSakeIsNotNamedInThePack) {
    load_placed_child();
    open_and_review("R1", "P1", {"--wanted", "text"});
    if (row("R1", "involvement:I2", "crime") == "{}") withhold_whole("involvement:I2");
    finish("R1");
    const std::string text = in_one_line(persons_copy());
    EXPECT_TRUE(has(text, "Child in need"));
    EXPECT_TRUE(has(text, "until 1 September 2081. Why so long: it goes together with other parts")) << text;
    EXPECT_FALSE(has(text, "who was placed")) << text;
    EXPECT_FALSE(has(text, "lacement for adoption"));
}

TEST_P(ServicesKeptBack, WhatWasDestroyedOfOneIsToldWithoutItsName) {
    load_and_destroy();
    open_and_review("R1", "P1", {"--wanted", "text"});
    finish("R1");
    const std::string text = in_one_line(persons_copy());
    EXPECT_TRUE(has(text, "(Notes of mentors)")) << text;
    EXPECT_TRUE(has(text,
                    "A part of the record, 2012 to 2013: destroyed on 23 November 2026 because its time to "
                    "be kept was over. Certificate"))
        << text;
    EXPECT_FALSE(has(text, "Files of the panel")) << text;
    EXPECT_FALSE(has(text, "Channel"));
}

TEST_P(ServicesKeptBack, APersonsStatementNamesNoneThatAPersonKeptBackOrIsStillToWeigh) {
    load_placed_child();
    EXPECT_TRUE(has(statement(), R"("involvement":"I3")"));
    open_and_review("R1", "P1", {"--wanted", "text"});
    withhold_whole("involvement:I3");
    const std::string text = statement();
    EXPECT_FALSE(has(text, R"("involvement":"I3")")) << text;
    EXPECT_FALSE(has(text, "entoring"));
    EXPECT_FALSE(has(text, "Notes of mentors"));
    EXPECT_TRUE(has(text, R"("not_named":2)")) << text;
    EXPECT_TRUE(has(text, R"("involvement":"I1")"));
    // What is shown is named.
    done("dana", deciding("R1", R"({"item":"involvement:I3","rule":"crime"})", {"--show"}));
    EXPECT_TRUE(has(statement(), R"("involvement":"I3")"));
}

}  // namespace
}  // namespace casekeeper::test

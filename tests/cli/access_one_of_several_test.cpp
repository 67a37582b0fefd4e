// SPDX-License-Identifier: MIT
//
// Where one part speaks of several people, what is decided or asked of one of them is not decided or asked of
// another; and no message has a name in it.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessOneOfSeveral : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        load(with(plain_record("1"),
                  {entry("E2", "I1", "rang", R"(,"mentions":[{"name":"Jane Roe"},{"name":"Ann Poe"}])"),
                   entry("L1", "I1", "on the order", R"(,"flags":["legal-advice"])", "email-received"),
                   entry("L2", "I1", "on the appeal", R"(,"flags":["legal-advice"])", "email-received")}));
        open_and_review("R1", "P1");
    }
    static Words of_entry() { return {"entry:E2", "--rule", "third-party"}; }
    static Words deciding_of(const Words& choice, const Words& what) {
        return with(with({"access", "decide", "R1"}, choice), with(what, {"--reason", "weighed"}));
    }
    std::string decision_on(const std::string& about) const {
        return word_at(row("R1", "entry:E2", "third-party", today, about), "decision");
    }
    Words withheld() const { return with({"--withhold"}, recorded_for("third-party")); }
};
CASEKEEPER_ON_SQLITE(AccessOneOfSeveral);

// ── Decisions ──

TEST_P(AccessOneOfSeveral, ADecisionOnTheRestLeavesWhatWasDecided) {
    done("dana", deciding_of(with(of_entry(), {"--about", "name:Jane Roe"}), {"--show"}));
    const Said said = done("dana", deciding_of(of_entry(), withheld()));
    EXPECT_EQ(decision_on("name:Jane Roe"), "show") << "it was decided by itself";
    EXPECT_EQ(decision_on("name:Ann Poe"), "withhold");
    EXPECT_TRUE(has(said.out, "1 decided")) << said;
    EXPECT_TRUE(has(said.out + said.err, "1 decided before")) << said;
}

TEST_P(AccessOneOfSeveral, WhoeverIsNamedIsDecidedAnew) {
    done("dana", deciding_of(of_entry(), {"--show"}));
    EXPECT_EQ(decision_on("name:Ann Poe"), "show") << "of both, where neither was decided";
    done("dana", deciding_of(with(of_entry(), {"--about", "name:Jane Roe"}), withheld()));
    EXPECT_EQ(decision_on("name:Jane Roe"), "withhold");
    EXPECT_EQ(decision_on("name:Ann Poe"), "show");
}

TEST_P(AccessOneOfSeveral, WhereAllWereDecidedNothingIsDecidedOver) {
    done("dana", deciding_of(of_entry(), {"--show"}));
    const Said said = expect_no("dana", deciding_of(of_entry(), withheld()), {77}, today, true);
    EXPECT_TRUE(has(said.err, "--about")) << said;
    EXPECT_FALSE(has(said.err, "Jane")) << said;
}

TEST_P(AccessOneOfSeveral, WhatIsAboutNobodyIsDecidedAnewByItsRule) {
    const Words of_rule = {"--rule", "legal-privilege"};
    done("dana", deciding_of(of_rule, {"--show"}));
    done("dana", deciding_of(of_rule, with({"--withhold"}, recorded_for("legal-privilege"))));
    EXPECT_EQ(decision("R1", "entry:L1", "legal-privilege"), "withhold");
    EXPECT_EQ(decision("R1", "entry:L2", "legal-privilege"), "withhold");
}

// ── Consent: who is asked in a letter is who may be asked ──

TEST_P(AccessOneOfSeveral, ALetterAsksNobodyWhoIsNotInIt) {
    const std::string written = folder.path("written");
    const auto asking = [&](const char* key) {
        return Words{"access", "consent", "R1", "--of", key, "--write", written};
    };
    for (const char* key : {"name:Nobody Here", "person:P99", "Jane"})
        expect_no("dana", asking(key), {64, 65});
    done("dana", asking("name:Jane Roe"));
}

TEST_P(AccessOneOfSeveral, ALetterAsksNobodyWhoMayBeAnother) {
    load({person("P7", "1990-02-02"), relationship("P1", "sibling", R"(,"other":"P7")"),
          entry("E3", "I1", "rang", R"(,"mentions":[{"name":"Marigold Haverford"}])")});
    review("R1");
    const std::string key = "name:Marigold Haverford (one of several)";
    ASSERT_TRUE(is_anything_about("R1", key)) << shown("R1");
    const Said said =
        expect_no("dana", {"access", "consent", "R1", "--of", key, "--write", folder.path("written")}, {77},
                  today, true);
    EXPECT_FALSE(has(said.err, "Marigold")) << said;
}

// ── No name in a message ──

TEST_P(AccessOneOfSeveral, NoNameIsInAMessage) {
    for (const Words& words :
         {Words{"access", "consent", "R1", "--of", "name:Jon Doe", "--asked", "2026-11-23"},
          Words{"access", "consent", "R1", "--of", "name:Jon Doe", "--write", folder.path("written")},
          Words{"access", "consent", "R1", "--of", "Jon Doe", "--given", "2026-11-23"},
          deciding_of({"--about", "name:Jon Doe"}, {"--show"}),
          deciding_of({"--about", "Jon Doe"}, {"--show"}), deciding_of({"name:Jon Doe"}, {"--show"}),
          deciding_of({"name:Jon Doe", "--rule", "third-party"}, withheld()),
          deciding_of({"entry:E2", "--rule", "third-party", "--about", "name:Jon Doe"}, {"--show"}),
          Words{"access", "sign", "R1", "--about", "name:Jon Doe"},
          Words{"access", "opinion", "R1", "--of", "Dr Vale", "--asked", "2026-11-23", "--items",
                "name:Jon Doe"}}) {
        const Said said = expect_no("dana", words, {64, 65});
        EXPECT_FALSE(has(said.err, "Jon") || has(said.err, "Doe")) << joined(words) << said;
    }
}

}  // namespace
}  // namespace casekeeper::test

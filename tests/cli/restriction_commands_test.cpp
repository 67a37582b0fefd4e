// SPDX-License-Identifier: MIT
#include <filesystem>

#include "cli/commands.h"
#include "support/disposal_world.h"

namespace casekeeper::test {
namespace {

constexpr const char* keys =
    "id kind authority reason from scope review_on released_on released_by release_reason told_on in_force "
    "automatic";

class RestrictionCommandsTest : public DisposalWorld {
protected:
    void SetUp() override {
        DisposalWorld::SetUp();
        if (IsSkipped()) return;
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                    "\" = [\"records-officer\"]\n[acting]\npia = [\"practitioner\"]\n"
                                    "rita = [\"reviewer\"]\ndana = [\"dpo\"]\nada = [\"auditor\"]\n");
        load({with_document(closed("A"), "A", "a letter"), closed("B")});
    }
    static Words place(const Words& what) {
        Words words = {"restrict", "place", "--ground", "accuracy", "--reason", "they say it was not them"};
        words.insert(words.end(), what.begin(), what.end());
        return words;
    }
    void restrict(const Words& what) const {
        const Said said = as("pia", place(what));
        ASSERT_EQ(said.code, 0) << said;
    }
    static Words lift(const std::string& id, const std::string& told) {
        return {"restrict", "lift", id, "--told", told, "--reason", "verified"};
    }
    Words export_to(const std::string& name, const Words& more = {}) const {
        Words words = {"export", "bundle", folder.path(name), "--reason", "move"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    bool is_there(const std::string& name) const { return std::filesystem::exists(folder.path(name)); }
};
CASEKEEPER_ON_BOTH_ENGINES(RestrictionCommandsTest);

TEST_P(RestrictionCommandsTest, PlacesListsAndLifts) {
    const Said placed = as("pia", place({"--items", "entry:E-A, document:D-A", "--format", "json"}));
    EXPECT_EQ(placed.code, 0) << placed;
    EXPECT_EQ(keys_of(placed.out), keys);
    EXPECT_NE(placed.out.find(R"*("kind":"restriction","authority":"UK GDPR Art 18(1)(a)")*"),
              std::string::npos);
    EXPECT_NE(placed.out.find(R"("scope":{"items":["entry:E-A","document:D-A"]},"review_on":"2026-12-23")"),
              std::string::npos)
        << placed;
    restrict({"--person", "B", "--review-on", "2027-02-01", "--id", "B-1"});

    const Words lines = lines_of(run({"restrict", "list", "--format", "json"}).out);
    ASSERT_EQ(lines.size(), 2U);
    for (const std::string& line : lines) EXPECT_EQ(keys_of(line), keys);
    EXPECT_EQ(json_text_at(lines[0], "id"), "B-1");
    EXPECT_EQ(json_text_at(lines[0], "review_on"), "2027-02-01");
    EXPECT_EQ(lines_of(run({"restrict", "list"}).out).back(),
              "H1\trestricted since 2026-11-23, to be looked at on 2026-12-23\tentry:E-A, document:D-A\t"
              "UK GDPR Art 18(1)(a): they say it was not them");

    const Said lifted = as("dana", lift("H1", "2026-11-23"));
    EXPECT_EQ(lifted.code, 0) << lifted;
    EXPECT_EQ(lines_of(run({"restrict", "list", "--in-force"}).out).size(), 1U);
    EXPECT_EQ(lines_of(run({"restrict", "list"}).out).back(),
              "H1\tlifted on 2026-11-23, told on 2026-11-23\tentry:E-A, document:D-A\t"
              "UK GDPR Art 18(1)(a): they say it was not them");
}

TEST_P(RestrictionCommandsTest, AsksForTheRoleOfEach) {
    for (const char* nobody : {"rita", "ada"})
        EXPECT_TRUE(is_error(as(nobody, place({"--person", "A"})), 77, "may not restrict records",
                             "practitioner or dpo"));
    restrict({"--person", "A"});
    EXPECT_EQ(as("dana", place({"--person", "A"})).code, 0);
    for (const char* nobody : {"pia", "rita"})
        EXPECT_TRUE(is_error(as(nobody, lift("H1", "2026-11-23")), 77, "may not lift a restriction", "dpo"));
    EXPECT_EQ(as("ada", {"restrict", "list"}).code, 0);
}

TEST_P(RestrictionCommandsTest, SaysWhatIsWrong) {
    EXPECT_TRUE(is_error(as("pia", place({})), 64, "a person's whole record or over parts", "--person P1"));
    EXPECT_TRUE(
        is_error(as("pia", place({"--items", "E-A"})), 64, "\"E-A\" names no involvement", "entry:E7"));
    EXPECT_TRUE(is_error(as("pia", place({"--items", "entry:E9"})), 65, "there is no entry:E9", ""));
    EXPECT_TRUE(
        is_error(as("pia", {"restrict", "place", "--person", "A", "--ground", "whim", "--reason", "r"}), 64,
                 "\"whim\" is no ground", "accuracy, unlawful, claims or objection"));
    EXPECT_TRUE(is_error(as("pia", place({"--person", "A", "--review-on", "soon"})), 64,
                         "--review-on \"soon\" is no day", "2026-11-30"));
    EXPECT_TRUE(is_error(as("pia", place({"--person", "A", "--request", "R9"})), 65, "no request \"R9\"",
                         "deletion list"));
    restrict({"--person", "A"});
    EXPECT_TRUE(is_error(as("dana", lift("H1", "2026-11-24")), 65, "still to come", "tell them first"));
    EXPECT_TRUE(is_error(as("dana", lift("H9", "2026-11-23")), 65, "no restriction \"H9\"", "restrict list"));
    EXPECT_TRUE(is_error(as("dana", {"restrict", "lift", "H1", "--reason", "r"}), 64,
                         "it is not said when the person was told", "--write DIR"));
    EXPECT_TRUE(is_error(as("dana", {"hold", "release", "H1", "--reason", "r"}), 77, "H1 is a restriction",
                         "casekeeper restrict lift H1 --told DATE --reason TEXT"));
    EXPECT_TRUE(is_error(run({"hold", "place", "--kind", "restriction", "--authority", "a", "--reason", "r",
                              "--persons", "A"}),
                         64, "by a command of its own", "casekeeper restrict place"));
}

TEST_P(RestrictionCommandsTest, WritesTheWordThatIsOwedBeforeItIsLifted) {
    restrict({"--items", "entry:E-A"});
    const Words write = {"restrict", "lift",           "H1", "--write", folder.path("out"),
                         "--reason", "it was verified"};
    EXPECT_EQ(as("pia", write).code, 77);
    const Said said = as("dana", write);
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_NE(bytes_of(folder.path("out/restriction.html")).find("it was verified"), std::string::npos);
    EXPECT_NE(said.err.find("casekeeper restrict lift H1 --told DATE --reason TEXT"), std::string::npos)
        << said;
    EXPECT_EQ(lines_of(run({"restrict", "list", "--in-force"}).out).size(), 1U);
}

TEST_P(RestrictionCommandsTest, LetsNothingLeaveUnasked) {
    restrict({"--items", "entry:E-A"});
    EXPECT_TRUE(is_error(run(export_to("all")), 77,
                         "1 part of these records is restricted (UK GDPR Art 18) by H1",
                         "--with-restricted"));
    EXPECT_TRUE(is_error(run(export_to("A", {"--person", "A"})), 77, "1 part of these records", ""));
    for (const char* name : {"all", "A"}) EXPECT_FALSE(is_there(name)) << name;
    EXPECT_EQ(sql_value("select cast(count(*) as text) from register_line where kind = 'export'"), "0");

    EXPECT_EQ(run(export_to("B", {"--person", "B"})).code, 0);
    const Said asked = run(export_to("asked", {"--with-restricted", "--format", "json"}));
    EXPECT_EQ(asked.code, 0) << asked;
    EXPECT_EQ(json_number_at(asked.out, "restricted"), 1);
    EXPECT_NE(asked.err.find("1 part of them is restricted"), std::string::npos) << asked;
    EXPECT_NE(sql_value("select line from register_line where kind = 'export' order by number desc limit 1")
                  .find(R"("restricted":1)"),
              std::string::npos);
    EXPECT_EQ(json_number_at(run(export_to("B2", {"--person", "B", "--format", "json"})).out, "restricted"),
              0);

    ASSERT_EQ(as("dana", lift("H1", "2026-11-23")).code, 0);
    EXPECT_EQ(run(export_to("all")).code, 0);
}

// Where nobody acts under another's name, as in a trial, what is restricted today is.
TEST_P(RestrictionCommandsTest, LetsNothingLeaveUnderAnEarlierDay) {
    restrict({"--items", "entry:E-A"});
    configure("roles.toml", "[accounts]\n\"" + this_account() + "\" = [\"records-officer\"]\n");
    EXPECT_TRUE(
        is_error(run(export_to("then", {"--as-of", "2020-01-01"})), 77, "1 part of these records", ""));
    EXPECT_FALSE(is_there("then"));
}

// Transfer and archive: what is restricted is held, so that nobody is asked to hand it over.
TEST_P(RestrictionCommandsTest, PacksNothingRestrictedForAReceiver) {
    load({closed("C", "child-in-need"), closed("D", "mentoring")});
    ASSERT_EQ(run({"nightly"}).code, 0);
    ASSERT_NE(proposal_of("C"), "-");
    approve("C");
    restrict({"--items", "entry:E-C"});
    restrict({"--items", "involvement:I-D"});
    ASSERT_LE(run({"nightly"}, night_of_end).code, 1);
    EXPECT_EQ(state_of(proposal_of("C")), "withdrawn");
    EXPECT_EQ(bundle_of(proposal_of("C")), "");
    EXPECT_EQ(state_of(proposal_of("D")), "withdrawn");
    EXPECT_EQ(sql_value("select cast(count(*) as text) from handover"), "0");
    EXPECT_NE(still_there().find("C D"), std::string::npos);
}

TEST_P(RestrictionCommandsTest, ShowsInTheMorningReport) {
    restrict({"--items", "entry:E-A"});
    ASSERT_LE(run({"nightly"}).code, 1);
    const std::string report = run({"report"}).out;
    EXPECT_NE(report.find("restriction"), std::string::npos);
    EXPECT_NE(report.find("1 item"), std::string::npos) << report;
    EXPECT_NE(report.find("23 December 2026"), std::string::npos) << report;
    EXPECT_NE(report.find("1 of them is a restriction (UK GDPR Art 18)"), std::string::npos) << report;
    EXPECT_NE(report.find("casekeeper restrict list --in-force"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

constexpr const char* hold_keys =
    "id kind authority reason from scope review_on released_on released_by release_reason told_on in_force";

class HoldCommandsTest : public ProgramTest {
protected:
    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        const Said said = run(
            {"import", "bundle",
             bundle(
                 {R"({"type":"person","id":"P1","family_name":"Rowe","date_of_birth":"1930-02-03"})",
                  R"({"type":"involvement","id":"I1","person":"P1","service":"looked-after","opened":"1940-01-01","closed":"1948-02-03"})",
                  R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"1941-01-01","account":"By the mill pond."})",
                  R"({"type":"person","id":"P2","family_name":"Haile"})",
                  R"({"type":"access_request","id":"A1","person":"P2","received_at":"2026-11-01"})"})});
        EXPECT_EQ(said.code, 0) << said;
    }
    static Words place(const Words& more) {
        Words words = {"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(HoldCommandsTest);

TEST_P(HoldCommandsTest, PreviewsPlacesListsAndReleases) {
    const Words scope = {"--words", "mill pond,weir", "--format", "json"};
    Words preview = {"hold", "preview"};
    preview.insert(preview.end(), scope.begin(), scope.end());
    const Said counted = run(preview);
    EXPECT_EQ(counted.code, 0) << counted;
    EXPECT_EQ(keys_of(counted.out), std::string(hold_keys) + " involvements people due review held");
    EXPECT_NE(counted.out.find(R"("involvements":1,"people":1,"due":1,"review":0,"held":0})"),
              std::string::npos)
        << counted;

    const Said placed = run(place(scope));
    EXPECT_EQ(placed.code, 0) << placed;
    EXPECT_EQ(keys_of(placed.out), std::string(hold_keys) + " involvements people due review held");
    EXPECT_NE(placed.out.find(R"({"id":"H1","kind":"police")"), std::string::npos);
    EXPECT_NE(placed.out.find(R"("scope":{"words":["mill pond","weir"]})"), std::string::npos) << placed;

    const Said listed = run({"hold", "list", "--format", "json"});
    const Words lines = lines_of(listed.out);
    ASSERT_EQ(lines.size(), 2U) << listed;
    for (const std::string& line : lines) EXPECT_EQ(keys_of(line), std::string(hold_keys) + " automatic");
    EXPECT_NE(lines[1].find(R"({"id":"access_request:A1","kind":"access-request")"), std::string::npos);

    EXPECT_EQ(lines_of(run({"retention", "list", "--outcome", "held"}).out).size(), 1U);
    const Said released = run({"hold", "release", "H1", "--reason", "ended"});
    EXPECT_EQ(released.code, 0) << released;
    EXPECT_EQ(lines_of(run({"hold", "list", "--in-force"}).out).size(), 1U);
    EXPECT_EQ(lines_of(run({"retention", "list", "--outcome", "held"}).out).size(), 0U);
    EXPECT_TRUE(is_error(run({"hold", "release", "H1", "--reason", "again"}), 77,
                         "hold H1 was released already, on 2026-11-23", "casekeeper hold list"));
}

TEST_P(HoldCommandsTest, ShowsAutomaticHoldsWhereverHoldsAreShown) {
    EXPECT_NE(run({"explain", "person:P2", "--format", "json"}).code, 65);
    ASSERT_EQ(
        run({"import", "bundle",
             bundle(
                 {R"({"type":"involvement","id":"I2","person":"P2","service":"looked-after","opened":"1940-01-01"})"})})
            .code,
        0);
    EXPECT_NE(run({"explain", "I2", "--format", "json"}).out.find(R"("holds":["access_request:A1"])"),
              std::string::npos);
    EXPECT_NE(run({"retention", "list", "--format", "json"}).out.find(R"("holds":["access_request:A1"])"),
              std::string::npos);
    ASSERT_EQ(run({"nightly"}).code, 0);
    EXPECT_NE(run({"report"}).out.find("1 access request"), std::string::npos);
}

TEST_P(HoldCommandsTest, TakesListsWithCommasAndRepeatedOptions) {
    ASSERT_EQ(run({"import", "bundle", bundle({R"({"type":"person","id":"P3,4","family_name":"X"})"})}).code,
              0);
    const Said placed = run(place({"--persons", "P1, P2", "--persons", "P3,4", "--format", "json"}));
    EXPECT_NE(placed.out.find(R"("scope":{"persons":["P1","P2","P3,4"]})"), std::string::npos) << placed;
}

TEST_P(HoldCommandsTest, SaysWhatIsWrong) {
    EXPECT_TRUE(is_error(run(place({})), 64, "an empty scope", "--persons"));
    EXPECT_TRUE(is_error(run(place({"--persons", ""})), 64, "an empty scope", "--persons"));
    EXPECT_TRUE(is_error(run(place({"--persons", "P9"})), 65, "there is no person P9", "retention list"));
    EXPECT_TRUE(is_error(run(place({"--persons", "P1", "--from", "2026-02-30"})), 64,
                         "--from \"2026-02-30\" is no day", "2026-11-30"));
    EXPECT_TRUE(
        is_error(run(place({"--persons", "P1", "--review-on", "2026-01-01"})), 65, "lies before", ""));
    EXPECT_TRUE(is_error(run({"hold", "place", "--persons", "P1"}), 64, "hold place needs --kind", ""));
    EXPECT_TRUE(is_error(run({"hold", "release", "H1"}), 64, "hold release needs --reason", ""));
    EXPECT_TRUE(
        is_error(run({"hold", "release", "H1", "--reason", "x"}), 65, "there is no hold", "hold list"));
    EXPECT_TRUE(
        is_error(run({"hold", "release", "access_request:A1", "--reason", "x"}), 77, "by itself", ""));
}

TEST_P(HoldCommandsTest, AsksForTheRoleOfEach) {
    roles("\"reviewer\"");
    EXPECT_TRUE(
        is_error(run(place({"--persons", "P1"})), 77, "may not place a hold", "records-officer or dpo"));
    roles("\"records-officer\"");
    EXPECT_EQ(run(place({"--persons", "P1"})).code, 0);
    EXPECT_TRUE(is_error(run({"hold", "release", "H1", "--reason", "x"}), 77, "may not release a hold",
                         "reviewer or dpo"));
    roles("\"dpo\"");
    EXPECT_EQ(run({"hold", "release", "H1", "--reason", "x"}).code, 0);
    roles("\"auditor\"");
    EXPECT_EQ(run({"hold", "list"}).code, 0);
    EXPECT_EQ(run({"hold", "preview", "--persons", "P1"}).code, 0);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// E12 of domain/worked_cases.csv (UK GDPR Art 18(1)(a), Art 16): a young person disputes the accuracy of an
// early-help note and asks for its deletion: restricted while that is looked into; then put right, annotated
// or erased. By the commands.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class DisputedAccuracyWorkedCase : public DeletionWorld {
protected:
    void SetUp() override {
        DeletionWorld::SetUp();
        if (IsSkipped()) return;
        load({person("P-E12", "2009-10-10"),
              involvement("I-E12", "P-E12", "early-help", "2024-01-10", "2025-11-30"),
              note("E-E12", "I-E12", "2024-02-01", "was late every day")});
        open("R1", "P-E12");
        know("R1");
        done("petra", {"restrict", "place", "--items", "entry:E-E12", "--ground", "accuracy", "--reason",
                       "the attendance is being checked with the school", "--id", "RS1"});
        assess("R1");
    }
    void lift() const {
        done("dana", {"restrict", "lift", "RS1", "--told", "2026-12-02", "--reason", "it was checked"},
             day("2026-12-03"));
    }
    // The note in an export, where whoever reads it finds what was said beside it.
    std::string exported() const {
        const std::string to = folder.path("exported");
        std::filesystem::remove_all(to);
        const Said said =
            run({"export", "bundle", to, "--person", "P-E12", "--with-restricted", "--reason", "a look"});
        EXPECT_EQ(said.code, 0) << said;
        if (said.code != 0) return "";
        std::string text;
        for (const auto& file : std::filesystem::directory_iterator(to))
            if (file.is_regular_file()) text += bytes_of(file.path());
        return text;
    }
    std::string open_correction() const {
        const Said said = done("petra", {"correction", "open", "--person", "P-E12", "--items", "entry:E-E12",
                                         "--statement", "I was on time in May", "--format", "json"});
        const std::string id = json_text_at(said.out, "request");
        done("petra", {"correction", "verify-identity", id, "--known", "--how", "known for years"});
        return id;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisputedAccuracyWorkedCase);

TEST_P(DisputedAccuracyWorkedCase, E12TheRestrictionIsSeenAndNothingIsFreeMeanwhile) {
    const Said listed = done("ada", {"restrict", "list", "--in-force", "--format", "json"});
    ASSERT_EQ(lines_of(listed.out).size(), 1U) << listed;
    EXPECT_TRUE(has(listed.out, "Art 18(1)(a)")) << "accuracy is contested: " << listed;
    EXPECT_TRUE(has(listed.out, "entry:E-E12")) << listed;
    bool found = false;
    for (const std::string& one : json_items_at(shown("R1"), "items")) {
        if (!has(json_text_at(one, "reason"), "restricted")) continue;
        found = true;
        EXPECT_EQ(json_text_at(one, "verdict"), "person-decides") << one;
    }
    EXPECT_TRUE(found) << shown("R1");
}

TEST_P(DisputedAccuracyWorkedCase, E12NothingGoesWhileItIsRestricted) {
    warn_and_confirm("R1");
    for (const std::string& one : json_items_at(shown("R1"), "items"))
        decide("R1", {"--delete", json_text_at(one, "id")});
    EXPECT_EQ(state_of("R1"), "granted");
    night(after_cooling_off);
    EXPECT_EQ(ids("entry"), "E-E12") << "kept, and used for nothing, until that is lifted";
    EXPECT_TRUE(is_no(as("dana", {"restrict", "lift", "RS1", "--reason", "it was checked"}), {64}))
        << "the person is told before (Art 18(3))";
}

TEST_P(DisputedAccuracyWorkedCase, E12AnnotatedIsOneEnd) {
    const std::string correction = open_correction();
    done("dana", {"correction", "decide", correction, "--part", "--reason", "the school has May only",
                  "--text", "The school's register shows no lateness in May 2024"});
    const std::string text = exported();
    EXPECT_TRUE(has(text, "was late every day")) << "what was written stays: " << text;
    EXPECT_TRUE(has(text, "The school's register shows no lateness in May 2024")) << text;
    EXPECT_TRUE(has(text, R"("kind":"correction")")) << text;
    const std::string state =
        json_text_at(done("ada", {"correction", "show", correction, "--format", "json"}).out, "state");
    EXPECT_EQ(state, "partly-refused");
    done("petra", {"deletion", "withdraw", "R1", "--reason", "content with the note beside it"});
    EXPECT_EQ(state_of("R1"), "withdrawn");
    lift();
    night(day("2027-01-15"));
    EXPECT_EQ(ids("entry"), "E-E12");
}

TEST_P(DisputedAccuracyWorkedCase, E12ErasedIsAnother) {
    lift();
    EXPECT_EQ(done("ada", {"restrict", "list", "--in-force", "--format", "json"}, day("2026-12-03")).out, "");
    night(day("2026-12-04"));
    EXPECT_EQ(verdict("R1", "involvement:I-E12"), "free") << "the night has looked again";
    warn_and_confirm("R1", day("2026-12-04"));
    decide("R1", {"--delete", "all-free"}, day("2026-12-04"));
    EXPECT_EQ(state_of("R1"), "granted");
    night(day("2026-12-10"));
    EXPECT_EQ(ids("entry"), "E-E12") << "it is cooling off";
    night(day("2026-12-12"));
    EXPECT_EQ(ids("entry"), "");
    EXPECT_EQ(ids("person"), "");
}

// A correction that was refused takes nothing of the person's own words away (Art 16: a supplementary
// statement).
TEST_P(DisputedAccuracyWorkedCase, E12ARefusedCorrectionIsToldWithTheWaysToComplain) {
    const std::string correction = open_correction();
    done("dana", {"correction", "decide", correction, "--refuse", "--reason", "the register is right"});
    done("dana", {"correction", "notify", correction, "--write"});
    EXPECT_TRUE(has(said_in_letters(), "Information Commissioner")) << said_in_letters();
    done("dana", {"correction", "notify", correction, "--sent", "2026-11-23"});
    EXPECT_TRUE(has(exported(), "I was on time in May"))
        << "what they say stands beside it, or in the request: " << exported();
}

}  // namespace
}  // namespace casekeeper::test

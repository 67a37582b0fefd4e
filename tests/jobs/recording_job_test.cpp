// SPDX-License-Identifier: MIT
//
// The night's look at recording, by the program: what it counts, and that it stops no other job.
#include <gmock/gmock.h>

#include "base/json_read.h"
#include "support/program_test.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;

class RecordingJobTest : public ProgramTest {
protected:
    void load(const std::string& more = "") const {
        const Said said = run(
            {"import", "bundle",
             bundle(
                 {R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work"})",
                  R"({"type":"person","id":"P1","family_name":"Roe"})",
                  R"({"type":"involvement","id":"I1","person":"P1","service":"mentoring","opened":"2026-11-02","worker":"W1"})",
                  R"({"type":"entry","id":"E1","involvement":"I1","kind":"decision","occurred_at":"2026-11-18","recorded_at":"2026-11-18","author":"W1","decision":"x","decided_by":"M")" +
                      more + "}"})});
        ASSERT_LE(said.code, 1) << said;
    }
    // The job of a night, as JSON.
    std::string job(const Said& night) const {
        for (const std::string& one : json_items_at(night.out, "jobs"))
            if (json_text_at(one, "job") == "recording") return one;
        return "";
    }
    std::string counts() const {
        return sql_value("select counts from run_job where job = 'recording' order by run desc limit 1");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordingJobTest);

TEST_P(RecordingJobTest, CountsWhatItFoundAndWhatWasMended) {
    load();
    const Said first = run({"nightly", "--format", "json"});
    EXPECT_EQ(json_number_at(job(first), "handled"), 1) << first;
    EXPECT_THAT(counts(), HasSubstr("\"appeared\":1"));
    load(R"(,"reason":"y")");
    run({"nightly"}, day("2026-11-24"));
    EXPECT_THAT(counts(), HasSubstr("\"appeared\":0,\"reopened\":0,\"mended\":1"));
    EXPECT_EQ(json_number_at(job(run({"nightly", "--format", "json"}, day("2026-11-25"))), "handled"), 0);
}

TEST_P(RecordingJobTest, ADryRunWritesNothing) {
    load();
    run({"nightly", "--dry-run"});
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_finding"), "0");
}

TEST_P(RecordingJobTest, WhereBankHolidaysAreNotKnownItSaysSoAndFindsTheRest) {
    load();
    const Said night = run({"nightly", "--only", "recording"}, day("2029-11-24"));
    EXPECT_EQ(night.code, 0) << "nothing was due in working days: " << night;
    run({"import", "bundle",
         bundle(
             {R"({"type":"entry","id":"E2","involvement":"I1","kind":"note","occurred_at":"2029-11-18","author":"W1"})"})},
        day("2029-11-24"));
    const Said after = run({"nightly", "--only", "recording"}, day("2029-11-24"));
    EXPECT_EQ(after.code, 1) << after;
    EXPECT_THAT(after.out, HasSubstr("bank_holidays.toml knows the bank holidays of"));
    EXPECT_EQ(sql_value("select cast(count(*) as text) from recording_finding where rule = 'decision'"), "1");
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "disposal/requests_night.h"

#include "support/request_world.h"

namespace casekeeper::test {
namespace {

class RequestsNightTest : public RequestWorld {
protected:
    static std::string loaded(const std::string& id, const std::string& more = "") {
        return R"({"type":"deletion_request","id":")" + id +
               R"(","person":"Quill","received_at":"2026-11-01")" + more + "}";
    }
    std::string counted(const RequestsRefreshed& done) {
        return std::to_string(done.opened) + " opened, " + std::to_string(done.assessed) + " assessed, " +
               std::to_string(done.voided) + " voided";
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RequestsNightTest);

TEST_P(RequestsNightTest, TakesUpWhatCameByALoadAndDecidesNothing) {
    load_due({quill(), {loaded("R7"), loaded("R8", R"(,"answered_on":"2026-11-10")")}});
    EXPECT_EQ(counted(refresh()), "1 opened, 0 assessed, 0 voided");
    EXPECT_EQ(state("R7"), "received") << "whether they may ask a person finds out";
    EXPECT_EQ(state("R8"), "notified") << "it was answered elsewhere";
    EXPECT_EQ(counted(refresh()), "0 opened, 0 assessed, 0 voided");
}

TEST_P(RequestsNightTest, PreparesTheAssessmentOnceItIsKnownThatTheyMayAsk) {
    load_due({quill()});
    const std::string request = open();
    EXPECT_EQ(counted(refresh()), "0 opened, 0 assessed, 0 voided");
    known(request);
    EXPECT_EQ(counted(refresh()), "0 opened, 1 assessed, 0 voided");
    EXPECT_EQ(state(request), "assessed");
    EXPECT_EQ(verdicts(DeletionStore(database()).items(request)), "involvement:C1 free");
    const std::string before = everything();
    EXPECT_EQ(counted(refresh()), "0 opened, 0 assessed, 0 voided");
    EXPECT_EQ(everything(), before) << "a night in which nothing changed writes nothing";
}

TEST_P(RequestsNightTest, VoidsWarningConfirmationAndDecisionWhereFactsChanged) {
    load_due({quill()});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    load({entry("E9", "C1", R"(,"occurred_at":"2019-06-01","account":"came late")")});
    EXPECT_EQ(counted(refresh()), "0 opened, 1 assessed, 1 voided");
    EXPECT_EQ(state(request), "assessed");
    EXPECT_FALSE(DeletionStore(database()).items(request).front().decision);
    EXPECT_EQ(sql_value("select cast(count(*) as text) from register_line where kind = 'deletion-reassess'"),
              "1");
}

TEST_P(RequestsNightTest, AHoldThatComesVoidsNothingAndOneThatGoesDoes) {
    load_due({quill()});
    const std::string request = confirmed();
    load({hold("H1", R"({"involvements":["C1"]})")});
    EXPECT_EQ(counted(refresh()), "0 opened, 1 assessed, 0 voided");
    EXPECT_EQ(state(request), "confirmed");
    EXPECT_EQ(verdicts(DeletionStore(database()).items(request)), "involvement:C1 claims");
    load({hold("H1", R"({"involvements":["C1"]})", R"(,"review_on":"2026-12-01")")});
    sql("update hold set released_on = '2026-11-22' where id = 'H1'");
    renew();
    close();
    EXPECT_EQ(counted(refresh()), "0 opened, 1 assessed, 1 voided") << "nobody was warned that it may go";
    EXPECT_EQ(state(request), "assessed");
}

TEST_P(RequestsNightTest, ADryRunChangesNothing) {
    load_due({quill(), {loaded("R7")}});
    const std::string before = everything();
    const ScheduleInForce in_force = schedule_in_force(database());
    RequestsRefresh order;
    order.day = today;
    order.at = "2026-11-23T03:00:00Z";
    order.actor = "night";
    order.dry_run = true;
    EXPECT_EQ(refresh_requests(database(), in_force, settings, registered().pseudonyms(), order).opened, 1);
    EXPECT_EQ(everything(), before);
}

}  // namespace
}  // namespace casekeeper::test

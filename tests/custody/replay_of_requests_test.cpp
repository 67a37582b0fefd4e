// SPDX-License-Identifier: MIT
//
// After a restore: what was deleted on request is deleted again, part by part, and its request asks nobody
// again (worked case E13).
#include <filesystem>

#include "custody/replay.h"
#include "support/request_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class ReplayOfRequestsTest : public RequestWorld {
protected:
    // Carries a request out, then puts back the store as it was before.
    void carry_out_and_restore(const std::string& request) {
        registered().bring_mirror_up_to_date();
        close();
        renew();
        fs::copy_file(url().location, folder.path("back-up.db"));
        ASSERT_EQ(carry_out(request, cooled_off), "done");
        registered().bring_mirror_up_to_date();
        close();
        renew();
        for (const char* more : {"", "-wal", "-shm"}) fs::remove(url().location + more);
        fs::copy_file(folder.path("back-up.db"), url().location);
    }
    ReplayResult replayed() {
        const ScheduleInForce in_force = schedule_in_force(database());
        return replay(database(), in_force, registered(),
                      {false, cooled_off, "2026-12-02T05:00:00Z", "ruth", documents(), rules});
    }
};
CASEKEEPER_ON_SQLITE(ReplayOfRequestsTest);

TEST_P(ReplayOfRequestsTest, AWholeRecordIsDeletedAgain) {
    load_due({quill(true)});
    const std::string request = confirmed({"involvement:C1"});
    decide(request, {"involvement:C1"});
    carry_out_and_restore(request);
    ASSERT_EQ(there(), "C1 E1 E2 N1");
    EXPECT_EQ(replayed().kept, 0);
    EXPECT_EQ(there(), "N1");
    EXPECT_EQ(rows("deletion_request"), "0");
    EXPECT_EQ(state(request), "executed");
    refresh(cooled_off);
    EXPECT_EQ(state(request), "executed") << "nobody is asked again";
    expect_counts_agree();
}

TEST_P(ReplayOfRequestsTest, PartsAreDeletedAgainAndTheRestStays) {
    folder.write("bundle/plan.txt", "a plan of two");
    load_due({quill(),
              {person("Rook"), involvement("C2", "Rook", R"(,"service":"youth-club")"),
               R"({"type":"document","id":"D1","entry":"E1","file":"plan.txt","also_in":["C2"]})"}});
    const std::string request = confirmed({"entry:E1", "entry:E2"});
    decide(request, {"entry:E1", "document:D1"}, {"entry:E2"});
    carry_out_and_restore(request);
    ASSERT_EQ(there().substr(0, 5), "C1 C2");
    const ReplayResult result = replayed();
    EXPECT_EQ(result.kept, 0);
    const std::string now = there();
    EXPECT_EQ(now.find("E1 "), std::string::npos) << now;
    EXPECT_NE(now.find("E2"), std::string::npos) << now;
    EXPECT_NE(now.find("D1"), std::string::npos) << "it lies in another record too: " << now;
    EXPECT_EQ(state(request), "executed");
    EXPECT_EQ(replayed().records.size(), 0U) << "and not twice";
    expect_counts_agree();
}

}  // namespace
}  // namespace casekeeper::test

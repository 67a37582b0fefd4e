// SPDX-License-Identifier: MIT
#include "store/write_turns.h"

#include <atomic>
#include <future>
#include <thread>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class WriteTurnsTest : public StoreTest {};
CASEKEEPER_ON_BOTH_ENGINES(WriteTurnsTest);

// A hold is placed while the night writes unit upon unit.
TEST_P(WriteTurnsTest, WhoeverWaitsBeginsBetweenTwoUnitsOfWork) {
    Database& night = database();
    const std::unique_ptr<Database> other = another();
    std::atomic<bool> had_a_turn = false;
    const auto waiting = std::async(std::launch::async, [&] {
        UnitOfWork work(*other, UnitOfWork::Kind::write);
        had_a_turn = true;
        work.commit();
    });
    int units = 0;
    for (; units < 100 && !had_a_turn; ++units) {
        UnitOfWork work(night, UnitOfWork::Kind::write);
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        work.commit();
        let_others_write(night);
    }
    waiting.wait();
    EXPECT_LT(units, 50);
}

}  // namespace
}  // namespace casekeeper::test

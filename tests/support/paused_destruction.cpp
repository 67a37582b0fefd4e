// SPDX-License-Identifier: MIT
#include "support/paused_destruction.h"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace casekeeper::test {
namespace {

using namespace std::chrono_literals;
constexpr auto good_while = 300ms;
constexpr auto at_most = 20s;

std::atomic<bool> reached{false};
std::atomic<bool> go_on{true};

void stand_still(sqlite3_context* context, int, sqlite3_value**) {
    reached = true;
    for (const auto until = std::chrono::steady_clock::now() + at_most;
         !go_on && std::chrono::steady_clock::now() < until;)
        std::this_thread::sleep_for(5ms);
    sqlite3_result_int(context, 1);
}

// Every connection that is opened from now on knows stand_still().
int teach(sqlite3* connection, const char**, const sqlite3_api_routines*) {
    return sqlite3_create_function(connection, "stand_still", 0, SQLITE_UTF8, nullptr, stand_still, nullptr,
                                   nullptr);
}

using Extension = void (*)();

// Holds a lock of its own that others can see, and waits for a row.
constexpr const char* trigger_function =
    "create function stand_still() returns trigger language plpgsql as $$ begin "
    "perform pg_advisory_xact_lock(4711, hashtext(current_schema())); "
    "for i in 1..1000 loop exit when exists (select 1 from go_on); perform pg_sleep(0.02); end loop; "
    "return old; end $$";

}  // namespace

void PausedDestruction::SetUp() {
    reached = false;
    go_on = true;
    if (!on_postgresql()) sqlite3_auto_extension(reinterpret_cast<Extension>(teach));
    GateWorld::SetUp();
}

void PausedDestruction::TearDown() {
    go_on = true;
    if (destruction_.valid()) destruction_.wait();
    if (!on_postgresql()) sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(teach));
    GateWorld::TearDown();
}

void PausedDestruction::pause_in_the_middle() {
    go_on = false;
    if (!on_postgresql()) {
        sql("create trigger middle before delete on involvement begin select stand_still(); end");
        return;
    }
    sql("create table go_on (one integer)");
    sql(trigger_function);
    sql("create trigger middle before delete on involvement for each row execute function stand_still()");
}

bool PausedDestruction::stands_still() const {
    if (!on_postgresql()) return reached;
    return sql_value(
               "select cast(count(*) as text) from pg_locks where locktype = 'advisory' and classid = 4711 "
               "and objid = cast(mod(cast(hashtext(current_schema()) as bigint) + 4294967296, 4294967296) as "
               "oid)") == "1";
}

void PausedDestruction::start(const Proposal& proposal) {
    pause_in_the_middle();
    gate();  // with all it needs, before there are two threads
    destruction_ = std::async(std::launch::async, [this, proposal] { return outcome_of(proposal); });
    for (const auto until = std::chrono::steady_clock::now() + at_most;
         !stands_still() && std::chrono::steady_clock::now() < until;)
        std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(stands_still());
}

std::string PausedDestruction::finish() {
    if (on_postgresql()) sql("insert into go_on (one) values (1)");
    go_on = true;
    return destruction_.get();
}

bool PausedDestruction::waits(const std::future<std::string>& something) {
    return something.wait_for(good_while) == std::future_status::timeout;
}

}  // namespace casekeeper::test

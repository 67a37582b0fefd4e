// SPDX-License-Identifier: MIT
#include "store/run_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

// A process of its own that takes the lock and keeps it until it is killed.
class OtherRun {
public:
    explicit OtherRun(const StoreUrl& url) {
        int ready[2];
        EXPECT_EQ(::pipe(ready), 0);
        child_ = ::fork();
        if (child_ == 0) {
            // Neither returns nor lets a failed check speak in the child.
            try {
                const std::unique_ptr<Database> database = Database::open(url, Opening::existing);
                const RunLock lock(*database, "nightly");
                (void)!::write(ready[1], "y", 1);
                for (;;) ::pause();
            } catch (const Error&) {
                (void)!::write(ready[1], "n", 1);
            }
            ::_exit(0);
        }
        char answer = 'n';
        EXPECT_EQ(::read(ready[0], &answer, 1), 1);
        has_lock_ = answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherRun() { kill(); }
    OtherRun(const OtherRun&) = delete;
    OtherRun& operator=(const OtherRun&) = delete;

    bool has_lock() const { return has_lock_; }
    pid_t process() const { return child_; }
    void kill() {
        if (child_ <= 0) return;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        child_ = 0;
    }

private:
    pid_t child_ = 0;
    bool has_lock_ = false;
};

class RunLockTest : public StoreTest {
protected:
    std::string locking() {
        return error_of([&] { const RunLock lock(database(), "nightly"); });
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RunLockTest);

class FileRunLockTest : public RunLockTest {};
CASEKEEPER_ON_SQLITE(FileRunLockTest);

TEST_P(RunLockTest, IsHeldByOneRunAtATime) {
    database();
    const std::unique_ptr<Database> other = another();
    const RunLock lock(*other, "nightly");
    EXPECT_EQ(locking().substr(0, 34),
              "75: another run holds the store" + std::string(on_postgresql() ? " po" : ": n"));
}

TEST_P(RunLockTest, IsLetGoAtTheEnd) {
    database();
    { const RunLock lock(database(), "nightly"); }
    EXPECT_EQ(locking(), "done");
    const std::unique_ptr<Database> other = another();
    EXPECT_EQ(error_of([&] { const RunLock lock(*other, "import"); }), "done");
}

TEST_P(RunLockTest, IsRefusedToAnotherProcess) {
    database();
    close();
    OtherRun other(url());
    ASSERT_TRUE(other.has_lock());
    EXPECT_EQ(locking().substr(0, 3), "75:");
    EXPECT_EQ(hint_of([&] { const RunLock lock(database(), "nightly"); }), "try again when it has finished");
}

TEST_P(RunLockTest, IsFreeOnceTheOtherProcessIsKilled) {
    database();
    close();
    OtherRun other(url());
    ASSERT_TRUE(other.has_lock());
    other.kill();
    // A server may need a moment to see that its client is gone.
    std::string said = locking();
    for (int i = 0; i < 100 && said != "done"; ++i) {
        ::usleep(20000);
        said = locking();
    }
    EXPECT_EQ(said, "done");
}

TEST_P(RunLockTest, OfOneStoreLeavesAnotherAlone) {
    database();
    const RunLock lock(database(), "nightly");
    if (on_postgresql()) {
        sql("create schema other_store_" + std::to_string(::getpid()));
        const std::string name = "other_store_" + std::to_string(::getpid());
        StoreUrl url = this->url();
        url.location = url.location.substr(0, url.location.find("%3D")) + "%3D" + name;
        {
            const std::unique_ptr<Database> other = Database::open(url, Opening::create);
            EXPECT_EQ(error_of([&] { const RunLock second(*other, "nightly"); }), "done");
        }
        sql("drop schema " + name + " cascade");
    } else {
        const std::unique_ptr<Database> other =
            Database::open({false, folder.path("other.db")}, Opening::create);
        EXPECT_EQ(error_of([&] { const RunLock second(*other, "nightly"); }), "done");
    }
}

TEST_P(FileRunLockTest, NamesWhoHoldsIt) {
    database();
    close();
    OtherRun other(url());
    ASSERT_TRUE(other.has_lock());
    EXPECT_EQ(locking(),
              "75: another run holds the store: nightly, process " + std::to_string(other.process()));
}

TEST_P(FileRunLockTest, KnowsThatADeadRunLeftIt) {
    database();
    close();
    OtherRun other(url());
    ASSERT_TRUE(other.has_lock());
    other.kill();
    EXPECT_TRUE(RunLock(database(), "nightly").was_stale());
    EXPECT_FALSE(RunLock(database(), "nightly").was_stale());
}

TEST_P(FileRunLockTest, IsAFileForThisAccountOnly) {
    database();
    const RunLock lock(database(), "nightly");
    EXPECT_EQ(mode_of(url().location + ".lock"), "600");
}

TEST_P(FileRunLockTest, FollowsNoLink) {
    database();
    std::filesystem::create_symlink(folder.path("elsewhere"), url().location + ".lock");
    EXPECT_EQ(locking(), "73: cannot make the lock " + url().location + ".lock");
    EXPECT_FALSE(std::filesystem::exists(folder.path("elsewhere")));
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "base/separate_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <new>

#include "base/errors.h"

namespace casekeeper {
namespace {

using Moment = std::chrono::steady_clock::time_point;
constexpr int busy_machine = 4;  // times as long as on one that does nothing else
constexpr int exit_no_memory = 3;
constexpr int exit_broke_off = 4;
constexpr const char* try_later = "free some memory, or end other work, and try again";

// The address sanitizer's own tables are larger than any limit.
#ifdef __SANITIZE_ADDRESS__
constexpr bool memory_is_limited = false;
#else
constexpr bool memory_is_limited = true;
#endif

// ── In the process apart ──

// What is ended for its time is told so a second before it would be ended without a word.
void limit(int what, rlim_t most) {
    const struct rlimit limits { most, what == RLIMIT_CPU ? most + 1 : most };
    ::setrlimit(static_cast<__rlimit_resource_t>(what), &limits);
}

std::size_t memory_now() {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Nothing to disk, not even a core of what was in memory; nothing to the terminal.
void confine(const ProcessLimits& limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
    if (memory_is_limited) limit(RLIMIT_AS, memory_now() + limits.memory);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, standard);
}

bool write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A message is its length, eight bytes as this machine writes them, and its bytes.
void send(int to, std::string_view message) {
    const std::uint64_t length = message.size();
    std::array<char, sizeof length> head{};
    std::memcpy(head.data(), &length, sizeof length);
    if (!write_all(to, {head.data(), head.size()}) || !write_all(to, message)) ::_exit(exit_broke_off);
}

[[noreturn]] void work_apart(const ProcessLimits& limits, const std::function<void(const Say&)>& work,
                             int to) {
    confine(limits);
    int code = exit_broke_off;
    try {
        work([to](std::string_view message) { send(to, message); });
        code = 0;
    } catch (const std::bad_alloc&) {
        code = exit_no_memory;
    } catch (...) {
        code = exit_broke_off;
    }
    ::_exit(code);
}

// ── Here ──

// The process apart, ended and waited for whatever happens.
class Worker {
public:
    Worker(pid_t id, int from) : id_(id), from_(from) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        wait();
    }

    int from() const { return from_; }
    // Its exit code; 128 + the signal that ended it.
    int wait() {
        ::close(from_);
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t id_;
    int from_;
};

// Takes messages out of what has come; false where there come more bytes than may be said.
class Messages {
public:
    Messages(std::size_t most, const Say& hear) : most_(most), hear_(hear) {}

    bool take(std::string_view bytes) {
        all_ += bytes.size();
        if (all_ > most_) return false;
        waiting_ += bytes;
        std::size_t at = 0;
        std::uint64_t length = 0;
        while (waiting_.size() - at >= sizeof length) {
            std::memcpy(&length, waiting_.data() + at, sizeof length);
            if (length > most_) return false;
            if (waiting_.size() - at - sizeof length < length) break;
            hear_(std::string_view(waiting_).substr(at + sizeof length, length));
            at += sizeof length + length;
        }
        waiting_.erase(0, at);
        return true;
    }
    bool is_whole() const { return waiting_.empty(); }

private:
    std::size_t most_;
    const Say& hear_;
    std::size_t all_ = 0;
    std::string waiting_;
};

// Until there is something to read; false where the time is over.
bool ready(int from, Moment end) {
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now())
                .count();
        if (left <= 0) return false;
        pollfd one{from, POLLIN, 0};
        const int found = ::poll(&one, 1, static_cast<int>(std::min<long long>(left, 60'000)));
        if (found > 0) return true;
        if (found < 0 && errno != EINTR) return false;
    }
}

WorkEnded how_it_ended(int code, bool whole) {
    if (code == 128 + SIGXCPU) return WorkEnded::out_of_time;
    if (code == exit_no_memory) return WorkEnded::out_of_memory;
    return code == 0 && whole ? WorkEnded::well : WorkEnded::broke_off;
}

WorkEnded listen(Worker& worker, const ProcessLimits& limits, const Say& hear) {
    const Moment end = std::chrono::steady_clock::now() + limits.time * busy_machine;
    Messages messages(limits.said, hear);
    std::string block(1U << 16U, '\0');
    for (;;) {
        if (!ready(worker.from(), end)) return WorkEnded::out_of_time;
        const ssize_t read = ::read(worker.from(), block.data(), block.size());
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) return how_it_ended(worker.wait(), messages.is_whole());
        if (!messages.take(std::string_view(block).substr(0, static_cast<std::size_t>(read))))
            return WorkEnded::said_too_much;
    }
}

}  // namespace

std::string in_words(WorkEnded ended) {
    switch (ended) {
        case WorkEnded::well:
            return "it was read";
        case WorkEnded::broke_off:
            return "its reader broke off";
        case WorkEnded::out_of_time:
            return "reading it took too long";
        case WorkEnded::out_of_memory:
            return "reading it takes too much memory";
        case WorkEnded::said_too_much:
            return "it says more than may be read of one file";
    }
    throw std::invalid_argument("no such end");
}

WorkEnded run_apart(const ProcessLimits& limits, const std::function<void(const Say&)>& work,
                    const Say& hear) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw UnavailableError("cannot open a pipe", try_later);
    const pid_t id = ::fork();
    if (id == 0) {
        ::close(ends[0]);
        work_apart(limits, work, ends[1]);
    }
    ::close(ends[1]);
    if (id < 0) {
        ::close(ends[0]);
        throw UnavailableError("cannot start a process to read a file in", try_later);
    }
    Worker worker(id, ends[0]);
    return listen(worker, limits, hear);
}

}  // namespace casekeeper

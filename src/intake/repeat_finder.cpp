// SPDX-License-Identifier: MIT
#include "intake/repeat_finder.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <queue>
#include <string>
#include <type_traits>

#include "base/errors.h"

namespace casekeeper {
namespace {

constexpr std::size_t read_ahead = 4096;  // fingerprints of one run
static_assert(std::is_trivially_copyable_v<Fingerprint>);

[[noreturn]] void temporary_file_failed() {
    throw OutputError("cannot write or read a temporary file",
                      "name a folder with room: TMPDIR=/var/tmp casekeeper import ...");
}

int nameless_file() {
    std::error_code error;
    std::string path = (std::filesystem::temp_directory_path(error) / "casekeeper-XXXXXX").string();
    const int file = error ? -1 : ::mkstemp(path.data());
    if (file < 0) temporary_file_failed();
    ::unlink(path.c_str());
    return file;
}

void write_all(int file, const char* from, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(file, from, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) temporary_file_failed();
        from += written;
        size -= static_cast<std::size_t>(written);
    }
}

void read_all(int file, char* to, std::size_t size, std::size_t offset) {
    while (size > 0) {
        const ssize_t length = ::pread(file, to, size, static_cast<off_t>(offset));
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) temporary_file_failed();
        to += length;
        offset += static_cast<std::size_t>(length);
        size -= static_cast<std::size_t>(length);
    }
}

// Takes fingerprints in ascending order and keeps those that come again.
class Repeats {
public:
    void take(const Fingerprint& fingerprint) {
        const bool again = any_ && fingerprint == last_;
        if (again && (repeated_.empty() || repeated_.back() != fingerprint)) repeated_.push_back(fingerprint);
        last_ = fingerprint;
        any_ = true;
    }
    std::vector<Fingerprint> result() && { return std::move(repeated_); }

private:
    std::vector<Fingerprint> repeated_;
    Fingerprint last_;
    bool any_ = false;
};

}  // namespace

// One run, read a little ahead.
class RepeatFinder::RunReader {
public:
    RunReader(int file, Run run) : file_(file), run_(run) { advance(); }
    bool ended() const { return at_ == ahead_.size(); }
    const Fingerprint& value() const { return ahead_[at_]; }
    void advance() {
        if (at_ + 1 < ahead_.size()) {
            ++at_;
            return;
        }
        ahead_.resize(std::min(read_ahead, run_.end - run_.begin));
        read_all(file_, reinterpret_cast<char*>(ahead_.data()), ahead_.size() * sizeof(Fingerprint),
                 run_.begin * sizeof(Fingerprint));
        run_.begin += ahead_.size();
        at_ = 0;
    }

private:
    int file_;
    Run run_;
    std::vector<Fingerprint> ahead_;
    std::size_t at_ = 0;
};

RepeatFinder::RepeatFinder(std::size_t buffered) : buffered_(std::max<std::size_t>(buffered, 1)) {}

RepeatFinder::~RepeatFinder() {
    if (file_ >= 0) ::close(file_);
}

void RepeatFinder::add(const Fingerprint& fingerprint) {
    buffer_.push_back(fingerprint);
    if (buffer_.size() >= buffered_) write_run();
}

void RepeatFinder::write_run() {
    if (buffer_.empty()) return;
    if (file_ < 0) file_ = nameless_file();
    std::sort(buffer_.begin(), buffer_.end());
    write_all(file_, reinterpret_cast<const char*>(buffer_.data()), buffer_.size() * sizeof(Fingerprint));
    const std::size_t begin = runs_.empty() ? 0 : runs_.back().end;
    runs_.push_back({begin, begin + buffer_.size()});
    buffer_.clear();
}

std::vector<Fingerprint> RepeatFinder::repeated_in_memory() {
    std::sort(buffer_.begin(), buffer_.end());
    Repeats repeats;
    for (const Fingerprint& fingerprint : buffer_) repeats.take(fingerprint);
    return std::move(repeats).result();
}

std::vector<Fingerprint> RepeatFinder::repeated() {
    if (runs_.empty()) return repeated_in_memory();
    write_run();
    buffer_.shrink_to_fit();
    std::vector<RunReader> readers;
    for (const Run& run : runs_) readers.emplace_back(file_, run);
    const auto later = [](const RunReader* a, const RunReader* b) { return b->value() < a->value(); };
    std::priority_queue<RunReader*, std::vector<RunReader*>, decltype(later)> next(later);
    for (RunReader& reader : readers) next.push(&reader);
    Repeats repeats;
    while (!next.empty()) {
        RunReader* reader = next.top();
        next.pop();
        repeats.take(reader->value());
        reader->advance();
        if (!reader->ended()) next.push(reader);
    }
    return std::move(repeats).result();
}

}  // namespace casekeeper

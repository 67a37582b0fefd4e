// SPDX-License-Identifier: MIT
#include "output/book_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

constexpr std::size_t piece = 1U << 16U;
constexpr char mark_begins = '\x01';  // no printable text holds one of these
constexpr char mark_ends = '\x02';

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "df -h; its folder must be writable by this account");
}

// New, in the place of what a crash may have left there.
int open_new(const std::string& path, const std::string& ending, int flags) {
    const std::string name = path + ending;
    ::unlink(name.c_str());
    const int file = open_private_file(name, O_EXCL | flags);
    if (file < 0) cannot_write(path);
    return file;
}

int open_without_name(const std::string& path) {
    make_private_folders(std::filesystem::absolute(path).parent_path());
    const std::string ending = ".body.unfinished";
    const int file = open_new(path, ending, O_RDWR);
    ::unlink((path + ending).c_str());
    return file;
}

void sync_folder_of(const std::string& path) {
    const int folder =
        ::open(std::filesystem::absolute(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

// Writes what there is up to the first mark that is not whole; how many bytes that is.
std::size_t write_filled(ByteSink& out, std::string_view text, const BookFile::Filled& filled) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find(mark_begins, at);
        out.write(text.substr(at, begin - at));
        if (begin == std::string_view::npos) return text.size();
        const std::size_t end = text.find(mark_ends, begin);
        if (end == std::string_view::npos) return begin;
        out.write(filled(std::string(text.substr(begin + 1, end - begin - 1))));
        at = end + 1;
    }
    return at;
}

}  // namespace

void ByteSink::write(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= piece) flush();
}

void ByteSink::flush() {
    std::string_view rest = waiting_;
    while (!rest.empty()) {
        const ssize_t written = ::write(file_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) cannot_write(path_);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    waiting_.clear();
}

BookFile::BookFile(const std::string& path)
    : path_(path), body_file_(open_without_name(path)), body_(body_file_, path) {}

BookFile::~BookFile() {
    ::close(body_file_);
}

std::string BookFile::mark(const std::string& name) {
    return mark_begins + name + mark_ends;
}

void BookFile::finish(const std::string& front, const std::string& end, const Filled& filled) {
    body_.flush();
    const std::string unfinished = path_ + ".unfinished";
    const int file = open_new(path_, ".unfinished", O_WRONLY);
    try {
        ByteSink out(file, path_);
        out.write(front);
        join(out, filled);
        out.write(end);
        out.flush();
        if (::fsync(file) != 0 || ::rename(unfinished.c_str(), path_.c_str()) != 0) cannot_write(path_);
    } catch (...) {
        ::close(file);
        ::unlink(unfinished.c_str());
        throw;
    }
    ::close(file);
    sync_folder_of(path_);
}

void BookFile::join(ByteSink& out, const Filled& filled) {
    std::array<char, piece> read{};
    std::string rest;
    off_t at = 0;
    for (;;) {
        const ssize_t size = ::pread(body_file_, read.data(), read.size(), at);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) cannot_write(path_);
        if (size == 0) break;
        at += size;
        rest.append(read.data(), static_cast<std::size_t>(size));
        rest.erase(0, write_filled(out, rest, filled));
    }
    out.write(rest);
}

}  // namespace casekeeper

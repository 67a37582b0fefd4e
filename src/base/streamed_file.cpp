// SPDX-License-Identifier: MIT
#include "base/streamed_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

constexpr std::size_t block = 1U << 18U;

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "df -h; its folder must be writable by this account");
}

std::string folder_of(const std::string& path) {
    return std::filesystem::absolute(path).parent_path().string();
}

}  // namespace

StreamedFile::StreamedFile(std::string path) : path_(std::move(path)), unfinished_(path_ + ".unfinished") {
    make_private_folders(folder_of(path_));
    ::unlink(unfinished_.c_str());
    file_ = open_private_file(unfinished_, O_EXCL | O_WRONLY);
    if (file_ < 0) cannot_write(path_);
}

StreamedFile::~StreamedFile() {
    if (file_ >= 0) ::close(file_);
    if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

void StreamedFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= block) flush();
}

void StreamedFile::flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t wrote = ::write(file_, left.data(), left.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) cannot_write(path_);
        left.remove_prefix(static_cast<std::size_t>(wrote));
    }
    written_ += buffer_.size();
    buffer_.clear();
}

void StreamedFile::finish() {
    flush();
    const bool synced = ::fsync(file_) == 0;
    const bool closed = ::close(std::exchange(file_, -1)) == 0;
    if (!synced || !closed || ::rename(unfinished_.c_str(), path_.c_str()) != 0) cannot_write(path_);
    unfinished_.clear();
    const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

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

namespace fs = std::filesystem;
constexpr const char* unfinished_suffix = ".unfinished";
constexpr std::size_t library_letters = 6;  // as mkstemp has them
constexpr std::size_t block = 1U << 18U;

std::string folder_of(const std::string& path) {
    return fs::absolute(path).parent_path().string();
}

// What a library wrote beside PATH.unfinished before it took its name.
void remove_leavings(const std::string& unfinished) {
    std::error_code failed;
    const std::string begins = fs::path(unfinished).filename().string() + ".";
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(unfinished), failed))
        if (entry.path().filename().string().starts_with(begins)) ::unlink(entry.path().c_str());
}

// Also what a library named after it: PATH.unfinished.aB3dEf.
bool is_unfinished(std::string_view name) {
    if (name.ends_with(unfinished_suffix)) return true;
    const std::size_t dot = name.rfind('.');
    return dot != std::string_view::npos && name.size() - dot == 1 + library_letters &&
           name.substr(0, dot).ends_with(unfinished_suffix);
}

void sync_folder(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

WholeFile::WholeFile(std::string path) : path_(std::move(path)), unfinished_(path_ + unfinished_suffix) {
    make_private_folders(folder_of(path_));
    ::unlink(unfinished_.c_str());
    file_ = open_private_file(unfinished_, O_EXCL | O_WRONLY);
    if (file_ < 0) cannot_write();
}

WholeFile::~WholeFile() {
    if (file_ >= 0) ::close(file_);
    if (is_finished_) return;
    ::unlink(unfinished_.c_str());
    if (is_by_name_) remove_leavings(unfinished_);
}

void WholeFile::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() < block) {
        buffer_ += bytes;
        return;
    }
    flush();
    put(bytes);
}

void WholeFile::flush() {
    put(buffer_);
    buffer_.clear();
}

void WholeFile::put(std::string_view bytes) {
    written_ += bytes.size();
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(file_, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) cannot_write();
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

const std::string& WholeFile::written_at() {
    if (!std::exchange(is_by_name_, true)) remove_leavings(unfinished_);
    if (file_ >= 0) ::close(std::exchange(file_, -1));
    return unfinished_;
}

void WholeFile::finish() {
    flush();
    if (is_by_name_) file_ = ::open(unfinished_.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file_ >= 0 && ::fsync(file_) == 0;
    const bool closed = file_ >= 0 && ::close(std::exchange(file_, -1)) == 0;
    if (!synced || !closed || ::rename(unfinished_.c_str(), path_.c_str()) != 0) cannot_write();
    is_finished_ = true;
    sync_folder(folder_of(path_));
}

void WholeFile::cannot_write() const {
    throw OutputError("cannot write " + path_, "df -h; its folder must be writable by this account");
}

void write_whole_file(const std::string& path, std::string_view text) {
    WholeFile file(path);
    file.write(text);
    file.finish();
}

void remove_unfinished_files(const std::string& folder) {
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
        if (is_unfinished(entry.path().filename().string())) fs::remove(entry.path(), failed);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "base/unfinished_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

// The libraries that write into PATH.unfinished may write beside it first (PATH.unfinished.aB3dEf).
void remove_leavings(const std::string& unfinished) {
    std::error_code failed;
    const fs::path folder = fs::absolute(unfinished).parent_path();
    const std::string name = fs::path(unfinished).filename().string();
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
        if (entry.path().filename().string().starts_with(name)) ::unlink(entry.path().c_str());
}

bool sync(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string path)
    : path_(std::move(path)), unfinished_(path_ + ".unfinished") {
    make_private_folders(fs::absolute(path_).parent_path());
    remove_leavings(unfinished_);
    const int file = open_private_file(unfinished_, O_EXCL | O_WRONLY);
    if (file < 0) cannot_write();
    ::close(file);
}

UnfinishedFile::~UnfinishedFile() {
    if (!finished_) remove_leavings(unfinished_);
}

void UnfinishedFile::finish() {
    if (!sync(unfinished_, O_RDONLY) || ::rename(unfinished_.c_str(), path_.c_str()) != 0) cannot_write();
    finished_ = true;
    sync(fs::absolute(path_).parent_path(), O_RDONLY | O_DIRECTORY);
}

void UnfinishedFile::cannot_write() const {
    throw OutputError("cannot write " + path_, "df -h; its folder must be writable by this account");
}

}  // namespace casekeeper

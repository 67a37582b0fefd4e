// SPDX-License-Identifier: MIT
#include "base/private_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr mode_t own_file = 0600;
constexpr mode_t group_file = 0660;
constexpr mode_t others = 07;
constexpr mode_t group_and_others = 077;

// Of the nearest folder that is there.
bool group_may_write(fs::path folder) {
    struct stat status {};
    while (::stat(folder.c_str(), &status) != 0) {
        if (!folder.has_relative_path()) return false;
        folder = folder.parent_path();
    }
    return (status.st_mode & S_IWGRP) != 0 && (status.st_mode & S_IWOTH) == 0;
}

fs::path folder_of(const std::string& path) {
    return fs::absolute(path).lexically_normal().parent_path();
}

}  // namespace

bool make_private_folders(const std::string& folder) {
    std::error_code failed;
    if (fs::is_directory(folder, failed)) return true;
    const mode_t before = ::umask(group_may_write(folder_of(folder)) ? others : group_and_others);
    fs::create_directories(folder, failed);
    ::umask(before);
    return !failed;
}

int open_private_file(const std::string& path, int flags) {
    const int fresh = ::open(path.c_str(), flags | O_CREAT | O_EXCL | O_CLOEXEC, own_file);
    if (fresh < 0 && errno == EEXIST && (flags & O_EXCL) == 0) return ::open(path.c_str(), flags | O_CLOEXEC);
    if (fresh >= 0 && group_may_write(folder_of(path))) ::fchmod(fresh, group_file);
    return fresh;
}

}  // namespace casekeeper

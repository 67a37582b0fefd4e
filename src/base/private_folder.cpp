// SPDX-License-Identifier: MIT
#include "base/private_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/errors.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr mode_t own_folder = 0700;

[[noreturn]] void cannot_make(const std::string& path) {
    throw OutputError("cannot make the folder " + path,
                      "ls -ld " + path + "; it must not be there, or be this account's own");
}

// Only what this made: a folder of this account that nobody else may look into.
bool is_leavings(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & 077U) == 0;
}

}  // namespace

PrivateFolder::PrivateFolder(std::string path) : path_(std::move(path)) {
    std::error_code failed;
    if (fs::symlink_status(path_, failed).type() != fs::file_type::not_found) {
        if (!is_leavings(path_)) cannot_make(path_);
        fs::remove_all(path_, failed);
    }
    if (::mkdir(path_.c_str(), own_folder) != 0) cannot_make(path_);
}

PrivateFolder::~PrivateFolder() {
    std::error_code failed;
    fs::remove_all(path_, failed);
}

}  // namespace casekeeper

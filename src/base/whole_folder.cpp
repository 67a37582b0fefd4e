// SPDX-License-Identifier: MIT
#include "base/whole_folder.h"

#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

}  // namespace

WholeFolder::WholeFolder(const std::string& path)
    : path_(without_slash(path)), unfinished_(path_ + ".unfinished") {
    std::error_code failed;
    if (fs::exists(path_, failed) && !(fs::is_directory(path_, failed) && fs::is_empty(path_, failed)))
        throw OutputError(path_ + " is there already", "name a folder that is not there yet");
    fs::remove_all(unfinished_, failed);
    if (failed || !make_private_folders(unfinished_)) cannot_write(unfinished_);
}

WholeFolder::~WholeFolder() {
    std::error_code ignored;
    if (!is_kept_) fs::remove_all(is_finished_ ? path_ : unfinished_, ignored);
}

void WholeFolder::finish() {
    std::error_code failed;
    fs::remove(path_, failed);  // an empty folder that was there
    fs::rename(unfinished_, path_, failed);
    if (failed) cannot_write(path_);
    is_finished_ = true;
}

void WholeFolder::cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "name a folder that is not there yet, on a disk with room");
}

}  // namespace casekeeper

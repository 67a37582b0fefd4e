// SPDX-License-Identifier: MIT
#include "base/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr const char* unfinished_suffix = ".unfinished";

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "df -h; its folder must be writable by this account");
}

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

void sync_folder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

void write_whole_file(const std::string& path, std::string_view text) {
    const fs::path folder = fs::absolute(path).parent_path();
    make_private_folders(folder);
    const std::string unfinished = path + unfinished_suffix;
    ::unlink(unfinished.c_str());
    const int file = open_private_file(unfinished, O_EXCL | O_WRONLY);
    if (file < 0) cannot_write(path);
    const bool written = write_all(file, text);
    const bool closed = ::close(file) == 0;
    if (!written || !closed || ::rename(unfinished.c_str(), path.c_str()) != 0) {
        ::unlink(unfinished.c_str());
        cannot_write(path);
    }
    sync_folder(folder);
}

void remove_unfinished_files(const std::string& folder) {
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == unfinished_suffix) fs::remove(entry.path(), failed);
}

}  // namespace casekeeper

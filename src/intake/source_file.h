// SPDX-License-Identifier: MIT
//
// One file of a source, opened for reading: a regular file, never a directory, a device or a pipe. Remembers
// what it was when it was opened, so that a second reading can tell whether it is still the same. Throws
// InputError, with a hint, where it cannot be opened or read.
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <ctime>
#include <string>

namespace casekeeper {

// What tells one state of a file from another.
struct FileState {
    dev_t device = 0;
    ino_t number = 0;
    off_t size = 0;
    std::time_t seconds = 0;
    long nanoseconds = 0;
    bool operator==(const FileState&) const = default;
};

FileState state_of(const struct stat& status);

class SourceFile {
public:
    enum class Links { follow, refuse };

    SourceFile(std::string path, Links links);
    ~SourceFile();
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;

    const FileState& state() const { return state_; }
    // At most `size` bytes into `to`; 0 at the end.
    std::size_t read(char* to, std::size_t size);

private:
    std::string path_;
    int descriptor_ = -1;
    FileState state_;
};

}  // namespace casekeeper

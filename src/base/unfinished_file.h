// SPDX-License-Identifier: MIT
//
// A file that is too large to be held in memory, written whole or not at all by whatever library writes it:
// beside its place first (PATH.unfinished, private_files.h), fsynced, then renamed over it. It is removed
// where it is not finished; what a crash leaves is removed by the next writing.
#pragma once

#include <string>

namespace casekeeper {

class UnfinishedFile {
public:
    // Makes an empty file, and its folder where it is not there. OutputError with a hint where it cannot.
    explicit UnfinishedFile(std::string path);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    // Where to write, by name. What replaces the file by renaming another over it is welcome.
    const std::string& written_at() const { return unfinished_; }
    // To its place. REQUIRES: all is written and closed. OutputError where it cannot.
    void finish();
    // OutputError that names the file: it cannot be written.
    [[noreturn]] void cannot_write() const;

private:
    std::string path_;
    std::string unfinished_;
    bool finished_ = false;
};

}  // namespace casekeeper

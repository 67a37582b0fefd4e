// SPDX-License-Identifier: MIT
//
// The one way a file is written: whole or not at all. Beside its place first (PATH.unfinished, readable as
// private_files.h says), fsynced, then renamed over it. What is not finished is removed; what a crash left is
// replaced by the next writing, or removed by remove_unfinished_files. Every failure is an OutputError that
// names the file, with a hint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casekeeper {

class WholeFile {
public:
    // Makes the folder (0700) where it is not there.
    explicit WholeFile(std::string path);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    void write(std::string_view bytes);
    // Bytes written so far.
    std::uint64_t size() const { return written_ + buffer_.size(); }
    // For a library that writes by name, now and alone: an empty file, which it may replace by renaming another
    // over it (PATH.unfinished.aB3dEf). REQUIRES: nothing was written, and write() is not called.
    const std::string& written_at();
    // Puts the file in its place. REQUIRES: nothing is written afterwards.
    void finish();
    [[noreturn]] void cannot_write() const;

private:
    void flush();
    void put(std::string_view bytes);

    std::string path_;
    std::string unfinished_;
    int file_ = -1;
    bool is_by_name_ = false;
    bool is_finished_ = false;
    std::string buffer_;
    std::uint64_t written_ = 0;
};

void write_whole_file(const std::string& path, std::string_view text);

// What a crash left half-written in a folder. REQUIRES: nobody writes there now.
void remove_unfinished_files(const std::string& folder);

}  // namespace casekeeper

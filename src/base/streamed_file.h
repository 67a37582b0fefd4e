// SPDX-License-Identifier: MIT
//
// A file written piece by piece, whole or not at all: beside it first (PATH.unfinished, readable as
// private_files.h says), fsynced, then renamed over it. What is not finished is removed; what a crash leaves,
// remove_unfinished_files removes. Every failure is an OutputError with a hint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casekeeper {

class StreamedFile {
public:
    // Makes the folder (0700) where it is not there.
    explicit StreamedFile(std::string path);
    ~StreamedFile();
    StreamedFile(const StreamedFile&) = delete;
    StreamedFile& operator=(const StreamedFile&) = delete;

    void write(std::string_view bytes);
    // Bytes written so far.
    std::uint64_t size() const { return written_ + buffer_.size(); }
    // Puts the file in its place. REQUIRES: nothing is written afterwards.
    void finish();

private:
    void flush();

    std::string path_;
    std::string unfinished_;
    int file_ = -1;
    std::string buffer_;
    std::uint64_t written_ = 0;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// The lines of a file of any size, in flat memory: the longest line allowed and one block. Lines end with LF
// or CRLF, the last may end with the file; a byte-order mark of UTF-8 is skipped, and so are blank lines. A
// line that is too long is handed over without its text.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "intake/source_file.h"

namespace casekeeper {

struct SourceLine {
    std::string_view text;  // valid until the next one is asked for
    long number = 0;        // from 1, blank lines counted
    bool too_long = false;
};

class LineReader {
public:
    // `longest`: bytes, without the line's end. Every byte read is also given to `take_bytes`, if there is
    // one.
    LineReader(SourceFile& file, std::size_t longest, std::function<void(std::string_view)> take_bytes = {});

    // The first bytes of the file, before anything is skipped. REQUIRES: no line was asked for yet.
    std::string_view head() const;
    // The next line that is not blank; nullopt at the end.
    std::optional<SourceLine> next();

private:
    std::optional<SourceLine> next_of_any();
    SourceLine take_line(std::size_t end_of_line, std::size_t next_begin);
    SourceLine skip_long_line();
    void fill();
    std::size_t find_end_of_line(std::size_t from) const;

    SourceFile& file_;
    std::size_t longest_;
    std::function<void(std::string_view)> take_bytes_;
    std::size_t capacity_;
    std::unique_ptr<char[]> buffer_;  // what was read and not yet handed over: [begin_, end_)
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    long number_ = 0;
    bool at_end_ = false;
    bool started_ = false;
};

}  // namespace casekeeper

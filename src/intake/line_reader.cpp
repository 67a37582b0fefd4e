// SPDX-License-Identifier: MIT
#include "intake/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace casekeeper {
namespace {

constexpr std::size_t block = 262144;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

LineReader::LineReader(SourceFile& file, std::size_t longest,
                       std::function<void(std::string_view)> take_bytes)
    : file_(file),
      longest_(longest),
      take_bytes_(std::move(take_bytes)),
      capacity_(longest + 2 + block),
      buffer_(std::make_unique<char[]>(capacity_)) {
    fill();
}

std::string_view LineReader::head() const {
    return {buffer_.get(), std::min<std::size_t>(end_, 64)};
}

std::optional<SourceLine> LineReader::next() {
    if (!started_) {
        started_ = true;
        if (std::string_view(buffer_.get(), end_).starts_with(byte_order_mark))
            begin_ = byte_order_mark.size();
    }
    std::optional<SourceLine> line = next_of_any();
    while (line && !line->too_long && is_blank(line->text)) line = next_of_any();
    return line;
}

std::optional<SourceLine> LineReader::next_of_any() {
    std::size_t looked_at = begin_;
    for (;;) {
        const std::size_t end_of_line = find_end_of_line(looked_at);
        if (end_of_line < end_) return take_line(end_of_line, end_of_line + 1);
        if (at_end_) {
            if (begin_ == end_) return std::nullopt;
            return take_line(end_, end_);
        }
        // One byte more than the longest may be the CR of a CRLF.
        if (end_ - begin_ > longest_ + 1) return skip_long_line();
        const std::size_t length = end_ - begin_;
        fill();
        looked_at = begin_ + length;
    }
}

SourceLine LineReader::take_line(std::size_t end_of_line, std::size_t next_begin) {
    std::string_view text(buffer_.get() + begin_, end_of_line - begin_);
    if (text.ends_with('\r')) text.remove_suffix(1);
    begin_ = next_begin;
    ++number_;
    if (text.size() > longest_) return {{}, number_, true};
    return {text, number_, false};
}

SourceLine LineReader::skip_long_line() {
    std::size_t end_of_line = end_;
    while (end_of_line == end_ && !at_end_) {
        begin_ = end_;
        fill();
        end_of_line = find_end_of_line(begin_);
    }
    begin_ = std::min(end_of_line + 1, end_);
    return {{}, ++number_, true};
}

// Reads one more block behind what is left over.
void LineReader::fill() {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    const std::size_t length = file_.read(buffer_.get() + end_, std::min(block, capacity_ - end_));
    at_end_ = length == 0;
    if (take_bytes_) take_bytes_({buffer_.get() + end_, length});
    end_ += length;
}

std::size_t LineReader::find_end_of_line(std::size_t from) const {
    const void* found = std::memchr(buffer_.get() + from, '\n', end_ - from);
    return found ? static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.get()) : end_;
}

}  // namespace casekeeper

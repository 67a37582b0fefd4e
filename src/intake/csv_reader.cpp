// SPDX-License-Identifier: MIT
#include "intake/csv_reader.h"

#include <algorithm>
#include <iterator>

#include "base/errors.h"

namespace casekeeper {
namespace {

constexpr std::size_t block_size = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks[] = {" ", "\t", "\r", "\n", "\xC2\xA0", byte_order_mark};

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

// The length of the well-formed UTF-8 sequence that the bytes begin with; 0 where there is none (Unicode,
// table 3-7).
std::size_t sequence_length(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const unsigned first = at(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return 0;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (at(1) < low || at(1) > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (at(i) < 0x80 || at(i) > 0xBF) return 0;
    return length;
}

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = sequence_length(bytes);
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
    return true;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct RowInProgress {
    std::vector<std::string>& fields;
    bool ended = false;
};

void end_field(void* text, std::size_t length, void* row) {
    static_cast<RowInProgress*>(row)->fields.emplace_back(
        trimmed(std::string_view(static_cast<const char*>(text), length)));
}

void end_row(int, void* row) {
    static_cast<RowInProgress*>(row)->ended = true;
}

bool is_blank(const CsvRow& row) {
    return row.problem.empty() &&
           std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& f) { return f.empty(); });
}

// Whether some field of the line opens with a quotation mark; where none does, one inside a field is plain
// text.
bool has_quoted_field(std::string_view line) {
    for (std::size_t at = line.find('"'); at != std::string_view::npos; at = line.find('"', at + 1)) {
        const std::size_t before = at == 0 ? std::string_view::npos : line.find_last_not_of(" \t", at - 1);
        if (before == std::string_view::npos || line[before] == ',') return true;
    }
    return false;
}

// Empty fields beyond the header are what spreadsheets leave behind; others say that a comma went astray.
std::string fit_to(std::size_t columns, std::vector<std::string>& fields) {
    const std::size_t found = fields.size();
    while (fields.size() > columns && fields.back().empty()) fields.pop_back();
    if (fields.size() == columns) return "";
    return "has " + std::to_string(found) + " fields where the header row has " + std::to_string(columns);
}

}  // namespace

CsvReader::CsvReader(const std::string& path, std::function<void(std::string_view)> take_bytes)
    : path_(path), take_bytes_(std::move(take_bytes)), file_(path, std::ios::binary) {
    if (!file_) throw InputError("cannot open " + path, "look whether the file is there and may be read");
    start_parser(CSV_STRICT);
    read_header();
}

CsvReader::~CsvReader() {
    csv_free(&parser_);
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    const auto found = std::find_if(header_.begin(), header_.end(), [&](const std::string& column) {
        return std::equal(column.begin(), column.end(), name.begin(), name.end(), same);
    });
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
}

void CsvReader::start_parser(unsigned char options) {
    csv_free(&parser_);
    if (csv_init(&parser_, options) != 0) throw InputError("cannot parse " + path_, "try again");
}

std::optional<CsvRow> CsvReader::next() {
    std::optional<CsvRow> row = next_row();
    while (row && is_blank(*row)) row = next_row();
    if (row && row->problem.empty()) row->problem = fit_to(header_.size(), row->fields);
    return row;
}

void CsvReader::read_header() {
    std::optional<CsvRow> row = next_row();
    while (row && is_blank(*row)) row = next_row();
    if (!row) return;
    header_problem_ = row->problem;
    while (!row->fields.empty() && row->fields.back().empty()) row->fields.pop_back();
    header_ = std::move(row->fields);
    for (std::size_t i = 0; i < header_.size() && header_problem_.empty(); ++i)
        if (column(header_[i]) != i) header_problem_ = "names a column twice";
}

// Reads on; false at the end of the file.
bool CsvReader::fill() {
    block_.resize(block_size);
    file_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (file_.bad()) throw InputError("cannot read " + path_, "look whether it is a file and may be read");
    block_.resize(static_cast<std::size_t>(file_.gcount()));
    block_position_ = 0;
    if (take_bytes_) take_bytes_(block_);
    return !block_.empty();
}

// Takes up to the line's end from the block; true where the line ended.
bool CsvReader::take_line_end(Line& line) {
    const std::size_t end = block_.find_first_of("\r\n", block_position_);
    const std::size_t until = end == std::string::npos ? block_.size() : end + 1;
    line.too_long = line.too_long || line.bytes.size() + (until - block_position_) > longest_row;
    if (!line.too_long) line.bytes.append(block_, block_position_, until - block_position_);
    block_position_ = until;
    if (end == std::string::npos) return false;
    if (block_[end] == '\r' && (block_position_ < block_.size() || fill()) &&
        block_[block_position_] == '\n') {
        if (!line.too_long) line.bytes += '\n';
        ++block_position_;
    }
    return true;
}

std::optional<CsvReader::Line> CsvReader::line_from_file() {
    if (block_position_ == block_.size() && !fill()) return std::nullopt;
    Line line{++line_number_, "", false};
    bool ended = take_line_end(line);
    while (!ended && fill()) ended = take_line_end(line);
    if (!ended) line.bytes += '\n';
    if (line.number == 1 && line.bytes.starts_with(byte_order_mark))
        line.bytes.erase(0, byte_order_mark.size());
    return line;
}

std::optional<CsvReader::Line> CsvReader::next_line() {
    if (put_back_.empty()) return line_from_file();
    Line line = std::move(put_back_.front());
    put_back_.pop_front();
    return line;
}

std::string CsvReader::feed(const Line& line, CsvRow& row, bool& ended) {
    if (line.too_long) return "is longer than 1 MiB";
    if (line.bytes.find('\0') != std::string::npos) return "holds a NUL byte";
    if (!is_utf8(line.bytes)) return "is not UTF-8 text (save the file as CSV UTF-8)";
    RowInProgress progress{row.fields};
    const auto parse = [&] {
        return csv_parse(&parser_, line.bytes.data(), line.bytes.size(), end_field, end_row, &progress) ==
               line.bytes.size();
    };
    bool good = parse();
    if (!good && !has_quoted_field(line.bytes)) {
        start_parser(0);
        row.fields.clear();
        good = parse();
        start_parser(CSV_STRICT);
    }
    ended = progress.ended;
    return good ? "" : "has a quotation mark where none can stand";
}

// Takes lines until a row ends; gives what is wrong with it, or an empty text.
std::string CsvReader::parse_row(std::vector<Line>& lines, CsvRow& row) {
    std::size_t size = 0;
    for (bool ended = false; !ended;) {
        std::optional<Line> line = next_line();
        if (!line) return lines.empty() ? "" : "opens a quotation mark that is never closed";
        if (lines.empty() && !line->too_long && trimmed(line->bytes).empty()) continue;
        lines.push_back(std::move(*line));
        size += lines.back().bytes.size();
        if (size > longest_row) return "is longer than 1 MiB (a quotation mark that is never closed?)";
        if (std::string problem = feed(lines.back(), row, ended); !problem.empty()) return problem;
    }
    return "";
}

std::optional<CsvRow> CsvReader::next_row() {
    std::vector<Line> lines;
    CsvRow row;
    row.problem = parse_row(lines, row);
    if (lines.empty()) return std::nullopt;
    row.line = lines.front().number;
    if (row.problem.empty()) return row;
    // The lines after the first are read again as rows of their own.
    start_parser(CSV_STRICT);
    put_back_.insert(put_back_.begin(), std::make_move_iterator(lines.begin() + 1),
                     std::make_move_iterator(lines.end()));
    row.fields.clear();
    return row;
}

}  // namespace casekeeper

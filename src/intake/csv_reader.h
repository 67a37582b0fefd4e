// SPDX-License-Identifier: MIT
//
// Reads one CSV file row by row (grammar by libcsv): a header row, then rows as wide as it. UTF-8, with or
// without a byte-order mark; any line ends; quoted fields may hold line breaks, unquoted ones quotation
// marks. Memory stays flat: a row is at most 1 MiB. A row that cannot be read (bad quotes, not UTF-8, too
// long, too few or too many fields) is handed over with what is wrong, and reading goes on at the line after
// the one it began on, so a stray quote costs one row. Problems hold line numbers and counts, never what the
// row says. One thread.
#pragma once

#include <csv.h>

#include <deque>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct CsvRow {
    long line = 0;  // the physical line on which the row begins, from 1
    // Trimmed of spaces, tabs, line ends and non-breaking spaces at both ends.
    std::vector<std::string> fields;
    std::string problem;  // empty where the row is good; then `fields` is as long as the header
};

class CsvReader {
public:
    static constexpr std::size_t longest_row = std::size_t{1} << 20;  // bytes

    // Opens the file and reads its header row. Every byte read is also handed to `take_bytes`, once and in
    // order. Throws InputError where the file cannot be opened or read.
    explicit CsvReader(const std::string& path, std::function<void(std::string_view)> take_bytes = {});
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    // The names of the columns, trimmed; empty for an empty file.
    const std::vector<std::string>& header() const { return header_; }
    // What is wrong with the header row; empty where it is good. Rows after a bad header are not to be asked
    // for.
    const std::string& header_problem() const { return header_problem_; }
    // The index of a column, upper and lower case being the same.
    std::optional<std::size_t> column(std::string_view name) const;
    // The next row that is not blank; nullopt at the end. Throws InputError where the file cannot be read on.
    std::optional<CsvRow> next();

private:
    struct Line {
        long number = 0;
        std::string bytes;  // with its line end
        bool too_long = false;
    };

    void start_parser(unsigned char options);
    bool fill();
    bool take_line_end(Line& line);
    std::optional<Line> line_from_file();
    std::optional<Line> next_line();
    std::string parse_row(std::vector<Line>& lines, CsvRow& row);
    std::string feed(const Line& line, CsvRow& row, bool& ended);
    std::optional<CsvRow> next_row();
    void read_header();

    std::string path_;
    std::function<void(std::string_view)> take_bytes_;
    std::ifstream file_;
    std::string block_;
    std::size_t block_position_ = 0;
    long line_number_ = 0;
    std::deque<Line> put_back_;
    csv_parser parser_{};
    std::vector<std::string> header_;
    std::string header_problem_;
};

}  // namespace casekeeper

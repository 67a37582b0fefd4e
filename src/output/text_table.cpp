// SPDX-License-Identifier: MIT
#include "output/text_table.h"

#include <algorithm>
#include <numeric>

#include "output/bar_chart.h"
#include "output/printable.h"
#include "output/text_lines.h"

namespace casekeeper {
namespace {

using Widths = std::vector<std::size_t>;

constexpr std::size_t gap = 2;
constexpr std::size_t least_text = 12;  // a column of words is made no narrower
constexpr std::size_t least_bar = 8;
constexpr std::size_t note_indent = 2;

std::size_t longest_word(const std::string& text) {
    std::size_t longest = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        longest = std::max(longest, length_of(std::string_view(text).substr(from, to - from)));
        from = to + 1;
    }
    return longest;
}

std::size_t note_width(const Cell& cell) {
    return cell.note.empty() ? 0 : length_of(cell.note) + note_indent;
}

// How wide each column would like to be: numbers their longest and the longest word of the title.
Widths natural_widths(const Table& table) {
    Widths widths;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        std::size_t width = column.numeric ? longest_word(column.title) : length_of(column.title);
        for (const TableRow& row : table.rows)
            width = std::max({width, length_of(row[at].text), note_width(row[at])});
        widths.push_back(width);
    }
    return widths;
}

std::size_t total_of(const Widths& widths) {
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

// Takes from the widest column of words until the table fits.
Widths fitted_widths(const Table& table) {
    Widths widths = natural_widths(table);
    for (std::size_t total = total_of(widths); total > text_columns; --total) {
        std::size_t widest = widths.size();
        for (std::size_t at = 0; at < widths.size(); ++at)
            if (!table.columns[at].numeric && widths[at] > least_text &&
                (widest == widths.size() || widths[at] > widths[widest]))
                widest = at;
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

void pad(std::string& line, const std::string& text, std::size_t width, bool to_the_right) {
    const std::string space(width - std::min(width, length_of(text)), ' ');
    line += to_the_right ? space + text : text + space;
}

std::string without_trailing_space(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::vector<std::string> cell_lines(const Cell& cell, std::size_t width) {
    std::vector<std::string> lines = wrapped(cell.text, width);
    if (cell.note.empty()) return lines;
    for (const std::string& line : wrapped(cell.note, width - note_indent))
        lines.push_back(std::string(note_indent, ' ') + line);
    return lines;
}

std::string row_text(const Table& table, const TableRow& row, const Widths& widths, const std::string& bar) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t at = 0; at < row.size(); ++at) {
        columns.push_back(cell_lines(row[at], widths[at]));
        height = std::max(height, columns.back().size());
    }
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        std::string out;
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0) out += std::string(gap, ' ');
            pad(out, line < columns[at].size() ? columns[at][line] : "", widths[at],
                table.columns[at].numeric);
        }
        text += without_trailing_space(out + (line == 0 ? bar : ""));
    }
    for (const Cell& cell : row)
        if (!cell.command.empty()) text += "    " + printable(cell.command) + "\n";
    return text;
}

// The bars of a table's chart, where there is room for them.
class Bars {
public:
    Bars(const Table& table, const Widths& widths) : column_(table.chart ? table.chart->column : 0) {
        const std::size_t taken = total_of(widths) + gap;
        if (!table.chart || taken + least_bar > text_columns) return;
        room_ = static_cast<long long>(text_columns - taken);
        for (std::size_t at = 0; at + (table.last_is_total ? 1 : 0) < table.rows.size(); ++at)
            most_ = std::max(most_, table.rows[at][column_].number.value_or(0));
    }
    std::string of(const TableRow& row) const {
        const long long length = bar_length(row[column_].number.value_or(0), most_, room_);
        return room_ == 0 ? "" : std::string(gap, ' ') + std::string(static_cast<std::size_t>(length), '#');
    }

private:
    std::size_t column_;
    long long room_ = 0;
    long long most_ = 0;
};

}  // namespace

std::string text_of(const Table& table) {
    const Widths widths = fitted_widths(table);
    const Bars bars(table, widths);
    TableRow titles;
    for (const Column& column : table.columns) titles.push_back(words(column.title));
    const std::string line(std::min(total_of(widths), text_columns), '-');
    std::string text = row_text(table, titles, widths, "") + line + "\n";
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const bool total = table.last_is_total && at + 1 == table.rows.size();
        if (total) text += line + "\n";
        text += row_text(table, table.rows[at], widths, total ? "" : bars.of(table.rows[at]));
    }
    return text;
}

}  // namespace casekeeper

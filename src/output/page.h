// SPDX-License-Identifier: MIT
//
// What a report says, as a value: sections of paragraphs, facts and tables, some tables with a bar chart of
// one of their columns. html_page and text_page each write it out, so that both say the same. Plain texts
// throughout, in any bytes: whoever writes a page out makes them printable and escapes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace casekeeper {

enum class Tone { plain, good, caution, alarm };

struct Cell {
    std::string text;
    std::string note;     // smaller, beneath
    std::string command;  // to be typed, beneath
    std::string section;  // the id of the section that the text leads to
    Tone tone = Tone::plain;
    std::optional<long long> number;  // what `text` writes out, where it is a count
};

Cell words(std::string text, std::string note = "");
// "1,000,000"
Cell count(long long number);
std::string grouped(long long number);
// "1 record", "2,000 records"
std::string counted(long long number, const std::string& one, const std::string& many);

struct Column {
    std::string title;
    bool numeric = false;
};

// A bar for each row of a table (its total left out), named by the row's first cell.
struct Chart {
    std::string title;
    std::string description;  // a sentence for who cannot see it
    std::size_t column = 1;   // whose numbers the bars show
};

using TableRow = std::vector<Cell>;

// REQUIRES: each row has as many cells as there are columns. The first cell names its row.
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
    bool last_is_total = false;
    std::optional<Chart> chart = {};
};

struct Paragraph {
    std::string text;
    std::string command = {};  // to be typed, after the text
    Tone tone = Tone::plain;
};

struct Facts {
    std::vector<std::pair<std::string, std::string>> facts;
};

struct Items {
    std::vector<std::string> items;
};

using Block = std::variant<Paragraph, Items, Facts, Table>;

struct Section {
    std::string id;  // unique on the page; letters, digits and hyphens
    std::string title;
    int level = 2;  // 2, or 3 within the section before it
    std::vector<Block> blocks = {};
};

struct Page {
    std::string title;
    std::string owner;               // whose page it is, above the title
    std::vector<Paragraph> opening;  // what matters, in sentences
    std::vector<Section> sections;
    bool has_contents = true;  // links to the sections, after the opening
    bool is_letter = false;    // to somebody, to be read from the first line to the last
    bool large_print = false;  // of a letter: 18 point, on screen and on paper
    // What differs between two runs over the same; nothing else does. Without a title there is none.
    Section closing;
};

}  // namespace casekeeper

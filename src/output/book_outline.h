// SPDX-License-Identifier: MIT
//
// What a book that is being written has had so far, as its writer keeps it: the headings of its contents with
// their numbers, the targets that came, and about how many pages of A4 it fills. It holds callers to what
// book.h requires: std::logic_error where one does otherwise.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "output/book.h"

namespace casekeeper {

class BookOutline {
public:
    struct Heading {
        int level = 1;
        std::string number;  // "2.", "2.1"; empty below level 2
        std::string text;
        std::string id;  // by which it is found in the file; empty: nothing leads there
    };

    explicit BookOutline(double point_size);

    Heading heading(int level, const std::string& text, const std::string& target);
    void paragraph(const Runs& runs);
    void items(const std::vector<Runs>& items);
    void begin_table(const std::string& caption, const std::vector<std::string>& columns);
    void row(const std::vector<Runs>& cells);
    void end_table();
    void picture();
    void new_page();
    void finish();

    // Those of level 1 and 2.
    const std::vector<Heading>& contents() const { return contents_; }
    // The columns of the table that is being written.
    const std::vector<std::string>& columns() const { return columns_; }
    bool has_target(const std::string& target) const { return targets_.contains(target); }
    static std::string id_of(const std::string& target) { return "to-" + target; }
    long long pages() const;

private:
    void require_open_page() const;
    std::string number_of(int level);
    void add_lines(double lines) { lines_ += lines; }
    void add_text(std::size_t characters, double width);

    double lines_a_page_;
    double characters_a_line_;
    double lines_ = 0;  // of the page that is being filled, and those before it
    int last_level_ = 0;
    long long parts_ = 0;
    long long parts_within_ = 0;
    bool in_table_ = false;
    bool finished_ = false;
    std::vector<std::string> columns_;
    std::vector<Heading> contents_;
    std::set<std::string> targets_;
};

}  // namespace casekeeper

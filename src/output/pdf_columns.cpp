// SPDX-License-Identifier: MIT
#include "output/pdf_columns.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr double most_wanted = 60;  // letters: more is read as well in several lines
constexpr double above_the_usual = 1.4;
constexpr double beside = 1.5;  // letters of space beside a column
constexpr double bold = 1.15;   // as wide as other letters, and more

// In letters of the usual width: a sign of Chinese is as wide as two, an m as one and a half.
double letters_in(unsigned char lead) {
    if (lead >= 0xE3) return 2;
    if (lead == 'm' || lead == 'w' || lead == 'M' || lead == 'W') return 1.5;
    return lead >= 'A' && lead <= 'Z' ? 1.25 : 1;
}

struct Width {
    double longest_word = 0;
    double all = 0;
};

Width width_of(const std::string& text) {
    Width width;
    double word = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        const double letter = letters_in(byte);
        width.all += letter;
        word = c == ' ' || c == '\n' ? 0 : word + letter;
        width.longest_word = std::max(width.longest_word, word);
    }
    return width;
}

std::string text_of(const Runs& runs) {
    std::string text;
    for (const Run& run : runs) text += run.text;
    return text;
}

}  // namespace

std::vector<PdfColumn> columns_for(const std::vector<std::string>& headings,
                                   const std::vector<std::vector<Runs>>& rows, double line) {
    std::vector<double> least, wanted;
    double left = line;
    double wishes = 0;
    for (std::size_t at = 0; at < headings.size(); ++at) {
        const Width heading = width_of(headings[at]);
        Width widest{heading.longest_word * bold, heading.longest_word * bold};
        double all = 0;
        for (const std::vector<Runs>& row : rows) {
            const Width cell = width_of(text_of(row[at]));
            widest.longest_word = std::max(widest.longest_word, cell.longest_word);
            widest.all = std::max(widest.all, cell.all);
            all += cell.all;
        }
        least.push_back(std::min(widest.longest_word, most_wanted) + beside);
        const double usual = rows.empty() ? 0 : all / static_cast<double>(rows.size()) * above_the_usual;
        wanted.push_back(std::max(0.0, std::min({widest.all, usual, most_wanted}) - widest.longest_word));
        left -= least.back();
        wishes += wanted.back();
    }
    std::vector<PdfColumn> columns;
    if (left < 0) return columns;
    for (std::size_t at = 0; at < headings.size(); ++at) {
        const double part = wishes > 0 ? wanted[at] / wishes : 1.0 / static_cast<double>(headings.size());
        columns.push_back({headings[at], least[at] + left * part});
    }
    return columns;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
//   pdf_record pdf|html ENTRIES FILE [SIZE]
//
// A made-up record of so many entries as a tagged PDF document, or the same words as a page for other programs to
// print: bench/pdf.sh compares them.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "bench/dice.h"
#include "output/html_page.h"
#include "output/pdf_document.h"

namespace casekeeper::bench {
namespace {

constexpr std::array words = {
    "the",     "child",   "young",     "person", "said",   "that",    "they",     "were",        "happy",
    "at",      "home",    "with",      "their",  "mother", "father",  "worker",   "visited",     "today",
    "school",  "about",   "attending", "better", "health", "concern", "agreed",   "plan",        "review",
    "meeting", "called",  "no",        "answer", "left",   "message", "family",   "support",     "decision",
    "risk",    "bedroom", "was",       "clean",  "and",    "tidy",    "cupboard", "grandmother", "Tuesday",
    "Brontë",  "Siân",    "12",        "2019",   "3.30pm", "nurse",   "officer",  "£20",         "–"};
constexpr int entries_of_a_part = 50;

struct Entry {
    std::string title;
    std::vector<std::string> paragraphs;
};

std::string sentence(Dice& dice) {
    std::string text = "They";
    for (int left = dice.between(6, 18); left > 0; --left) text += std::string(" ") + dice.one_of(words);
    return text + ". ";
}

Entry entry_of(int number) {
    Dice dice(2026, About::entry, static_cast<std::uint64_t>(number));
    Entry entry;
    entry.title = "Entry " + std::to_string(number + 1) + ": visit on " +
                  std::to_string(dice.between(1, 28)) + " March " + std::to_string(2005 + number / 300);
    for (int paragraph = dice.between(1, 2); paragraph > 0; --paragraph) {
        std::string text;
        for (int sentences = dice.between(2, 3); sentences > 0; --sentences) text += sentence(dice);
        entry.paragraphs.push_back(text);
    }
    return entry;
}

std::string part_of(int number) {
    return "Part " + std::to_string(number / entries_of_a_part + 1);
}

void write_html(int entries, const std::string& path) {
    std::ofstream out(path);
    out << "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A record</title><style>"
           "@page{size:A4;margin:20mm;@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages)}}"
           "body{font:10.5pt/1.4 \"Noto Sans\"}h1{font-size:18pt}h2{font-size:14pt}p{margin:0 0 5pt}</style>"
           "</head><body>\n";
    for (int number = 0; number < entries; ++number) {
        const Entry entry = entry_of(number);
        if (number % entries_of_a_part == 0) out << "<h1>" << part_of(number) << "</h1>\n";
        out << "<h2>" << escaped(entry.title) << "</h2>\n";
        for (const std::string& text : entry.paragraphs) out << "<p>" << escaped(text) << "</p>\n";
    }
    out << "</body></html>\n";
}

void write_pdf(int entries, const std::string& path, double size) {
    PdfStyle style;
    style.title = "A record";
    style.reference = "Made up";
    style.created = "2026-03-01T10:00:00Z";
    style.base_pt = size;
    style.contents_levels = 1;
    PdfDocument document(path, style);
    for (int number = 0; number < entries; ++number) {
        const Entry entry = entry_of(number);
        if (number % entries_of_a_part == 0) document.heading(1, part_of(number));
        document.heading(2, entry.title);
        for (const std::string& text : entry.paragraphs) document.paragraph({{text}});
    }
    document.finish();
    std::cout << document.pages() << "\n";
}

}  // namespace
}  // namespace casekeeper::bench

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    if (given.size() < 3) {
        std::cerr << "usage: pdf_record pdf|html ENTRIES FILE [SIZE]\n";
        return 64;
    }
    const int entries = std::atoi(given[1].c_str());
    if (given[0] == "html")
        casekeeper::bench::write_html(entries, given[2]);
    else
        casekeeper::bench::write_pdf(entries, given[2],
                                     given.size() > 3 ? std::atof(given[3].c_str()) : 10.5);
    return 0;
}

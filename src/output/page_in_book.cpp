// SPDX-License-Identifier: MIT
#include "output/page_in_book.h"

#include <stdexcept>
#include <string_view>

namespace casekeeper {
namespace {

constexpr std::string_view bullet = "• ";  // an item before the first section

std::vector<Runs> runs_of(const std::vector<std::string>& texts) {
    std::vector<Runs> runs;
    runs.reserve(texts.size());
    for (const std::string& text : texts) runs.push_back({plain(text)});
    return runs;
}

// Items in a row are one list.
void write_opening(Book& book, const std::vector<Paragraph>& opening) {
    std::vector<std::string> items;
    for (const Paragraph& paragraph : opening) {
        const bool is_item = paragraph.text.starts_with(bullet);
        if (is_item) items.push_back(paragraph.text.substr(bullet.size()));
        if (is_item) continue;
        if (!items.empty()) book.items(runs_of(items));
        items.clear();
        book.paragraph({plain(paragraph.text)});
    }
    if (!items.empty()) book.items(runs_of(items));
}

void write_block(Book& book, const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
        book.paragraph({plain(paragraph->text)});
    else if (const auto* list = std::get_if<Items>(&block))
        book.items(runs_of(list->items));
    else
        throw std::logic_error("a letter in a book has paragraphs and items");
}

}  // namespace

void write_page(Book& book, const Page& page, int level, const std::string& target) {
    book.heading(level, page.title, target);
    write_opening(book, page.opening);
    for (const Section& section : page.sections) {
        book.heading(level + 1, section.title);
        for (const Block& block : section.blocks) write_block(book, block);
    }
}

}  // namespace casekeeper

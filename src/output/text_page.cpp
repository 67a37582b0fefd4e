// SPDX-License-Identifier: MIT
#include "output/text_page.h"

#include <algorithm>

#include "output/printable.h"
#include "output/text_lines.h"
#include "output/text_table.h"

namespace casekeeper {
namespace {

std::string lines_of(const std::string& text, std::size_t indent) {
    std::string lines;
    for (const std::string& line : wrapped(text, text_columns - indent))
        lines += std::string(indent, ' ') + line + "\n";
    return lines;
}

std::string block_text(const Paragraph& paragraph) {
    const std::string mark = paragraph.tone == Tone::plain ? "" : "! ";
    std::string text = lines_of(mark + paragraph.text, 0);
    if (!paragraph.command.empty()) text += "    " + printable(paragraph.command) + "\n";
    return text;
}

std::string block_text(const Items& items) {
    std::string text;
    for (const std::string& item : items.items) text += lines_of(item, 2).replace(0, 1, "-");
    return text;
}

std::string block_text(const Facts& facts) {
    std::size_t names = 0;
    for (const auto& [name, value] : facts.facts) names = std::max(names, length_of(name) + 3);
    std::string text;
    for (const auto& [name, value] : facts.facts) {
        std::string lines = lines_of(value, names);
        text += lines.replace(0, length_of(name) + 1, name + ":");
    }
    return text;
}

std::string block_text(const Table& table) {
    return lines_of(table.caption, 0) + "\n" + text_of(table);
}

std::string section_text(const Section& section) {
    const std::string line(length_of(section.title), section.level == 2 ? '=' : '-');
    std::string text = "\n" + printable(section.title) + "\n" + line + "\n";
    for (const Block& block : section.blocks)
        text += "\n" + std::visit([](const auto& its) { return block_text(its); }, block);
    return text;
}

}  // namespace

std::string text_of(const Page& page) {
    const std::string title = printable(page.title);
    const std::string owner = printable(page.owner);
    std::string text = lines_of(title, 0) + (owner.empty() ? "" : lines_of(owner, 0));
    for (const Paragraph& paragraph : page.opening) text += "\n" + block_text(paragraph);
    for (const Section& section : page.sections) text += section_text(section);
    if (page.closing.title.empty()) return text;
    return text + "\n" + std::string(text_columns, '-') + section_text(page.closing);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disclosure/office_ledger.h"

namespace casekeeper {
namespace {

void write_list(Book& book, const std::string& heading, const std::string& why,
                const std::vector<std::string>& parts) {
    if (parts.empty()) return;
    book.heading(2, heading);
    book.paragraph({plain(why)});
    std::vector<Runs> items;
    for (const std::string& part : parts) items.push_back({plain(part)});
    book.items(items);
}

}  // namespace

void write_office_ledger(Book& book, const PackLedger& ledger, const std::vector<std::string>& not_shown,
                         const std::vector<std::string>& without_sign) {
    book.heading(1, "What is kept back, for the office", "ledger");
    book.begin_table("Each number with its decision", {"Note", "Part", "Rule", "Paragraph", "Decided by",
                                                       "On", "Second signature", "Look again on"});
    for (const LedgerLine& line : ledger.lines())
        book.row({{plain(std::to_string(line.number))},
                  {plain(line.item.item)},
                  {plain(line.item.rule)},
                  {plain(line.paragraph)},
                  {plain(line.item.decided_by.value_or(""))},
                  {plain(line.item.decided_on.value_or(""))},
                  {plain(line.item.countersigned_by.value_or(""))},
                  {plain(line.item.look_again_on.value_or(""))}});
    book.end_table();
    write_list(
        book, "What is not in the pack, and is to be shown by hand",
        "No program here can show all of these. Whoever asked is told so where each stands in their copy.",
        not_shown);
    write_list(book, "Signs that no font here has",
               "They stand in both copies as their number, such as [U+F8FF]. With a font of that script "
               "(Debian: fonts-noto-core, fonts-noto-cjk) the pack can be made again. They are in:",
               without_sign);
}

}  // namespace casekeeper

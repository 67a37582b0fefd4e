// SPDX-License-Identifier: MIT
//
// A letter as a part of a book: its title is a heading, its sections are headings beneath it. For the pack's own
// words, which a trust words as it words its letters (output/letter.h).
#pragma once

#include <string>

#include "output/book.h"
#include "output/page.h"

namespace casekeeper {

// `level` of the title, 1 to 3; `target` leads to it. REQUIRES: a page of paragraphs and items, as Letter::page
// gives it.
void write_page(Book& book, const Page& page, int level, const std::string& target);

}  // namespace casekeeper

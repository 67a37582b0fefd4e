// SPDX-License-Identifier: MIT
//
// Whether finished files were read to their end: a reader that answers with half of what is in a file proves nothing of
// the other half. All letters that were written must have been read, and of what has pages each page, by the number
// that stands at its foot: "Page 3 of 12". What a page says again (the reference at its foot, the head of a table that
// goes on, titles in a list of contents) is read more often than it was written: so many letters of theirs may be
// missing and go unseen.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

class ReadWhole {
public:
    // What was written into the files.
    void written(std::string_view text) { count(text, 1); }
    // What is read of their running text. `has_pages`: each such text is a page.
    void read(std::string_view text, bool has_pages);
    // A file is read: in a sentence what is missing of its pages; empty: nothing is.
    std::string end_of_file();
    // All are read: are there letters that were written and not read? `without_sign`: characters that stand as their
    // number, for no font has them.
    bool is_all_read(long long without_sign) const;

private:
    void count(std::string_view text, int times);

    std::array<long long, 256> letters_{};      // by byte of the folded letters: written less read
    std::vector<std::vector<long long>> feet_;  // of each page: of how many pages it says to be one
};

}  // namespace casekeeper

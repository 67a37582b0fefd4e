// SPDX-License-Identifier: MIT
//
// Letters from templates that the trust may reword: the plain text files of config/letters.
//
//   # Title                       once, first
//   ## A heading                  a section of its own
//   ### A lower heading           one within the section before it
//   A paragraph, over as many lines as it likes; a blank line ends it.
//   - an item of a list
//   {{NAME}}                      a value
//   {{#NAME}} … {{/NAME}}         once for each element of a list, or not at all
//   {{! a note to whoever edits }}
//
// What a value holds is never read as a heading, an item or a mark.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"
#include "output/page.h"

namespace casekeeper {

struct LetterValues {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::vector<LetterValues>> lists;
    bool large_print = false;  // whoever it is for reads large print

    // A part of the letter that is there or not.
    void show(const std::string& name, bool shown) {
        if (shown) lists[name].emplace_back();
    }
    // A part that is there where its value is.
    void show_text(const std::string& section, const std::string& name, const std::string& text) {
        if (!text.empty()) lists[section].emplace_back().texts[name] = text;
    }
};

class Letter {
public:
    // Mistakes (a mark that is not closed, a name the letter does not know) go to `findings` with their line.
    // `known`: every name there may be a value or list for.
    static Letter read(const std::string& text, const std::string& file, const std::set<std::string>& known,
                       std::vector<Finding>& findings);

    Page page(const LetterValues& values, const std::string& owner) const;
    // The words alone, headings and items with a line of their own, for measuring how they read.
    std::string words(const LetterValues& values) const;

private:
    std::string filled(const LetterValues& values) const;
    std::string text_;
};

}  // namespace casekeeper

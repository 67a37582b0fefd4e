// SPDX-License-Identifier: MIT
//
// What is asked of every letter, whoever writes it: which marks its template has and its values fill, and what
// it says and must not say.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "output/letter.h"

namespace casekeeper::test {

// The names between {{ and }} of a template, notes left out.
inline std::set<std::string> marks_of(const std::string& text) {
    std::set<std::string> marks;
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2)) {
        std::string name = text.substr(at + 2, text.find("}}", at) - at - 2);
        if (name.front() == '!') continue;
        if (name.front() == '#' || name.front() == '/') name.erase(0, 1);
        marks.insert(name);
    }
    return marks;
}

inline void add_names(const LetterValues& values, std::set<std::string>& names) {
    for (const auto& [name, text] : values.texts)
        if (!text.empty()) names.insert(name);
    for (const auto& [name, elements] : values.lists) {
        if (!elements.empty()) names.insert(name);
        for (const LetterValues& element : elements) add_names(element, names);
    }
}

// A text as it reads on: the ends of its lines are spaces.
inline std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char c : text)
        if (const char space = c == '\n' ? ' ' : c; space != ' ' || !line.ends_with(' ')) line += space;
    return line;
}

inline void expect_said(const std::string& words, const std::vector<std::string>& said) {
    for (const std::string& text : said)
        EXPECT_NE(words.find(text), std::string::npos) << text << " in\n" << words;
}

inline void expect_unsaid(const std::string& words, const std::vector<std::string>& unsaid) {
    for (const std::string& text : unsaid)
        EXPECT_EQ(words.find(text), std::string::npos) << text << " in\n" << words;
}

}  // namespace casekeeper::test

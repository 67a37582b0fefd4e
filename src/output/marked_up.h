// SPDX-License-Identifier: MIT
//
// XML and HTML as the row of what stands in them, and the text they say, by libxml2. Nothing outside the
// bytes is ever fetched, and no entity that a file declares for itself is unfolded.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casekeeper {

struct MarkedUpNode {
    enum class Kind { begins, ends, text, comment, instruction };
    Kind kind = Kind::text;
    std::string name;  // of an element or instruction: without its prefix, in small letters
    std::vector<std::pair<std::string, std::string>> attributes;  // as written, without prefixes
    std::string text;
};
using MarkedUp = std::vector<MarkedUpNode>;

// Nullopt where it is not well-formed, is nested absurdly deep, or declares entities.
std::optional<MarkedUp> marked_up_xml(std::string_view bytes);
// Any page, however it is written; nullopt where it is nested absurdly deep. `charset` is what came with it:
// empty where only the page itself can say.
std::optional<MarkedUp> marked_up_html(std::string_view bytes, const std::string& charset = "");

// Of English, and of the names of elements.
std::string in_small_letters(std::string text);
// Of one attribute; empty where there is none.
std::string attribute_of(const MarkedUpNode& node, std::string_view name);

// How a kind of file says its text.
struct SayingRules {
    std::set<std::string> silent;    // elements nothing in which is said
    std::set<std::string> speaking;  // where there are any: only what stands directly in these is said
    std::set<std::string> lines;     // elements that begin and end a line
    std::map<std::string, std::string> signs;  // what is said where an element ends: {"br", "\n"}
    bool folds_space = false;                  // white space as HTML has it
};

std::string text_said(const MarkedUp& nodes, const SayingRules& rules);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// A finished HTML page, or any XML: the text as it is shown, every stretch of text, attribute and comment by
// itself, what is packed in an address (data:), and the source as it stands.
#include <glib.h>

#include <array>
#include <memory>

#include "output/charset.h"
#include "output/finished_readers.h"
#include "output/marked_up.h"

namespace casekeeper {
namespace {

using Kind = MarkedUpNode::Kind;

struct TextFreed {
    void operator()(unsigned char* bytes) const { g_free(bytes); }
};

// How the page is built, and in no reader's words.
bool is_of_the_format(const std::string& attribute) {
    static constexpr std::array built = {"class", "style",   "lang",   "charset",    "rel",    "role",
                                         "scope", "colspan", "type",   "width",      "height", "rowspan",
                                         "dir",   "media",   "name",   "http-equiv", "xmlns",  "space",
                                         "start", "align",   "version"};
    for (const std::string_view one : built)
        if (attribute == one) return true;
    return false;
}

// What is packed in the addresses of a page is read as what it is, not as the letters it is packed in.
std::string without_packed(const std::string& source) {
    constexpr std::string_view begins = ";base64,";
    std::string rest;
    for (std::size_t at = 0;;) {
        const std::size_t packed = source.find(begins, at);
        if (packed == std::string::npos) return rest + source.substr(at);
        const std::size_t from = packed + begins.size();
        std::size_t end = from;
        while (end < source.size() && (g_ascii_isalnum(source[end]) || source[end] == '+' ||
                                       source[end] == '/' || source[end] == '='))
            ++end;
        rest += source.substr(at, from - at);
        at = end;
    }
}

// data:image/png;base64,…
void read_packed_address(const std::string& address, const FinishedVoice& voice) {
    const std::size_t comma = address.find(',');
    if (comma == std::string::npos || address.find(";base64") > comma) return;
    gsize size = 0;
    const std::unique_ptr<unsigned char, TextFreed> bytes(
        g_base64_decode(address.c_str() + comma + 1, &size));
    read_finished({reinterpret_cast<const char*>(bytes.get()), size}, "", voice.within("in an address"));
}

void tell_element(const MarkedUpNode& node, const FinishedVoice& voice) {
    for (const auto& [name, value] : node.attributes) {
        voice.syntax("attribute", name);
        if (value.starts_with("data:"))
            read_packed_address(value, voice);
        else if (is_of_the_format(name))
            voice.syntax("attribute " + name, value);
        else
            voice.said("attribute " + name, value);
    }
}

void tell_nodes(const MarkedUp& nodes, const FinishedVoice& voice) {
    bool in_style = false;
    for (const MarkedUpNode& node : nodes) {
        if (node.name == "style" && node.kind != Kind::text) in_style = node.kind == Kind::begins;
        if (node.kind == Kind::begins) tell_element(node, voice);
        if (node.kind == Kind::comment) voice.said("comment", node.text);
        if (node.kind == Kind::instruction) voice.said("instruction", node.name + " " + node.text);
        if (node.kind == Kind::text && in_style) voice.syntax("style", node.text);
    }
}

}  // namespace

void read_finished_page(std::string_view bytes, const FinishedVoice& voice) {
    const auto nodes = marked_up_html(bytes);
    if (!nodes)
        throw Unreadable("a page in it is nested deeper, or has longer stretches of text, than is read here");
    // As it is shown, a word parted by an element in one piece; and again with every element a line of its own.
    voice.said("text", text_said(*nodes, {{"style"},
                                          {},
                                          {"p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4"},
                                          {{"br", "\n"}},
                                          true}));
    std::string lines;
    for (const MarkedUpNode& node : *nodes)
        if (node.kind == Kind::text) lines += node.text + '\n';
    voice.syntax("stretches of text", lines);
    tell_nodes(*nodes, voice);
    voice.syntax("source", without_packed(utf8_of_text(bytes)));
}

void read_finished_xml(std::string_view bytes, const FinishedVoice& voice) {
    const auto nodes = marked_up_xml(bytes);
    if (!nodes) throw Unreadable("a part of it is no well-formed XML");
    voice.said("text",
               text_said(*nodes, {{}, {}, {"p", "h", "tr", "tc"}, {{"tab", "\t"}, {"br", "\n"}}, false}));
    tell_nodes(*nodes, voice);
}

}  // namespace casekeeper

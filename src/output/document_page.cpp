// SPDX-License-Identifier: MIT
//
// An HTML page: its text, and what it carries unseen. Its scripts are not run.
#include <utility>

#include "output/document_readers.h"
#include "output/marked_up.h"

namespace casekeeper {
namespace {

using Kind = MarkedUpNode::Kind;

SayingRules shown() {
    return {{"script", "style", "title", "head", "template"},
            {},
            {"p",     "div",    "h1", "h2", "h3",      "h4",      "h5",     "h6",     "li",         "tr",
             "table", "ul",     "ol", "dl", "section", "article", "header", "footer", "blockquote", "figure",
             "title", "option", "dt", "dd", "hr",      "pre",     "body",   "form"},
            {{"td", "\t"}, {"th", "\t"}, {"br", "\n"}},
            true};
}

// Links and words for pictures; what fills in a form.
void note_attributes(const MarkedUpNode& node, DocumentText& into) {
    for (const auto& [name, value] : node.attributes) {
        if (name == "href" || name == "action") note(into, "link", value);
        if (name == "alt" || name == "title") note(into, "words for a picture", value);
        if (name == "value" || name == "placeholder") note(into, "form field", value);
        if (name == "src" && !value.starts_with("data:")) note(into, "drawn from", value);
    }
    if (node.name == "meta") note(into, attribute_of(node, "name"), attribute_of(node, "content"));
}

// The text of each element of a name.
void note_elements(const MarkedUp& nodes, std::string_view name, DocumentText& into) {
    std::string text;
    bool within = false;
    for (const MarkedUpNode& node : nodes) {
        if (node.name == name && node.kind != Kind::text) {
            within = node.kind == Kind::begins;
            if (!within) note(into, std::string(name), std::exchange(text, {}));
        } else if (within && node.kind == Kind::text) {
            text += node.text;
        }
    }
}

}  // namespace

void read_page(const DocumentSource& source, DocumentText& into) {
    const std::size_t said = source.media_type.find("charset=");
    const std::string charset = said == std::string::npos ? "" : source.media_type.substr(said + 8);
    const auto nodes = marked_up_html(source.bytes, charset);
    if (!nodes) throw Unreadable("it is nested deeper, or has longer stretches of text, than is read here");
    say(into, "text", text_said(*nodes, shown()));
    for (const char* unseen : {"title", "script", "template"}) note_elements(*nodes, unseen, into);
    long long pictures = 0;
    for (const MarkedUpNode& node : *nodes) {
        if (node.kind == Kind::comment) note(into, "comment", node.text);
        if (node.kind != Kind::begins) continue;
        note_attributes(node, into);
        if (node.name == "img" || node.name == "svg" || node.name == "object" || node.name == "iframe")
            ++pictures;
    }
    if (pictures > 0) into.for_human_eyes.push_back("it shows pictures: " + std::to_string(pictures));
    into.readable = true;
}

}  // namespace casekeeper

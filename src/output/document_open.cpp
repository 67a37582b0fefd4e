// SPDX-License-Identifier: MIT
//
// OpenDocument's .odt: the text, the headers and footers of its page styles, notes, what was deleted and kept,
// and the properties.
#include "output/document_office.h"

namespace casekeeper {
namespace {

SayingRules shown() {
    return {{"tracked-changes", "annotation", "styles", "automatic-styles", "font-face-decls", "scripts"},
            {},
            {"p", "h", "table-row", "list-item"},
            {{"table-cell", "\t"}, {"tab", "\t"}, {"line-break", "\n"}, {"s", " "}},
            true};
}

// What stands within one kind of element alone.
MarkedUp within(const MarkedUp& nodes, std::string_view name) {
    MarkedUp found;
    int depth = 0;
    for (const MarkedUpNode& node : nodes) {
        const bool is_it = node.name == name;
        if (is_it && node.kind == MarkedUpNode::Kind::ends) --depth;
        if (depth > 0) found.push_back(node);
        if (is_it && node.kind == MarkedUpNode::Kind::begins) ++depth;
    }
    return found;
}

std::string lines_of(const MarkedUp& nodes) {
    return text_said(nodes, {{},
                             {},
                             {"p", "h", "creator", "date", "initials"},
                             {{"tab", "\t"}, {"line-break", "\n"}, {"s", " "}},
                             true});
}

void read_beside(OfficeParts& parts, DocumentText& into) {
    if (const auto styles = parts.part("styles.xml"))
        say(into, "headers and footers", lines_of(within(*styles, "master-styles")));
    for (const char* name : {"meta.xml", "META-INF/documentsignatures.xml"})
        if (const auto nodes = parts.part(name)) note_leaves(*nodes, into);
    if (const auto manifest = parts.part("META-INF/manifest.xml"))
        for (const MarkedUpNode& node : *manifest)
            if (node.name == "encryption-data") throw Unreadable("it is locked with a password");
}

// How the program sets its page and its windows.
bool is_furniture(const std::string& name) {
    for (const char* one :
         {"mimetype", "settings.xml", "manifest.rdf", "Configurations2/", "layout-cache", "Fonts/"})
        if (name.starts_with(one)) return true;
    return false;
}

}  // namespace

void read_open_document(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    OfficeParts parts(source.bytes, budget);
    read_beside(parts, into);
    const auto content = parts.part("content.xml");
    if (!content) throw Unreadable("it is damaged: its text is missing");
    say(into, "text", text_said(*content, shown()));
    say(into, "comments", lines_of(within(*content, "annotation")));
    say(into, "deleted text, kept unseen", lines_of(within(*content, "tracked-changes")));
    note_attribute(*content, "href", "link", into);
    for (const char* kept :
         {"string-value", "string-value-if-true", "string-value-if-false", "current-value", "label"})
        note_attribute(*content, kept, "form field", into);
    for (const char* element : {"title", "desc"})
        note(into, "words for a picture", lines_of(within(*content, element)));
    for (const std::string& name : parts.unread()) {
        if (is_furniture(name)) continue;
        if (name.ends_with(".xml")) {
            if (const auto nodes = parts.part(name)) say(into, "a text within", text_said(*nodes, shown()));
        } else {
            parts.attach(name, into);
        }
    }
    into.readable = true;
}

}  // namespace casekeeper

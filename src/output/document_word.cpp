// SPDX-License-Identifier: MIT
//
// Word's .docx (ECMA-376): the text and what stands beside it, and what Word keeps without showing it: deleted
// words, authors of changes, fields, data behind the form.
#include <array>

#include "output/document_office.h"

namespace casekeeper {
namespace {

// What is written for programs that do not know a newer element is said by that element already.
SayingRules shown() {
    return {
        {"fallback"},
        {"t"},
        {"p", "tr"},
        {{"tc", "\t"}, {"tab", "\t"}, {"br", "\n"}, {"cr", "\n"}, {"nobreakhyphen", "-"}, {"sym", "\uFFFD"}},
        false};
}

SayingRules only(const std::string& element) {
    return {{}, {element}, {"p"}, {}, false};
}

SayingRules everything() {
    return {{}, {}, {"p", "pt"}, {}, false};
}

bool has_element(const MarkedUp& nodes, std::string_view name) {
    for (const MarkedUpNode& node : nodes)
        if (node.kind == MarkedUpNode::Kind::begins && node.name == name) return true;
    return false;
}

struct Kept {
    const char* element;
    const char* attribute;
    const char* called;
};

// What Word keeps in attributes.
constexpr std::array kept = {
    Kept{"docpr", "descr", "words for a picture"},
    Kept{"docpr", "title", "words for a picture"},
    Kept{"docpr", "name", "name of a picture"},
    Kept{"cnvpr", "descr", "words for a picture"},
    Kept{"cnvpr", "name", "name of a picture"},
    Kept{"imagedata", "title", "name of a picture"},
    Kept{"shape", "alt", "words for a picture"},
    Kept{"textpath", "string", "words drawn"},
    Kept{"bookmarkstart", "name", "bookmark"},
    Kept{"fldsimple", "instr", "field"},
    Kept{"hyperlink", "tooltip", "link"},
    Kept{"hyperlink", "anchor", "link"},
    Kept{"alias", "val", "form field"},
    Kept{"tag", "val", "form field"},
    Kept{"listitem", "displaytext", "form field"},
    Kept{"listitem", "value", "form field"},
    Kept{"ffdata", "name", "form field"},
    Kept{"helptext", "val", "form field"},
    Kept{"statustext", "val", "form field"},
    Kept{"default", "val", "form field"},
    Kept{"comment", "initials", "author of a change or a comment"},
    Kept{"query", "val", "mail merge"},
    Kept{"connectstring", "val", "mail merge"},
};

void note_kept(const MarkedUpNode& node, DocumentText& into) {
    for (const Kept& one : kept)
        if (node.name == one.element)
            for (const auto& [name, value] : node.attributes)
                if (in_small_letters(name) == one.attribute) note(into, one.called, value);
}

void read_text_part(const MarkedUp& nodes, const std::string& where, DocumentText& into) {
    const std::string text = text_said(nodes, shown());
    say(into, where, text);
    say(into, "deleted text, kept unseen", text_said(nodes, only("deltext")));
    if (has_element(nodes, "fallback")) {
        SayingRules rules = shown();
        rules.silent = {"choice"};
        const std::string other = text_said(nodes, rules);
        if (other != text) say(into, where + ", as older programs show it", other);
    }
    note(into, "field", text_said(nodes, only("instrtext")));
    for (const MarkedUpNode& node : nodes) note_kept(node, into);
    note_attribute(nodes, "author", "author of a change or a comment", into);
    if (has_element(nodes, "vanish"))
        into.for_human_eyes.emplace_back("some of its text is set not to be shown");
    if (has_element(nodes, "altchunk"))
        into.for_human_eyes.emplace_back("it draws in the text of another file");
}

// word/header1.xml, word/header2.xml …
void read_parts_named(OfficeParts& parts, const std::string& beginning, const std::string& where,
                      DocumentText& into) {
    for (const std::string& name : parts.names_beneath(beginning))
        if (name.ends_with(".xml"))
            if (const auto nodes = parts.part(name)) read_text_part(*nodes, where, into);
}

void read_beside(OfficeParts& parts, DocumentText& into) {
    read_parts_named(parts, "word/header", "header", into);
    read_parts_named(parts, "word/footer", "footer", into);
    read_parts_named(parts, "word/footnotes", "footnotes", into);
    read_parts_named(parts, "word/endnotes", "endnotes", into);
    read_parts_named(parts, "word/comments", "comments", into);
    read_parts_named(parts, "word/glossary/document", "building blocks", into);
    for (const char* folder : {"word/charts/", "word/diagrams/", "word/drawings/"})
        for (const std::string& name : parts.names_beneath(folder))
            if (name.ends_with(".xml"))
                if (const auto nodes = parts.part(name))
                    say(into, "drawing", text_said(*nodes, everything()));
}

void read_properties(OfficeParts& parts, DocumentText& into) {
    for (const char* folder : {"docProps/", "customXml/"})
        for (const std::string& name : parts.names_beneath(folder))
            if (name.ends_with(".xml"))
                if (const auto nodes = parts.part(name)) note_leaves(*nodes, into);
    if (const auto nodes = parts.part("word/people.xml")) note_attribute(*nodes, "author", "author", into);
    if (const auto nodes = parts.part("word/settings.xml"))
        for (const MarkedUpNode& node : *nodes) {
            note_kept(node, into);
            if (node.name == "docvar")
                note(into, "variable " + attribute_of(node, "name"), attribute_of(node, "val"));
        }
}

void read_links(OfficeParts& parts, DocumentText& into) {
    for (const std::string& name : parts.names_beneath("")) {
        if (!name.ends_with(".rels")) continue;
        const auto nodes = parts.part(name);
        for (const MarkedUpNode& node : nodes ? *nodes : MarkedUp{})
            if (attribute_of(node, "TargetMode") == "External")
                note(into, "link", attribute_of(node, "Target"));
    }
}

// How Word sets its page: nothing in them was written by anybody.
bool is_furniture(const std::string& name) {
    for (const char* one : {"word/styles", "word/fontTable", "word/webSettings", "word/numbering",
                            "word/theme/", "[Content_Types].xml", "word/fonts/", "word/commentsExtended",
                            "word/commentsIds", "docProps/thumbnail"})
        if (name.starts_with(one)) return !name.starts_with("docProps/");
    return name.ends_with(".rels");
}

}  // namespace

void read_word(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    OfficeParts parts(source.bytes, budget);
    read_parts_named(parts, "word/document", "text", into);
    read_beside(parts, into);
    read_properties(parts, into);
    read_links(parts, into);
    for (const std::string& name : parts.unread()) {
        if (is_furniture(name)) continue;
        if (name.ends_with(".xml")) {
            if (const auto nodes = parts.part(name)) note_leaves(*nodes, into);
        } else {
            parts.attach(name, into);
        }
    }
    into.readable = true;
}

}  // namespace casekeeper

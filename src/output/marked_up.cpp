// SPDX-License-Identifier: MIT
#include "output/marked_up.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "output/charset.h"

namespace casekeeper {
namespace {

using Kind = MarkedUpNode::Kind;

struct Freed {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* context) const {
        if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
        xmlFreeParserCtxt(context);
    }
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using Parser = std::unique_ptr<xmlParserCtxt, Freed>;

std::string string_of(const xmlChar* text) {
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

// HTML's parser knows no prefixes: o:p.
std::string name_of(const xmlNode* node) {
    const std::string name = in_small_letters(string_of(node->name));
    return name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
}

MarkedUpNode element(xmlNode* node) {
    MarkedUpNode found{Kind::begins, name_of(node), {}, {}};
    for (xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        const std::unique_ptr<xmlChar, Freed> value(xmlNodeListGetString(node->doc, one->children, 1));
        found.attributes.emplace_back(string_of(one->name), string_of(value.get()));
    }
    return found;
}

std::optional<MarkedUpNode> met(xmlNode* node) {
    switch (node->type) {
        case XML_ELEMENT_NODE:
            return element(node);
        case XML_TEXT_NODE:
        case XML_CDATA_SECTION_NODE:
            return MarkedUpNode{Kind::text, {}, {}, string_of(node->content)};
        case XML_COMMENT_NODE:
            return MarkedUpNode{Kind::comment, {}, {}, string_of(node->content)};
        case XML_PI_NODE:
            return MarkedUpNode{Kind::instruction, string_of(node->name), {}, string_of(node->content)};
        default:
            return std::nullopt;
    }
}

void leave(const xmlNode* node, MarkedUp& nodes) {
    if (node->type == XML_ELEMENT_NODE) nodes.push_back({Kind::ends, name_of(node), {}, {}});
}

// Without recursion: a file may be nested as deep as it likes.
MarkedUp row_of(xmlDoc* document) {
    MarkedUp nodes;
    xmlNode* node = document->children;
    while (node != nullptr) {
        if (auto found = met(node)) nodes.push_back(std::move(*found));
        if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        leave(node, nodes);
        while (node->next == nullptr && node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE) {
            node = node->parent;
            leave(node, nodes);
        }
        node = node->next;
    }
    return nodes;
}

bool says_charset(std::string_view page) {
    return in_small_letters(std::string(page.substr(0, 4096))).find("charset") != std::string::npos;
}

bool declares_entities(const xmlDoc* document) {
    return document->intSubset != nullptr && document->intSubset->entities != nullptr;
}

// The text of a file as it is gathered: lines end once, however many elements end there.
class Saying {
public:
    explicit Saying(const SayingRules& rules) : rules_(rules) {}

    void take(const MarkedUpNode& node) {
        if (node.kind == Kind::begins)
            begin(node.name);
        else if (node.kind == Kind::ends)
            end(node.name);
        else if (node.kind == Kind::text)
            say(node.text);
    }
    std::string text() {
        while (!text_.empty() && (text_.back() == '\n' || text_.back() == '\t' || text_.back() == ' '))
            text_.pop_back();
        return std::move(text_);
    }

private:
    void begin(const std::string& name) {
        within_.push_back(name);
        if (rules_.silent.contains(name)) ++silent_;
        // What begins a cell stands beside the cell before.
        if (rules_.lines.contains(name) && !text_.ends_with('\t')) end_line();
    }
    void end(const std::string& name) {
        if (!within_.empty()) within_.pop_back();
        if (rules_.silent.contains(name)) --silent_;
        if (rules_.lines.contains(name)) end_line();
        const auto sign = rules_.signs.find(name);
        if (sign == rules_.signs.end() || silent_ > 0) return;
        // The last line of a cell ends with the cell.
        if (sign->second == "\t" && !text_.empty() && text_.back() == '\n') text_.pop_back();
        text_ += sign->second;
    }
    void drop_space_at_end() {
        while (!text_.empty() && (text_.back() == '\t' || text_.back() == ' ')) text_.pop_back();
    }
    void end_line() {
        drop_space_at_end();
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    }
    void say(const std::string& text) {
        if (silent_ > 0) return;
        if (!rules_.speaking.empty() && (within_.empty() || !rules_.speaking.contains(within_.back())))
            return;
        if (!rules_.folds_space || std::find(within_.begin(), within_.end(), "pre") != within_.end())
            text_ += text;
        else
            say_folded(text);
    }
    void say_folded(const std::string& text) {
        for (const char c : text) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space)
                text_ += c;
            else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n' && text_.back() != '\t')
                text_ += ' ';
        }
    }

    const SayingRules& rules_;
    std::vector<std::string> within_;
    int silent_ = 0;
    std::string text_;
};

}  // namespace

std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::optional<MarkedUp> marked_up_xml(std::string_view bytes) {
    if (bytes.size() > INT_MAX) return std::nullopt;
    const std::unique_ptr<xmlDoc, Freed> document(
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES));
    if (!document || declares_entities(document.get())) return std::nullopt;
    return row_of(document.get());
}

std::optional<MarkedUp> marked_up_html(std::string_view bytes, const std::string& charset) {
    // A page that does not say is taken as any other text; the parser would take it for Latin-1.
    if (charset.empty() && !says_charset(bytes)) return marked_up_html(utf8_of_text(bytes), "UTF-8");
    if (bytes.size() > INT_MAX) return std::nullopt;
    const Parser parser(htmlNewParserCtxt());
    if (!parser) throw std::bad_alloc();
    xmlDoc* document =
        htmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                           charset.empty() ? nullptr : charset.c_str(),
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    const std::unique_ptr<xmlDoc, Freed> owned(document);
    // What stops the parser in mid-page is a fault of its own, not one of the page's.
    if (parser->disableSAX != 0 || parser->lastError.code == XML_ERR_INTERNAL_ERROR) return std::nullopt;
    return document == nullptr ? MarkedUp{} : row_of(document);
}

std::string attribute_of(const MarkedUpNode& node, std::string_view name) {
    for (const auto& [its_name, value] : node.attributes)
        if (its_name == name) return value;
    return {};
}

std::string text_said(const MarkedUp& nodes, const SayingRules& rules) {
    Saying saying(rules);
    for (const MarkedUpNode& node : nodes) saying.take(node);
    return saying.text();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "output/letter.h"

#include <ctemplate/template.h>

#include <algorithm>
#include <sstream>

namespace casekeeper {
namespace {

constexpr std::string_view title_mark = "# ";
constexpr std::string_view heading_mark = "## ";
constexpr std::string_view lower_heading_mark = "### ";
constexpr std::string_view item_mark = "- ";
constexpr const char* bullet = "• ";
constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
// Stands before a value that begins a line, so that the line is read as text; it is no character of a letter.
constexpr char value_mark = '\x02';

std::string in_one_line(const std::string& text) {
    std::string line(1, value_mark);
    for (const char character : text) line += static_cast<unsigned char>(character) < ' ' ? ' ' : character;
    return line;
}

void fill(ctemplate::TemplateDictionary& dictionary, const LetterValues& values) {
    for (const auto& [name, text] : values.texts) dictionary.SetValue(name, in_one_line(text));
    for (const auto& [name, elements] : values.lists)
        for (const LetterValues& element : elements) fill(*dictionary.AddSectionDictionary(name), element);
}

// A mark of a template: what stands between {{ and }}.
struct Mark {
    char kind = ' ';  // # / ! or a value
    std::string name;
    long line = 0;
};

std::vector<Mark> marks_of(const std::string& text) {
    std::vector<Mark> marks;
    for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const std::size_t end = text.find(closing, at);
        Mark mark;
        mark.line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        if (end != std::string::npos) mark.name = text.substr(at + 2, end - at - 2);
        if (!mark.name.empty() && std::string_view("#/!").find(mark.name.front()) != std::string_view::npos) {
            mark.kind = mark.name.front();
            mark.name.erase(0, 1);
        }
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::string without_marks(std::string text) {
    std::erase(text, value_mark);
    return text;
}

// Reads the lines of a filled letter.
class Lines {
public:
    explicit Lines(Page& page) : page_(page) {}

    void take(const std::string& line) {
        if (line.starts_with(heading_mark)) {
            begin_section(line.substr(heading_mark.size()), 2);
        } else if (line.starts_with(lower_heading_mark)) {
            begin_section(line.substr(lower_heading_mark.size()), page_.sections.empty() ? 2 : 3);
        } else if (line.starts_with(title_mark)) {
            end_paragraph();
            page_.title = without_marks(line.substr(title_mark.size()));
        } else if (line.starts_with(item_mark)) {
            end_paragraph();
            paragraph_ = without_marks(line.substr(item_mark.size()));
            is_item_ = true;
        } else if (line.find_first_not_of(" \t") == std::string::npos) {
            end_paragraph();
        } else {
            const std::size_t first = line.find_first_not_of(" \t");
            paragraph_ += (paragraph_.empty() ? "" : " ") + without_marks(line.substr(first));
        }
    }
    void end_paragraph() {
        const bool is_item = is_item_;
        is_item_ = false;
        if (paragraph_.empty()) return;
        if (page_.sections.empty())
            page_.opening.push_back({(is_item ? bullet : "") + paragraph_});
        else if (is_item)
            add_item(page_.sections.back().blocks);
        else
            page_.sections.back().blocks.emplace_back(Paragraph{paragraph_});
        paragraph_.clear();
    }

private:
    void begin_section(const std::string& title, int level) {
        end_paragraph();
        page_.sections.push_back(
            {"part-" + std::to_string(page_.sections.size() + 1), without_marks(title), level});
    }

    // Items in a row are one list.
    void add_item(std::vector<Block>& blocks) const {
        if (blocks.empty() || !std::holds_alternative<Items>(blocks.back())) blocks.emplace_back(Items{});
        std::get<Items>(blocks.back()).items.push_back(paragraph_);
    }

    Page& page_;
    std::string paragraph_;
    bool is_item_ = false;
};

}  // namespace

Letter Letter::read(const std::string& text, const std::string& file, const std::set<std::string>& known,
                    std::vector<Finding>& findings) {
    const auto error = [&](long line, const std::string& message) {
        findings.push_back({file, line, 0, Severity::error, message});
    };
    std::vector<Mark> open;
    for (const Mark& mark : marks_of(text)) {
        if (mark.kind == '!') continue;
        if (mark.name.empty() || mark.name.find('\n') != std::string::npos) {
            error(mark.line, "a mark that begins with {{ and does not end with }} on its line");
            continue;
        }
        if (!known.contains(mark.name)) error(mark.line, "this letter knows no {{" + mark.name + "}}");
        if (mark.kind == '#') open.push_back(mark);
        if (mark.kind != '/') continue;
        if (open.empty() || open.back().name != mark.name)
            error(mark.line, "{{/" + mark.name + "}} closes nothing that is open");
        else
            open.pop_back();
    }
    for (const Mark& mark : open) error(mark.line, "{{#" + mark.name + "}} is not closed");
    if (!text.starts_with(title_mark)) error(1, "a letter begins with its title: # Title");
    Letter letter;
    letter.text_ = text;
    return letter;
}

std::string Letter::filled(const LetterValues& values) const {
    const std::unique_ptr<ctemplate::Template> text(
        ctemplate::Template::StringToTemplate(text_, ctemplate::DO_NOT_STRIP));
    std::string filled;
    if (!text) return filled;
    ctemplate::TemplateDictionary dictionary("letter");
    fill(dictionary, values);
    text->Expand(&filled, &dictionary);
    return filled;
}

Page Letter::page(const LetterValues& values, const std::string& owner) const {
    Page page;
    page.owner = owner;
    page.has_contents = false;
    page.is_letter = true;
    page.large_print = values.large_print;
    Lines lines(page);
    std::istringstream in(filled(values));
    for (std::string line; std::getline(in, line);) lines.take(line);
    lines.end_paragraph();
    return page;
}

std::string Letter::words(const LetterValues& values) const {
    const Page whole = page(values, "");
    std::string text = whole.title + "\n\n";
    for (const Paragraph& paragraph : whole.opening) text += paragraph.text + "\n\n";
    for (const Section& section : whole.sections) {
        text += section.title + "\n\n";
        for (const Block& block : section.blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block)) text += paragraph->text + "\n\n";
            if (const auto* list = std::get_if<Items>(&block))
                for (const std::string& item : list->items) text += bullet + item + "\n\n";
        }
    }
    return text;
}

}  // namespace casekeeper

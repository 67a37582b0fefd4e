// SPDX-License-Identifier: MIT
#include "policy/toml_reading.h"

#include <algorithm>
#include <sstream>

#include "policy/did_you_mean.h"

namespace casekeeper {

namespace {

// toml++ takes tables named a.a.a... apart recursively; a line this long could hold enough of them to end the
// stack.
constexpr std::size_t longest_line = 10'000;

std::vector<std::size_t> starts_of_lines(std::string_view text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') starts.push_back(at + 1);
    }
    return starts;
}

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// toml++'s sentence in our style: it begins with a capital and may quote line breaks.
std::string in_one_line(std::string_view description) {
    std::string line = "this is not TOML: ";
    for (const char letter : description) {
        line += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
    return line;
}

const char* kind_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::string:
            return "text";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number with a fraction";
        case toml::node_type::boolean:
            return "true or false";
        case toml::node_type::date:
            return "a date";
        case toml::node_type::time:
            return "a time";
        case toml::node_type::date_time:
            return "a moment";
        case toml::node_type::array:
            return "a list";
        default:
            return "a table";
    }
}

}  // namespace

bool is_key(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.front() != '-' && text.back() != '-' &&
           text.find("--") == std::string_view::npos && std::all_of(text.begin(), text.end(), fits);
}

TextPlace PlacedText::place_within(std::size_t offset) const {
    if (!plain) return place;
    return {place.line, place.column + 1 + static_cast<long>(offset)};
}

TomlFile::TomlFile(std::string_view text, std::string file, std::vector<Finding>& findings)
    : text_(text),
      file_(std::move(file)),
      findings_(findings),
      first_finding_(findings.size()),
      line_starts_(starts_of_lines(text)) {}

std::optional<toml::table> TomlFile::parse() {
    for (std::size_t line = 0; line < line_starts_.size(); ++line) {
        const std::size_t end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : text_.size();
        if (end - line_starts_[line] <= longest_line) continue;
        error({static_cast<long>(line) + 1, 1},
              "this line is longer than " + std::to_string(longest_line) + " bytes: break it up");
        return std::nullopt;
    }
    try {
        return toml::parse(text_);
    } catch (const toml::parse_error& mistake) {
        error(place(mistake.source().begin), in_one_line(mistake.description()));
        return std::nullopt;
    }
}

void TomlFile::error(TextPlace place, std::string message) {
    ++errors_;
    findings_.push_back({file_, place.line, place.column, Severity::error, std::move(message)});
}

void TomlFile::warn(TextPlace place, std::string message) {
    findings_.push_back({file_, place.line, place.column, Severity::warning, std::move(message)});
}

void TomlFile::sort_findings() {
    std::stable_sort(findings_.begin() + static_cast<std::ptrdiff_t>(first_finding_), findings_.end(),
                     [](const Finding& a, const Finding& b) {
                         return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
}

TextPlace TomlFile::place_of(const toml::node& node) const {
    return place(node.source().begin);
}

TextPlace TomlFile::place_of(const toml::key& key) const {
    return place(key.source().begin);
}

PlacedText TomlFile::placed(const toml::value<std::string>& value) const {
    PlacedText placed{value.get(), place_of(value)};
    const std::size_t quote = line_starts_[static_cast<std::size_t>(placed.place.line - 1)] +
                              static_cast<std::size_t>(placed.place.column - 1);
    // Where the file has the very bytes of the value behind one quote, there is no escape and no line break.
    placed.plain = quote < text_.size() && placed.text.find('\n') == std::string::npos &&
                   text_.substr(quote + 1, placed.text.size()) == placed.text;
    return placed;
}

// toml++ counts columns in characters; findings count bytes.
TextPlace TomlFile::place(toml::source_position position) const {
    if (!position || position.line > line_starts_.size()) return {static_cast<long>(line_starts_.size()), 1};
    const std::size_t start = line_starts_[position.line - 1];
    std::size_t at = start;
    for (toml::source_index column = 1; column < position.column && at < text_.size(); ++column) {
        ++at;
        while (at < text_.size() && continues_character(text_[at])) ++at;
    }
    return {static_cast<long>(position.line), static_cast<long>(at - start) + 1};
}

TomlTable::TomlTable(TomlFile& file, const toml::table& table, std::string called)
    : file_(file), table_(table), called_(std::move(called)) {}

TextPlace TomlTable::place_of_key(std::string_view key) const {
    const auto found = table_.find(key);
    return found == table_.end() ? place() : file_.place_of(found->first);
}

TextPlace TomlTable::place_of_value(std::string_view key) const {
    const toml::node* node = table_.get(key);
    return node ? file_.place_of(*node) : place();
}

void TomlTable::report_kind(std::string_view key, const std::string& wanted) const {
    file_.error(place_of_value(key),
                std::string(key) + " must be " + wanted + ", not " + kind_of(*table_.get(key)));
}

void TomlTable::report_missing(std::string_view key, const std::string& example) const {
    file_.error(place(), called_ + " has no " + std::string(key) + ": write e.g. " + example);
}

std::optional<PlacedText> TomlTable::text(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_string()) return file_.placed(*value);
    report_kind(key, "text in quotes");
    return std::nullopt;
}

std::optional<PlacedText> TomlTable::required_text(std::string_view key, const std::string& example) const {
    if (!has(key)) {
        report_missing(key, example);
        return std::nullopt;
    }
    auto found = text(key);
    if (found && found->text.find_first_not_of(" \t\r\n") == std::string::npos) {
        file_.error(place_of_value(key), std::string(key) + " is empty: write e.g. " + example);
        return std::nullopt;
    }
    return found;
}

std::optional<PlacedText> TomlTable::required_id(const std::string& kind, const std::string& example) {
    const auto id = required_text("id", "id = " + in_quotes(example));
    if (!id) return std::nullopt;
    call(kind + " " + in_quotes(id->text));
    if (!is_key(id->text))
        file_.error(id->place, kind + " id " + in_quotes(id->text) +
                                   " must be small letters and digits, joined by \"-\"");
    return id;
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_integer()) return value->get();
    report_kind(key, "a whole number");
    return std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_floating_point()) return value->get();
    if (const auto* value = node->as_integer()) return static_cast<double>(value->get());
    report_kind(key, "a number");
    return std::nullopt;
}

std::optional<bool> TomlTable::flag(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const auto* value = node->as_boolean()) return value->get();
    report_kind(key, "true or false");
    return std::nullopt;
}

std::optional<Date> TomlTable::date(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    std::ostringstream written;
    if (const auto* value = node->as_date()) {
        written << value->get();
    } else if (const auto* text = node->as_string()) {
        written << text->get();
    } else {
        report_kind(key, "a date");
        return std::nullopt;
    }
    const auto day = parse_date(written.str());
    if (!day) {
        file_.error(place_of_value(key), std::string(key) + " is no date: " + in_quotes(written.str()) +
                                             ", write year, month and day, e.g. 2026-11-01");
    }
    return day;
}

std::vector<PlacedText> TomlTable::texts(std::string_view key) const {
    std::vector<PlacedText> found;
    const toml::node* node = table_.get(key);
    if (!node) return found;
    const toml::array* list = node->as_array();
    if (!list) {
        report_kind(key, "a list of texts, e.g. " + std::string(key) + " = [\"...\"]");
        return found;
    }
    for (const toml::node& element : *list) {
        if (const auto* value = element.as_string()) {
            found.push_back(file_.placed(*value));
        } else {
            file_.error(file_.place_of(element),
                        std::string(key) + " must hold texts in quotes, not " + kind_of(element));
        }
    }
    return found;
}

void TomlTable::refuse_unknown_keys(const std::vector<std::string>& known) const {
    for (const auto& [key, value] : table_) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        file_.error(file_.place_of(key),
                    "unknown key " + in_quotes(key.str()) + " in " + called_ + one_of(key.str(), known));
    }
}

std::vector<const toml::table*> tables_of(TomlFile& file, const toml::table& root, std::string_view key) {
    std::vector<const toml::table*> tables;
    const toml::node* node = root.get(key);
    if (!node) return tables;
    const toml::array* list = node->as_array();
    if (!list ||
        !std::all_of(list->begin(), list->end(), [](const toml::node& one) { return one.is_table(); })) {
        file.error(file.place_of(*node), "write [[" + std::string(key) +
                                             "]], in two pairs of brackets, above each " + std::string(key));
        return tables;
    }
    for (const toml::node& element : *list) tables.push_back(element.as_table());
    return tables;
}

}  // namespace casekeeper

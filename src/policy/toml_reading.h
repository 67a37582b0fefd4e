// SPDX-License-Identifier: MIT
//
// Reading a TOML file key by key, every mistake a Finding with file, line and column (in bytes), and every
// key that nobody asked for refused with what was probably meant. Nothing here throws for what the text says.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "domain/finding.h"

namespace casekeeper {

// A spot in the file, from 1, the column in bytes.
struct TextPlace {
    long line = 1;
    long column = 1;
};

struct PlacedText {
    std::string text;
    TextPlace place;     // of the value, its opening quote
    bool plain = false;  // written as it is between two quotes on one line

    // The place of a byte of the text; of the value where escapes or line breaks hide which column that is.
    TextPlace place_within(std::size_t offset) const;
};

// One file being read. Keeps `text` and `findings` by reference.
class TomlFile {
public:
    TomlFile(std::string_view text, std::string file, std::vector<Finding>& findings);

    // The root table. A text that is no TOML, or with a line too long to be sound, gives one finding and
    // nullopt.
    std::optional<toml::table> parse();

    void error(TextPlace place, std::string message);
    void warn(TextPlace place, std::string message);
    // How many errors this file has had so far.
    int errors() const { return errors_; }
    // Puts this file's findings into the order in which they stand in it.
    void sort_findings();

    TextPlace place_of(const toml::node& node) const;
    TextPlace place_of(const toml::key& key) const;
    PlacedText placed(const toml::value<std::string>& text) const;

private:
    TextPlace place(toml::source_position position) const;

    std::string_view text_;
    std::string file_;
    std::vector<Finding>& findings_;
    std::size_t first_finding_;
    std::vector<std::size_t> line_starts_;
    int errors_ = 0;
};

// Small letters and digits, joined by single hyphens.
bool is_key(std::string_view text);

// One table of a file, with getters that leave a finding where a value is of the wrong kind.
class TomlTable {
public:
    // `called` is how messages name it: "[schedule]", "rule \"looked-after\"". Both are kept by reference but
    // `called`.
    TomlTable(TomlFile& file, const toml::table& table, std::string called);

    bool has(std::string_view key) const { return table_.contains(key); }
    TextPlace place() const { return file_.place_of(table_); }
    // Of the key itself; of the table where there is no such key.
    TextPlace place_of_key(std::string_view key) const;
    // Of the key's value; of the table where there is no such key.
    TextPlace place_of_value(std::string_view key) const;
    void call(std::string called) { called_ = std::move(called); }

    // Absent keys and values of the wrong kind give nullopt; the latter leave a finding.
    std::optional<PlacedText> text(std::string_view key) const;
    std::optional<std::int64_t> integer(std::string_view key) const;
    // Whole or with a fraction.
    std::optional<double> number(std::string_view key) const;
    std::optional<bool> flag(std::string_view key) const;
    std::optional<Date> date(std::string_view key) const;
    // A list of texts; those of its elements that are texts, and a finding for each that is not.
    std::vector<PlacedText> texts(std::string_view key) const;

    // A text that must be there and not be empty; `example` is what to write.
    std::optional<PlacedText> required_text(std::string_view key, const std::string& example) const;
    // The table's id, a key. The table is called by it then: rule "a".
    std::optional<PlacedText> required_id(const std::string& kind, const std::string& example);
    // Leaves the finding for a required key that is absent.
    void report_missing(std::string_view key, const std::string& example) const;
    void refuse_unknown_keys(const std::vector<std::string>& known) const;

private:
    void report_kind(std::string_view key, const std::string& wanted) const;

    TomlFile& file_;
    const toml::table& table_;
    std::string called_;
};

// The tables of an array of tables, e.g. every [[rule]]; a finding where the key is anything else.
std::vector<const toml::table*> tables_of(TomlFile& file, const toml::table& root, std::string_view key);

}  // namespace casekeeper

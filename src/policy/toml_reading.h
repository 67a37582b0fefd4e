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
struct Place {
    long line = 1;
    long column = 1;
    // In a text written plainly between two quotes on one line: further bytes can be counted on from here.
    bool countable = false;

    // The place `bytes` further on in the text that begins here; here itself where that cannot be counted.
    Place plus(std::size_t bytes) const;
    auto operator<=>(const Place&) const = default;
};

struct PlacedText {
    std::string text;
    Place place;  // of the first character within the quotes, where countable; else of the value
};

// One file being read. Keeps `text` and `findings` by reference.
class TomlFile {
public:
    TomlFile(std::string_view text, std::string file, std::vector<Finding>& findings);

    // The root table. A text that is no TOML, or with a line too long to be sound, gives one finding and
    // nullopt.
    std::optional<toml::table> parse();

    void error(Place place, std::string message);
    void warn(Place place, std::string message);
    // How many errors this file has had so far.
    int errors() const { return errors_; }
    // Puts this file's findings into the order in which they stand in it.
    void sort_findings();

    Place place_of(const toml::node& node) const;
    Place place_of(const toml::key& key) const;
    // A text's value with the place of its first character.
    PlacedText placed(const toml::value<std::string>& text) const;

private:
    Place place(toml::source_position position) const;

    std::string_view text_;
    std::string file_;
    std::vector<Finding>& findings_;
    std::size_t first_finding_;
    std::vector<std::size_t> line_starts_;
    int errors_ = 0;
};

// One table of a file, with getters that leave a finding where a value is of the wrong kind.
class TomlTable {
public:
    // `called` is how messages name it: "[schedule]", "rule \"looked-after\"". Both are kept by reference but
    // `called`.
    TomlTable(TomlFile& file, const toml::table& table, std::string called);

    bool has(std::string_view key) const { return table_.contains(key); }
    Place place() const { return file_.place_of(table_); }
    // Of the key itself; of the table where there is no such key.
    Place place_of_key(std::string_view key) const;
    // Of the key's value; of the table where there is no such key.
    Place place_of_value(std::string_view key) const;
    void call(std::string called) { called_ = std::move(called); }

    // Absent keys and values of the wrong kind give nullopt; the latter leave a finding.
    std::optional<PlacedText> text(std::string_view key) const;
    std::optional<std::int64_t> integer(std::string_view key) const;
    std::optional<bool> flag(std::string_view key) const;
    std::optional<Date> date(std::string_view key) const;
    // A list of texts; those of its elements that are texts, and a finding for each that is not.
    std::vector<PlacedText> texts(std::string_view key) const;

    // A text that must be there and not be empty; `example` is what to write.
    std::optional<PlacedText> required_text(std::string_view key, const std::string& example) const;
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

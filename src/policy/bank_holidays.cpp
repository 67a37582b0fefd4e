// SPDX-License-Identifier: MIT
#include "policy/bank_holidays.h"

#include <algorithm>

#include "base/errors.h"
#include "policy/did_you_mean.h"
#include "policy/toml_reading.h"

namespace casekeeper {
namespace {

// Banking and Financial Dealings Act 1971, Sch 1, with the two days of the common law: fewer means that a
// year was entered by half.
constexpr int fewest_in_a_year = 8;
constexpr const char* published_at = "https://www.gov.uk/bank-holidays";
constexpr const char* example = "2027-12-27 = \"Christmas Day\"";

using Names = std::map<Date, std::string>;

bool is_weekend(Date day) {
    return std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() >= 6;
}

int year_of(Date day) {
    return static_cast<int>(day.year());
}

int read_last_year(TomlFile& file, const TomlTable& top) {
    if (!top.has("last_year")) top.report_missing("last_year", "last_year = 2028");
    const auto year = top.integer("last_year");
    if (!year) return 0;
    if (*year >= 1900 && *year <= 2999) return static_cast<int>(*year);
    file.error(top.place_of_value("last_year"), "last_year is a year, e.g. 2028");
    return 0;
}

void read_day(TomlFile& file, const TomlTable& table, const toml::key& key, int last_year, Names& names) {
    const std::string written(key.str());
    const auto day = parse_date(written);
    const auto name = table.required_text(written, example);
    if (!day) {
        file.error(file.place_of(key),
                   in_quotes(written) + " is no date: write year, month and day, e.g. " + example);
        return;
    }
    if (last_year != 0 && year_of(*day) > last_year)
        file.error(file.place_of(key), written + " lies after last_year, " + std::to_string(last_year) +
                                           ": raise last_year once all of " + std::to_string(year_of(*day)) +
                                           " is known");
    else if (is_weekend(*day))
        file.warn(file.place_of(key), written + " is at a weekend: the substitute day is the bank holiday");
    if (name) names.emplace(*day, name->text);
}

Names read_days(TomlFile& file, const TomlTable& top, const toml::table& root, int last_year) {
    Names names;
    const toml::node* node = root.get("holidays");
    if (!node) {
        top.report_missing("holidays", std::string("[holidays] and under it ") + example);
        return names;
    }
    const toml::table* days = node->as_table();
    if (!days) {
        file.error(file.place_of(*node), "holidays is a section: write [holidays]");
        return names;
    }
    const TomlTable table(file, *days, "[holidays]");
    for (const auto& [key, value] : *days) read_day(file, table, key, last_year, names);
    if (days->empty())
        file.error(table.place(), std::string("[holidays] holds no day: write e.g. ") + example);
    return names;
}

void check_years(TomlFile& file, const TomlTable& top, const Names& names, int last_year) {
    if (names.empty()) return;
    for (int year = year_of(names.begin()->first); year <= last_year; ++year) {
        const auto count = std::count_if(names.begin(), names.end(),
                                         [year](const auto& one) { return year_of(one.first) == year; });
        if (count >= fewest_in_a_year) continue;
        file.error(top.place_of_value("last_year"),
                   std::to_string(year) + " has " + (count == 0 ? "no" : std::to_string(count)) +
                       (count == 1 ? " bank holiday" : " bank holidays") +
                       ": England and Wales have eight or more in every year up to last_year");
    }
}

}  // namespace

BankHolidays BankHolidays::read(std::string_view toml, const std::string& file_name,
                                std::vector<Finding>& findings) {
    BankHolidays holidays;
    holidays.file_ = file_name;
    TomlFile file(toml, file_name, findings);
    const std::optional<toml::table> root = file.parse();
    if (!root) return holidays;
    const TomlTable top(file, *root, "the list of bank holidays");
    holidays.last_year_ = read_last_year(file, top);
    holidays.names_ = read_days(file, top, *root, holidays.last_year_);
    check_years(file, top, holidays.names_, holidays.last_year_);
    // Without one day there is no year that is known.
    holidays.first_year_ =
        holidays.names_.empty() ? holidays.last_year_ + 1 : year_of(holidays.names_.begin()->first);
    top.refuse_unknown_keys({"last_year", "holidays"});
    file.sort_findings();
    return holidays;
}

void BankHolidays::refuse_unknown_year(Date day) const {
    const int year = year_of(day);
    if (year >= first_year_ && year <= last_year_) return;
    const std::string known = first_year_ > last_year_
                                  ? "no year"
                                  : std::to_string(first_year_) + " to " + std::to_string(last_year_) +
                                        ", not of " + std::to_string(year);
    const std::string raise = year > last_year_ ? " and write last_year = " + std::to_string(year) : "";
    throw ConfigError(
        file_ + " knows the bank holidays of " + known,
        "add those of " + std::to_string(year) + " from " + published_at + " to config/" + file_ + raise);
}

bool BankHolidays::is_working_day(Date day) const {
    refuse_unknown_year(day);
    return !is_weekend(day) && !names_.contains(day);
}

Date BankHolidays::next_working_day(Date day) const {
    while (!is_working_day(day)) day = day_after(day);
    return day;
}

Date BankHolidays::last_working_day_before(Date day) const {
    do day = day_before(day);
    while (!is_working_day(day));
    return day;
}

int BankHolidays::working_days_between(Date day, Date other) const {
    int count = 0;
    while (day < other) {
        day = day_after(day);
        if (is_working_day(day)) ++count;
    }
    return count;
}

std::string BankHolidays::holiday_on(Date day) const {
    refuse_unknown_year(day);
    const auto found = names_.find(day);
    return found == names_.end() ? "" : found->second;
}

}  // namespace casekeeper

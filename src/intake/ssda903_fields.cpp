// SPDX-License-Identifier: MIT
#include "intake/ssda903_fields.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr std::size_t longest_child = 30;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// "1/4/2017" and "01/04/2017" -> "2017-04-01"; anything else as it is.
std::string iso_order(const std::string& text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string::npos ? first : text.find('/', first + 1);
    if (second == std::string::npos) return text;
    std::string day = text.substr(0, first);
    std::string month = text.substr(first + 1, second - first - 1);
    if (day.size() == 1) day.insert(0, 1, '0');
    if (month.size() == 1) month.insert(0, 1, '0');
    return text.substr(second + 1) + '-' + month + '-' + day;
}

std::optional<Date> parse_day(const std::string& text) {
    // Spreadsheets and data frames write a time of midnight behind a day.
    return parse_date(iso_order(text.substr(0, text.find_first_of(" T"))));
}

}  // namespace

const std::string& Ssda903Fields::text(std::string_view column) const {
    static const std::string none;
    const std::optional<std::size_t> at = reader_.column(column);
    return at ? row_.fields[*at] : none;
}

std::string Ssda903Fields::code(std::string_view column) const {
    std::string result = text(column);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

std::string Ssda903Fields::code(std::string_view column, Ssda903List list, bool required) {
    std::string result = code(column);
    if (result.empty() && required) add_doubt(std::string(column) + " is missing");
    if (!result.empty() && !is_known(list, result)) add_doubt(std::string(column) + " is no known code");
    return result;
}

std::optional<Date> Ssda903Fields::day(std::string_view column) {
    const std::string& written = text(column);
    if (written.empty()) return std::nullopt;
    const std::optional<Date> result = parse_day(written);
    if (!result) add_problem(std::string(column) + " is no date (DD/MM/YYYY)");
    return result;
}

Date Ssda903Fields::required_day(std::string_view column) {
    if (text(column).empty()) add_problem(std::string(column) + " is missing");
    return day(column).value_or(Date{});
}

std::string Ssda903Fields::child() {
    const std::string& result = text("CHILD");
    const auto allowed = [](char c) {
        return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == '.' || c == '/';
    };
    if (result.empty())
        add_problem("CHILD is missing");
    else if (result.size() > longest_child || !std::all_of(result.begin(), result.end(), allowed))
        add_problem("CHILD is no code of letters and digits");
    return result;
}

std::optional<Date> Ssda903Fields::repeated_birth() {
    const std::string& written = text("DOB");
    if (written.empty()) return std::nullopt;
    const std::optional<Date> result = parse_day(written);
    if (!result) add_doubt("DOB is no date (DD/MM/YYYY)");
    return result;
}

}  // namespace casekeeper

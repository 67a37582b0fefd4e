// SPDX-License-Identifier: MIT
#include "policy/mention_checks.h"

#include <algorithm>
#include <array>
#include <string>

namespace casekeeper {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_one_of(char c, std::string_view these) {
    return these.find(c) != std::string_view::npos;
}

// "aa99" : a is a letter, 9 a figure.
bool has_shape(std::string_view letters, std::string_view shape) {
    return std::equal(letters.begin(), letters.end(), shape.begin(), shape.end(),
                      [](char c, char wanted) { return wanted == '9' ? is_digit(c) : is_letter(c); });
}

constexpr std::string_view areas =
    " ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec "
    "eh en ex fk "
    "fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne "
    "ng nn np nr "
    "nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw "
    "ub w wa wc "
    "wd wf wn wr ws wv yo ze ";

bool is_area(std::string_view letters) {
    return areas.find(" " + std::string(letters) + " ") != std::string_view::npos;
}

}  // namespace

bool is_nhs_number(std::string_view figures) {
    constexpr int divisor = 11;
    if (figures.size() != 10 || !std::all_of(figures.begin(), figures.end(), is_digit)) return false;
    if (figures.find_first_not_of(figures[0]) == std::string_view::npos) return false;
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (10 - i) * (figures[static_cast<std::size_t>(i)] - '0');
    const int check = divisor - sum % divisor;
    return check != 10 && check % divisor == figures[9] - '0';
}

bool is_ni_number(std::string_view letters) {
    if (!has_shape(letters.substr(0, 8), "aa999999") || letters.size() > 9) return false;
    if (letters.size() == 9 && !is_one_of(letters[8], "abcd")) return false;
    static constexpr std::array<std::string_view, 7> never = {"bg", "gb", "nk", "kn", "tn", "nt", "zz"};
    if (is_one_of(letters[0], "dfiquv") || is_one_of(letters[1], "dfiquvo")) return false;
    return std::find(never.begin(), never.end(), letters.substr(0, 2)) == never.end();
}

bool is_upn(std::string_view letters) {
    static constexpr std::string_view check_letters = "abcdefghjklmnpqrtuvwxyz";
    if (letters.size() != 13 || !has_shape(letters.substr(0, 12), "a99999999999")) return false;
    int sum = 0;
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const std::size_t place = check_letters.find(letters[i]);
        if (!is_digit(letters[i]) && place == std::string_view::npos) return false;
        const int value = is_digit(letters[i]) ? letters[i] - '0' : static_cast<int>(place);
        sum += static_cast<int>(i + 1) * value;
    }
    return letters[0] == check_letters[static_cast<std::size_t>(sum) % check_letters.size()];
}

bool is_postcode(std::string_view letters) {
    if (letters.size() < 5 || letters.size() > 7) return false;
    const std::string_view outward = letters.substr(0, letters.size() - 3);
    const std::string_view inward = letters.substr(letters.size() - 3);
    if (letters == "gir0aa") return true;
    static constexpr std::array<std::string_view, 6> shapes = {"a9", "a99", "aa9", "aa99", "a9a", "aa9a"};
    const bool fits = std::any_of(shapes.begin(), shapes.end(),
                                  [&](std::string_view shape) { return has_shape(outward, shape); });
    if (!fits || !has_shape(inward, "9aa")) return false;
    if (is_one_of(inward[1], "cikmov") || is_one_of(inward[2], "cikmov")) return false;
    return is_area(outward.substr(0, is_letter(outward[1]) ? 2 : 1));
}

bool is_current_plate(std::string_view letters) {
    if (!has_shape(letters, "aa99aaa")) return false;
    if (is_one_of(letters[0], "iqz") || is_one_of(letters[1], "iqz")) return false;
    for (const char c : letters.substr(4))
        if (is_one_of(c, "iq")) return false;
    const int age = (letters[2] - '0') * 10 + (letters[3] - '0');
    return (age >= 2 && age <= 30) || (age >= 51 && age <= 80);
}

bool is_older_plate(std::string_view letters) {
    static constexpr std::array<std::string_view, 7> shapes = {"a999aaa", "a99aaa", "a9aaa",  "aaa999a",
                                                               "aaa99a",  "aaa9a",  "aaa9999"};
    return std::any_of(shapes.begin(), shapes.end(),
                       [&](std::string_view shape) { return has_shape(letters, shape); });
}

bool is_dateless_plate(std::string_view letters) {
    static constexpr std::array<std::string_view, 13> shapes = {"aaa999", "aaa99", "aaa9", "aa9999", "aa999",
                                                                "aa99",   "a9999", "a999", "999aaa", "9999aa",
                                                                "999aa",  "99aaa", "9999a"};
    return std::any_of(shapes.begin(), shapes.end(),
                       [&](std::string_view shape) { return has_shape(letters, shape); });
}

}  // namespace casekeeper

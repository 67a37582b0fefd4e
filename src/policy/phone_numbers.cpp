// SPDX-License-Identifier: MIT
#include "policy/phone_numbers.h"

#include <algorithm>

#include "base/folded_letters.h"

namespace casekeeper {
namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t national_digits = 10;  // the most, without the leading 0
constexpr std::size_t longest_country = 3;   // digits of a country's code

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

// A value read from its beginning: runs of digits with what may stand between them.
class Runs {
public:
    explicit Runs(std::string_view value) : value_(value) {}

    std::vector<std::string> all() && {
        while (at_ < value_.size()) take();
        end_run();
        return std::move(runs_);
    }

private:
    void take() {
        const char c = value_[at_];
        if (static_cast<unsigned char>(c) >= 0x80) return take_wide();
        ++at_;
        const bool after_digit = !run_.empty() && is_digit(run_.back());
        if (is_digit(c) || std::string_view("+ ()-./\t").find(c) != std::string_view::npos)
            run_ += c;
        else if (after_digit && (c == 'o' || c == 'O'))
            run_ += '0';
        else if (after_digit && (c == 'i' || c == 'I' || c == 'l'))
            run_ += '1';
        else
            end_run();
    }

    // Wide digits, dashes and spaces.
    void take_wide() {
        std::size_t end = at_;
        while (end < value_.size() && static_cast<unsigned char>(value_[end]) >= 0x80) ++end;
        const std::string letters = folded_letters(value_.substr(at_, end - at_)).letters;
        at_ = end;
        if (digits_in(letters) != letters.size()) return end_run();
        run_ += letters.empty() ? " " : letters;
    }

    // Several numbers may stand in one run with strokes between them.
    void end_run() {
        std::vector<std::string> numbers(1);
        for (const char c : run_) {
            if (c == '/')
                numbers.emplace_back();
            else
                numbers.back() += c;
        }
        const bool apart = std::all_of(numbers.begin(), numbers.end(), [](const std::string& number) {
            return digits_in(number) >= fewest_digits;
        });
        if (!apart) numbers = {run_};
        for (const std::string& number : numbers)
            if (digits_in(number) >= fewest_digits) runs_.push_back(number);
        run_.clear();
    }

    std::string_view value_;
    std::size_t at_ = 0;
    std::string run_;
    std::vector<std::string> runs_;
};

void add_number(const std::string& written, std::vector<std::string>& numbers) {
    std::string digits;
    std::copy_if(written.begin(), written.end(), std::back_inserter(digits), is_digit);
    bool is_foreign = written.find('+') != std::string::npos && !digits.starts_with("44");
    if (digits.starts_with("0044")) {
        digits.erase(0, 4);
    } else if (digits.starts_with("00")) {
        digits.erase(0, 2);
        is_foreign = true;
    } else if (digits.starts_with("44") && digits.size() > national_digits) {
        digits.erase(0, 2);
    }
    if (is_foreign) {
        digits.erase(0, std::min(longest_country, digits.size() - std::min(digits.size(), fewest_digits)));
        numbers.push_back(digits);
        return;
    }
    if (digits.starts_with("0")) digits.erase(0, 1);
    // More than a number has: something else beside it, or a second one.
    if (digits.size() >= 2 * national_digits)
        numbers.push_back(digits.substr(digits.size() - national_digits));
    numbers.push_back(digits.substr(0, national_digits));
}

}  // namespace

std::vector<std::string> phone_numbers(std::string_view value) {
    std::vector<std::string> numbers;
    for (const std::string& run : Runs(value).all()) add_number(run, numbers);
    return numbers;
}

}  // namespace casekeeper

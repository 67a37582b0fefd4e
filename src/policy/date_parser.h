// SPDX-License-Identifier: MIT
//
// Dates and periods of the schedule language, by recursive descent. A syntax mistake is thrown as
// ExpressionMistake (caught in expression_parser.cpp). Depth is bounded by the brackets, which TokenStream
// has counted.
//
//   date      = term { ("+" | "-") period }                 spaces round + and -
//   term      = trigger | iso-date | "age(" period ")"
//             | "later-of(" date { "," date } ")" | "earlier-of(" date { "," date } ")"
//             | "end-of(" year-kind "," date ")" | "(" date ")"
//   trigger   = name [ "@" role ]
//   period    = n unit { n unit }                           units y m d, in that order
#pragma once

#include <string>
#include <vector>

#include "policy/expression_tokens.h"

namespace casekeeper {

// The words that stand before brackets in a date: later-of, earlier-of, end-of, age.
const std::vector<std::string>& date_functions();

class DateParser {
public:
    // Both kept by reference.
    DateParser(TokenStream& tokens, ExpressionNotes& notes) : tokens_(tokens), notes_(notes) {}

    DateTerm date();
    Trigger trigger();
    Period period();
    // `what` needs the bracket, e.g. "recorded"; `example` shows it whole.
    void open_bracket(const std::string& what, const std::string& example);
    // After the last date between brackets; tells of "or" and "and" between dates.
    void close_bracket();
    // Throws where "or", "and" or a comma follows a date.
    void refuse_two_dates() const;

private:
    DateTerm term();
    DateTerm named_term();
    DateTerm fixed();
    DateTerm age();
    DateTerm choice(DateTerm::Kind kind);
    DateTerm end_of_year();
    DateTerm add_period(DateTerm date, std::size_t first);
    void check_sign(const Token& sign, const DateTerm& left) const;
    void refuse_missing_sign(const DateTerm& left) const;

    TokenStream& tokens_;
    ExpressionNotes& notes_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "policy/expression_parser.h"

#include "policy/condition_parser.h"
#include "policy/date_parser.h"
#include "policy/did_you_mean.h"
#include "policy/period_parser.h"

namespace casekeeper {

namespace {

// Runs one parser over the whole text; nullopt where it left a mistake.
template <typename Value, typename Parse>
std::optional<Value> read_whole(std::string_view text, ExpressionNotes& notes, Parse parse) {
    const std::size_t mistakes = notes.mistakes.size();
    std::optional<Value> value;
    try {
        TokenStream tokens(text);
        value = parse(tokens);
    } catch (ExpressionMistake& mistake) {
        notes.mistakes.push_back(std::move(mistake));
    }
    if (notes.mistakes.size() > mistakes) return std::nullopt;
    return value;
}

[[noreturn]] void refuse_rest(const Token& token, const std::string& read) {
    throw ExpressionMistake{token.offset, "unexpected " + named(token) + " behind " + in_quotes(read)};
}

}  // namespace

std::optional<DateTerm> parse_date_expression(std::string_view text, ExpressionNotes& notes) {
    return read_whole<DateTerm>(text, notes, [&](TokenStream& tokens) {
        DateParser parser(tokens, notes);
        DateTerm date = parser.date();
        parser.refuse_two_dates();
        const Token& rest = tokens.peek();
        if (rest.is("before") || rest.is("after")) {
            throw ExpressionMistake{rest.offset,
                                    named(rest) + " belongs in a condition: write it under \"if\""};
        }
        if (rest.kind != TokenKind::end) refuse_rest(rest, date.text);
        return date;
    });
}

std::optional<Condition> parse_condition(std::string_view text, const ServiceCatalogue& catalogue,
                                         ExpressionNotes& notes) {
    return read_whole<Condition>(text, notes, [&](TokenStream& tokens) {
        Condition condition = ConditionParser(tokens, catalogue, notes).condition();
        if (tokens.peek().kind != TokenKind::end) refuse_rest(tokens.peek(), condition.text);
        return condition;
    });
}

std::optional<Period> parse_period(std::string_view text, ExpressionNotes& notes) {
    return read_whole<Period>(text, notes, [&](TokenStream& tokens) {
        const Period period = DateParser(tokens, notes).period();
        if (tokens.peek().kind != TokenKind::end) refuse_rest(tokens.peek(), to_text(period));
        return period;
    });
}

}  // namespace casekeeper

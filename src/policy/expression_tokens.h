// SPDX-License-Identifier: MIT
//
// The words and signs of an expression (until, if, not_while), for the parsers beside this. Reading stops at
// the first thing that is not of the language: an ExpressionMistake is thrown, and caught in
// expression_parser.cpp; it never leaves there. Views point into the text, which must outlive them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policy/expression_parser.h"

namespace casekeeper {

enum class TokenKind { word, plus, minus, open, close, comma, at, equals, differs, star, end };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string_view text;
    std::size_t offset = 0;
    std::size_t partner = 0;  // open: the index of the token that closes it

    bool is(std::string_view word) const { return kind == TokenKind::word && text == word; }
    // A word that begins with a digit: a period, a date, or a mistake.
    bool is_number() const { return kind == TokenKind::word && text.front() >= '0' && text.front() <= '9'; }
    bool is_sign() const { return kind == TokenKind::plus || kind == TokenKind::minus; }
};

class TokenStream {
public:
    // Throws for an unknown sign, brackets that do not match or lie too deep, and a text too long.
    explicit TokenStream(std::string_view text);

    std::size_t position() const { return position_; }
    const Token& peek(std::size_t ahead = 0) const;
    const Token& token(std::size_t index) const { return tokens_[index]; }
    Token next();
    bool take(TokenKind kind);
    bool take(std::string_view word);
    // The text from the token at `first` up to the last one taken, as written.
    std::string text_since(std::size_t first) const;
    // Is the token set apart by spaces on both sides?
    bool stands_free(const Token& token) const;

private:
    void match_brackets();

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t position_ = 0;
};

// How a message names a token: quoted, or "the end".
std::string named(const Token& token);

// "2005-12-30" by shape, whether or not there is such a day.
bool looks_like_a_day(std::string_view word);

// The words of the language, which cannot be names.
const std::vector<std::string>& words_of_the_language();
bool is_word_of_the_language(std::string_view word);

}  // namespace casekeeper

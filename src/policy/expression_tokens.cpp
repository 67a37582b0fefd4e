// SPDX-License-Identifier: MIT
#include "policy/expression_tokens.h"

#include <algorithm>

#include "policy/did_you_mean.h"

namespace casekeeper {

namespace {

constexpr std::size_t longest_expression = 4'000;
constexpr std::size_t deepest_brackets = 50;

bool is_space(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}
bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool begins_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || is_digit(letter);
}

bool continues_word(char letter) {
    return begins_word(letter) || letter == '-' || letter == '_';
}

// The character of one or more bytes that begins at `at`.
std::string_view character_at(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(at, end - at);
}

[[noreturn]] void refuse_character(std::string_view text, std::size_t at) {
    const std::string_view character = character_at(text, at);
    const bool dash = character == "\u2013" || character == "\u2014" || character == "\u2212";
    std::string hint;
    if (dash) hint = ": did you mean \"-\"?";
    if (character == "\u00A0") hint = ": this is a no-break space, type a plain one";
    if (character == "<") hint = ": did you mean \"before\"?";
    if (character == ">") hint = ": did you mean \"after\"?";
    if (character == "\"" || character == "'") hint = ": words are written without quotes";
    if (character == "!") hint = ": did you mean \"!=\" or \"not\"?";
    if (character == "_") hint = ": a name begins with a letter";
    if (hint.empty()) hint = ": names are made of letters, digits, \"-\" and \"_\"";
    throw ExpressionMistake{at, "unexpected " + (character == "\"" ? "quote" : in_quotes(character)) + hint};
}

TokenKind sign_kind(char letter) {
    switch (letter) {
        case '+':
            return TokenKind::plus;
        case '-':
            return TokenKind::minus;
        case '(':
            return TokenKind::open;
        case ')':
            return TokenKind::close;
        case ',':
            return TokenKind::comma;
        case '@':
            return TokenKind::at;
        case '=':
            return TokenKind::equals;
        case '*':
            return TokenKind::star;
        default:
            return TokenKind::end;
    }
}

Token token_at(std::string_view text, std::size_t at) {
    if (begins_word(text[at])) {
        std::size_t end = at;
        while (end < text.size() && continues_word(text[end])) ++end;
        return {TokenKind::word, text.substr(at, end - at), at};
    }
    if (text.substr(at, 2) == "!=") return {TokenKind::differs, text.substr(at, 2), at};
    if (text.substr(at, 2) == "==") throw ExpressionMistake{at, "unexpected \"==\": did you mean \"=\"?"};
    const TokenKind kind = sign_kind(text[at]);
    if (kind == TokenKind::end) refuse_character(text, at);
    return {kind, text.substr(at, 1), at};
}

}  // namespace

TokenStream::TokenStream(std::string_view text) : text_(text) {
    if (text.size() > longest_expression) {
        throw ExpressionMistake{0, "this expression is longer than " + std::to_string(longest_expression) +
                                       " bytes: make two rules of it"};
    }
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        tokens_.push_back(token_at(text, at));
        at += tokens_.back().text.size();
    }
    tokens_.push_back({TokenKind::end, {}, text.size()});
    match_brackets();
}

void TokenStream::match_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t index = 0; index < tokens_.size(); ++index) {
        const Token& token = tokens_[index];
        if (token.kind == TokenKind::open) {
            open.push_back(index);
            if (open.size() > deepest_brackets) {
                throw ExpressionMistake{
                    token.offset,
                    "brackets more than " + std::to_string(deepest_brackets) + " deep: make two rules of it"};
            }
        } else if (token.kind == TokenKind::close) {
            if (open.empty()) throw ExpressionMistake{token.offset, "\")\" without a \"(\" before it"};
            tokens_[open.back()].partner = index;
            open.pop_back();
        }
    }
    if (!open.empty()) throw ExpressionMistake{tokens_[open.back()].offset, "\"(\" is never closed"};
}

const Token& TokenStream::peek(std::size_t ahead) const {
    return tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

Token TokenStream::next() {
    const Token token = peek();
    if (token.kind != TokenKind::end) ++position_;
    return token;
}

bool TokenStream::take(TokenKind kind) {
    if (peek().kind != kind) return false;
    next();
    return true;
}

bool TokenStream::take(std::string_view word) {
    if (!peek().is(word)) return false;
    next();
    return true;
}

std::string TokenStream::text_since(std::size_t first) const {
    if (position_ == 0 || first >= position_) return {};
    const Token& last = tokens_[position_ - 1];
    return std::string(
        text_.substr(tokens_[first].offset, last.offset + last.text.size() - tokens_[first].offset));
}

bool TokenStream::stands_free(const Token& token) const {
    const std::size_t end = token.offset + token.text.size();
    return token.offset > 0 && is_space(text_[token.offset - 1]) && end < text_.size() &&
           is_space(text_[end]);
}

std::string named(const Token& token) {
    return token.kind == TokenKind::end ? "the end" : in_quotes(token.text);
}

bool looks_like_a_day(std::string_view word) {
    if (word.size() != 10) return false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool fits = at == 4 || at == 7 ? word[at] == '-' : is_digit(word[at]);
        if (!fits) return false;
    }
    return true;
}

const std::vector<std::string>& words_of_the_language() {
    static const std::vector<std::string> words = {"died",     "before",     "after",  "and",  "or",
                                                   "not",      "recorded",   "ever",   "open", "family-open",
                                                   "later-of", "earlier-of", "end-of", "age"};
    return words;
}

bool is_word_of_the_language(std::string_view word) {
    const auto& words = words_of_the_language();
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace casekeeper

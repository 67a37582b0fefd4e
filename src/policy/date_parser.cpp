// SPDX-License-Identifier: MIT
#include "policy/date_parser.h"

#include <algorithm>

#include "policy/did_you_mean.h"
#include "policy/period_parser.h"

namespace casekeeper {

namespace {

constexpr std::pair<std::string_view, TriggerKind> trigger_names[] = {
    {"birth", TriggerKind::birth},
    {"death", TriggerKind::death},
    {"opened", TriggerKind::opened},
    {"closed", TriggerKind::closed},
    {"file-closed", TriggerKind::file_closed},
    {"last-entry", TriggerKind::last_entry},
    {"last-activity", TriggerKind::last_activity},
    {"last-contact", TriggerKind::last_contact},
    {"created", TriggerKind::created},
};

TriggerKind trigger_kind(std::string_view name) {
    for (const auto& [known, kind] : trigger_names) {
        if (known == name) return kind;
    }
    return TriggerKind::event;
}

// The longest run of periods on any way down the term, so that later-of counts its longest part.
std::int64_t longest_way(const DateTerm& term) {
    std::int64_t longest = 0;
    for (const DateTerm& part : term.parts) longest = std::max(longest, longest_way(part));
    return longest + length_of(term.period);
}

std::optional<DateTerm::YearKind> year_kind(std::string_view name) {
    if (name == "financial-year") return DateTerm::YearKind::financial;
    if (name == "academic-year") return DateTerm::YearKind::academic;
    if (name == "calendar-year") return DateTerm::YearKind::calendar;
    return std::nullopt;
}

// Where a date should begin, a word that begins with a digit: most likely a period that lacks its trigger.
[[noreturn]] void refuse_number(const Token& token, const Token& following) {
    const std::string word(token.text);
    const auto in_words = period_in_words(token.text, following.text);
    if (in_words || read_period(token.text).period) {
        const std::string written = in_words ? word + " " + std::string(following.text) : word;
        throw ExpressionMistake{token.offset,
                                in_quotes(written) +
                                    " is a period without a trigger: say from when, e.g. \"closed + " +
                                    in_words.value_or(word) + "\""};
    }
    throw ExpressionMistake{
        token.offset, in_quotes(word) + " is no trigger: a name begins with a letter, e.g. \"closed + 6y\""};
}

}  // namespace

const std::vector<std::string>& built_in_triggers() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto& [name, kind] : trigger_names) all.emplace_back(name);
        return all;
    }();
    return names;
}

const std::vector<std::string>& date_functions() {
    static const std::vector<std::string> names = {"later-of", "earlier-of", "end-of", "age"};
    return names;
}

DateTerm DateParser::date() {
    const std::size_t first = tokens_.position();
    DateTerm date = term();
    while (tokens_.peek().is_sign()) date = add_period(std::move(date), first);
    refuse_missing_sign(date);
    return date;
}

DateTerm DateParser::add_period(DateTerm date, std::size_t first) {
    const Token sign = tokens_.next();
    check_sign(sign, date);
    const Token& written = tokens_.peek();
    DateTerm sum;
    sum.kind = sign.kind == TokenKind::plus ? DateTerm::Kind::sum : DateTerm::Kind::difference;
    sum.period = period();
    sum.parts.push_back(std::move(date));
    sum.text = tokens_.text_since(first);
    if (longest_way(sum) > longest_period) {
        throw ExpressionMistake{written.offset, "the periods of this date come to over 999 years"};
    }
    return sum;
}

void DateParser::check_sign(const Token& sign, const DateTerm& left) const {
    if (tokens_.peek().kind == TokenKind::end) {
        throw ExpressionMistake{sign.offset, "a period is missing behind " + named(sign) + ", e.g. \"6y\""};
    }
    if (tokens_.stands_free(sign)) return;
    const std::string right =
        tokens_.peek().kind == TokenKind::word ? std::string(tokens_.peek().text) : "1y";
    throw ExpressionMistake{sign.offset, "spaces are needed round " + named(sign) + ": did you mean \"" +
                                             left.text + " " + std::string(sign.text) + " " + right + "\"?"};
}

void DateParser::refuse_missing_sign(const DateTerm& left) const {
    const Token& token = tokens_.peek();
    if (!token.is_number() || looks_like_a_day(token.text)) return;
    if (left.text.ends_with('-')) {
        const Token& name = tokens_.token(tokens_.position() - 1);
        throw ExpressionMistake{name.offset + name.text.size() - 1,
                                "spaces are needed round \"-\": did you mean \"" +
                                    left.text.substr(0, left.text.size() - 1) + " - " +
                                    std::string(token.text) + "\"?"};
    }
    throw ExpressionMistake{token.offset, "a sign is missing before " + named(token) + ": did you mean \"" +
                                              left.text + " + " + std::string(token.text) + "\"?"};
}

DateTerm DateParser::term() {
    const Token& token = tokens_.peek();
    switch (token.kind) {
        case TokenKind::word:
            return token.is_number() ? fixed() : named_term();
        case TokenKind::open: {
            tokens_.next();
            DateTerm inner = date();
            close_bracket();
            return inner;
        }
        case TokenKind::plus:
        case TokenKind::minus:
            throw ExpressionMistake{token.offset,
                                    "a date is missing before " + named(token) + ", e.g. \"closed + 6y\""};
        case TokenKind::end:
            throw ExpressionMistake{token.offset, "a date is missing here, e.g. \"closed + 6y\""};
        default:
            throw ExpressionMistake{token.offset, "expected a date, not " + named(token)};
    }
}

DateTerm DateParser::named_term() {
    const std::size_t first = tokens_.position();
    const Token& token = tokens_.peek();
    if (token.is("later-of")) return choice(DateTerm::Kind::later_of);
    if (token.is("earlier-of")) return choice(DateTerm::Kind::earlier_of);
    if (token.is("end-of")) return end_of_year();
    if (token.is("age")) return age();
    if (tokens_.peek(1).kind == TokenKind::open && !is_word_of_the_language(token.text)) {
        throw ExpressionMistake{token.offset,
                                "unknown function " + named(token) + one_of(token.text, date_functions())};
    }
    DateTerm named_date;
    named_date.trigger = trigger();
    named_date.text = tokens_.text_since(first);
    return named_date;
}

DateTerm DateParser::fixed() {
    const Token token = tokens_.peek();
    if (!looks_like_a_day(token.text)) refuse_number(token, tokens_.peek(1));
    const auto day = parse_date(token.text);
    if (!day) throw ExpressionMistake{token.offset, "there is no day " + in_quotes(token.text)};
    tokens_.next();
    DateTerm date;
    date.kind = DateTerm::Kind::fixed;
    date.fixed = *day;
    date.text = std::string(token.text);
    return date;
}

DateTerm DateParser::age() {
    const std::size_t first = tokens_.position();
    tokens_.next();
    open_bracket("age", "age(18y)");
    DateTerm birth;
    birth.trigger = {TriggerKind::birth, "birth", ""};
    birth.text = "birth";
    DateTerm birthday;
    birthday.kind = DateTerm::Kind::sum;
    birthday.period = period();
    birthday.parts.push_back(std::move(birth));
    close_bracket();
    birthday.text = tokens_.text_since(first);
    return birthday;
}

DateTerm DateParser::choice(DateTerm::Kind kind) {
    const std::size_t first = tokens_.position();
    const std::string word(tokens_.next().text);
    open_bracket(word, word + "(birth + 18y, closed + 6y)");
    DateTerm chosen;
    chosen.kind = kind;
    do {
        chosen.parts.push_back(date());
    } while (tokens_.take(TokenKind::comma));
    close_bracket();
    chosen.text = tokens_.text_since(first);
    return chosen;
}

DateTerm DateParser::end_of_year() {
    static const std::vector<std::string> kinds = {"financial-year", "academic-year", "calendar-year"};
    const std::size_t first = tokens_.position();
    tokens_.next();
    open_bracket("end-of", "end-of(financial-year, closed)");
    const Token name = tokens_.next();
    const auto kind = year_kind(name.text);
    if (!kind) {
        throw ExpressionMistake{name.offset,
                                "unknown kind of year " + named(name) + one_of(name.text, kinds)};
    }
    if (!tokens_.take(TokenKind::comma)) {
        throw ExpressionMistake{tokens_.peek().offset, "end-of needs a date too, e.g. \"end-of(" +
                                                           std::string(name.text) + ", closed)\""};
    }
    DateTerm last_day;
    last_day.kind = DateTerm::Kind::end_of;
    last_day.year = *kind;
    last_day.parts.push_back(date());
    close_bracket();
    last_day.text = tokens_.text_since(first);
    return last_day;
}

Trigger DateParser::trigger() {
    const Token name = tokens_.next();
    if (name.kind != TokenKind::word || name.is_number()) {
        throw ExpressionMistake{name.offset,
                                named(name) + " is no trigger: a name begins with a letter, e.g. \"closed\""};
    }
    if (is_word_of_the_language(name.text)) {
        throw ExpressionMistake{name.offset, named(name) + " is a word of the language and no date"};
    }
    Trigger trigger{trigger_kind(name.text), std::string(name.text), ""};
    if (trigger.kind == TriggerKind::event) notes_.events.push_back({name.offset, trigger.name});
    if (tokens_.peek().kind != TokenKind::at) return trigger;
    const Token at = tokens_.next();
    if (trigger.kind != TriggerKind::birth && trigger.kind != TriggerKind::death) {
        throw ExpressionMistake{at.offset, "a role goes only with birth and death, not with " + named(name)};
    }
    const Token role = tokens_.next();
    if (role.kind != TokenKind::word || role.is_number() || is_word_of_the_language(role.text)) {
        throw ExpressionMistake{role.offset, named(role) + " is no role: say e.g. birth@alleged-perpetrator"};
    }
    trigger.role = std::string(role.text);
    return trigger;
}

Period DateParser::period() {
    const Token token = tokens_.next();
    if (token.kind != TokenKind::word) {
        throw ExpressionMistake{token.offset, "expected a period, e.g. \"6y\", not " + named(token)};
    }
    if (const auto meant = period_in_words(token.text, tokens_.peek().text)) {
        throw ExpressionMistake{token.offset,
                                in_quotes(std::string(token.text) + " " + std::string(tokens_.peek().text)) +
                                    " is no period: did you mean " + in_quotes(*meant) + "?"};
    }
    const PeriodReading reading = read_period(token.text);
    if (!reading.period) throw ExpressionMistake{token.offset, reading.mistake};
    return *reading.period;
}

void DateParser::open_bracket(const std::string& what, const std::string& example) {
    if (tokens_.take(TokenKind::open)) return;
    throw ExpressionMistake{tokens_.peek().offset,
                            in_quotes(what) + " needs brackets: say e.g. \"" + example + "\""};
}

void DateParser::close_bracket() {
    if (tokens_.take(TokenKind::close)) return;
    refuse_two_dates();
    throw ExpressionMistake{tokens_.peek().offset, "expected \")\", not " + named(tokens_.peek())};
}

void DateParser::refuse_two_dates() const {
    const Token& token = tokens_.peek();
    if (!token.is("or") && !token.is("and") && token.kind != TokenKind::comma) return;
    throw ExpressionMistake{token.offset,
                            named(token) + " between two dates: say later-of(...) or earlier-of(...)"};
}

}  // namespace casekeeper

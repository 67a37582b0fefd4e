// SPDX-License-Identifier: MIT
#include "policy/condition_parser.h"

#include <algorithm>

#include "policy/did_you_mean.h"

namespace casekeeper {

namespace {

const std::vector<std::string>& functions_of_conditions() {
    static const std::vector<std::string> names = {"recorded", "ever",       "open",   "family-open",
                                                   "later-of", "earlier-of", "end-of", "age"};
    return names;
}

bool is_built_in(std::string_view name) {
    const auto& names = built_in_triggers();
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Condition ConditionParser::condition() {
    return joined(Condition::Kind::any);
}

// Parts joined by "or", each of parts joined by "and"; a part alone is itself.
Condition ConditionParser::joined(Condition::Kind kind) {
    const bool any = kind == Condition::Kind::any;
    const std::size_t first = tokens_.position();
    Condition whole;
    whole.kind = kind;
    do {
        whole.parts.push_back(any ? joined(Condition::Kind::all) : one());
    } while (tokens_.take(any ? "or" : "and"));
    if (whole.parts.size() == 1) {
        Condition part = std::move(whole.parts.front());
        return part;
    }
    whole.text = tokens_.text_since(first);
    return whole;
}

Condition ConditionParser::one() {
    const std::size_t first = tokens_.position();
    if (!tokens_.take("not")) return group_or_test();
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.parts.push_back(group_or_test());
    negation.text = tokens_.text_since(first);
    return negation;
}

Condition ConditionParser::group_or_test() {
    if (tokens_.peek().kind != TokenKind::open || bracket_holds_date()) return test();
    tokens_.next();
    Condition inner = condition();
    const Token& token = tokens_.peek();
    if (!tokens_.take(TokenKind::close)) {
        throw ExpressionMistake{token.offset, "expected \"and\", \"or\" or \")\", not " + named(token)};
    }
    return inner;
}

// What follows the closing bracket tells: a date goes on with a sign or is compared.
bool ConditionParser::bracket_holds_date() const {
    const Token& after = tokens_.token(tokens_.peek().partner + 1);
    return after.is_sign() || after.is("before") || after.is("after");
}

Condition ConditionParser::test() {
    const Token& token = tokens_.peek();
    if (token.kind == TokenKind::end || token.is("and") || token.is("or") || token.is("before") ||
        token.is("after")) {
        const bool end = token.kind == TokenKind::end;
        throw ExpressionMistake{token.offset, "a test is missing " + (end ? "here, e.g. \"died before 18y\""
                                                                          : "before " + named(token))};
    }
    if (token.is("not")) throw ExpressionMistake{token.offset, "\"not\" stands twice: leave both out"};
    const Token& following = tokens_.peek(1);
    if (following.kind == TokenKind::equals || following.kind == TokenKind::differs) return attribute();
    if (token.is("died")) return died();
    if (token.is("recorded")) return recorded();
    if (token.is("ever")) return services(Condition::Kind::ever);
    if (token.is("open")) return services(Condition::Kind::open);
    if (token.is("family-open")) return services(Condition::Kind::family_open);
    if (token.kind == TokenKind::word && following.kind == TokenKind::open &&
        !is_word_of_the_language(token.text)) {
        throw ExpressionMistake{
            token.offset, "unknown function " + named(token) + one_of(token.text, functions_of_conditions())};
    }
    return comparison();
}

Condition ConditionParser::died() {
    const std::size_t first = tokens_.position();
    tokens_.next();
    Condition died;
    died.kind = Condition::Kind::died;
    if (tokens_.peek().is("after")) {
        throw ExpressionMistake{tokens_.peek().offset,
                                "\"died after\" is not known: say e.g. \"died and not died before 18y\""};
    }
    if (tokens_.take("before")) {
        const Token& age = tokens_.peek();
        if (!age.is_number() || looks_like_a_day(age.text)) {
            throw ExpressionMistake{age.offset,
                                    "\"died before\" needs an age, not " + named(age) +
                                        ": say e.g. \"died before 18y\" or \"death before 2005-12-30\""};
        }
        died.kind = Condition::Kind::died_before;
        died.period = dates_.period();
    }
    died.text = tokens_.text_since(first);
    return died;
}

Condition ConditionParser::recorded() {
    const std::size_t first = tokens_.position();
    tokens_.next();
    dates_.open_bracket("recorded", "recorded(order-made)");
    Condition recorded;
    recorded.kind = Condition::Kind::recorded;
    recorded.trigger = dates_.trigger();
    const Token& token = tokens_.peek();
    if (!tokens_.take(TokenKind::close)) {
        throw ExpressionMistake{token.offset, "\"recorded\" takes one trigger, e.g. recorded(order-made); " +
                                                  named(token) + " is too much"};
    }
    recorded.text = tokens_.text_since(first);
    return recorded;
}

Condition ConditionParser::services(Condition::Kind kind) {
    const std::size_t first = tokens_.position();
    const std::string word(tokens_.next().text);
    dates_.open_bracket(word, word + "(*)");
    Condition test;
    test.kind = kind;
    do {
        add_services(tokens_.next(), test.services);
    } while (tokens_.take(TokenKind::comma));
    const Token& token = tokens_.peek();
    if (!tokens_.take(TokenKind::close)) {
        throw ExpressionMistake{token.offset,
                                "expected \",\" or \")\" behind a service, not " + named(token)};
    }
    std::sort(test.services.begin(), test.services.end());
    test.services.erase(std::unique(test.services.begin(), test.services.end()), test.services.end());
    test.text = tokens_.text_since(first);
    return test;
}

void ConditionParser::add_services(const Token& name, std::vector<int>& services) {
    if (name.kind != TokenKind::word && name.kind != TokenKind::star) {
        throw ExpressionMistake{name.offset, "expected a service, a group or *, not " + named(name)};
    }
    if (name.kind == TokenKind::word && tokens_.peek().kind == TokenKind::star) {
        throw ExpressionMistake{name.offset,
                                "\"*\" means every service and stands alone: for some of them name a group"};
    }
    const std::vector<int> matching = catalogue_.matching(name.text);
    services.insert(services.end(), matching.begin(), matching.end());
    if (matching.empty() && name.kind == TokenKind::word) {
        notes_.mistakes.push_back({name.offset, "unknown service " + in_quotes(name.text) +
                                                    did_you_mean(name.text, catalogue_.names())});
    }
}

Condition ConditionParser::attribute() {
    const std::size_t first = tokens_.position();
    const Token name = tokens_.next();
    if (name.kind != TokenKind::word || name.is_number() || is_word_of_the_language(name.text)) {
        throw ExpressionMistake{name.offset,
                                named(name) + " cannot name an attribute: say e.g. medium = paper"};
    }
    if (is_built_in(name.text)) {
        throw ExpressionMistake{
            name.offset, named(name) + " is a date: compare it by \"before\" or \"after\", or say recorded(" +
                             std::string(name.text) + ")"};
    }
    Condition test;
    test.kind = tokens_.next().kind == TokenKind::equals ? Condition::Kind::equals : Condition::Kind::differs;
    const Token word = tokens_.next();
    if (word.kind != TokenKind::word) {
        throw ExpressionMistake{word.offset, "expected a word, e.g. medium = paper, not " + named(word)};
    }
    test.attribute = last_attribute_ = std::string(name.text);
    test.word = std::string(word.text);
    test.text = tokens_.text_since(first);
    return test;
}

Condition ConditionParser::comparison() {
    const std::size_t first = tokens_.position();
    const Token start = tokens_.peek();
    Condition test;
    test.dates.push_back(dates_.date());
    if (tokens_.take("before")) {
        test.kind = Condition::Kind::before;
    } else if (tokens_.take("after")) {
        test.kind = Condition::Kind::after;
    } else {
        refuse_lone_date(start, test.dates.front());
    }
    test.dates.push_back(dates_.date());
    test.text = tokens_.text_since(first);
    return test;
}

void ConditionParser::refuse_lone_date(const Token& first, const DateTerm& date) const {
    const bool plain = date.kind == DateTerm::Kind::trigger;
    const bool event = plain && date.trigger.kind == TriggerKind::event;
    std::string hint = ": say \"before\" or \"after\" which day";
    if (plain) hint += ", or recorded(" + date.text + ")";
    if (event && last_attribute_.empty()) hint += ", or \"" + date.text + " = \" a word";
    if (event && !last_attribute_.empty())
        hint = ": did you mean \"" + last_attribute_ + " = " + date.text + "\"?";
    throw ExpressionMistake{first.offset, in_quotes(date.text) + " alone is no test" + hint};
}

}  // namespace casekeeper

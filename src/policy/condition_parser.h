// SPDX-License-Identifier: MIT
//
// Conditions of the schedule language, by recursive descent over DateParser. A syntax mistake is thrown as
// ExpressionMistake (caught in expression_parser.cpp); unknown services are all noted, and reading goes on.
//
//   condition = all { "or" all } ;  all = one { "and" one } ;  one = [ "not" ] ( test | "(" condition ")" )
//   test      = "died" | "died before" period | "recorded(" trigger ")" | date ("before" | "after") date
//             | "ever(" services ")" | "open(" services ")" | "family-open(" services ")"
//             | name ( "=" | "!=" ) word
#pragma once

#include <string>
#include <vector>

#include "policy/date_parser.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

class ConditionParser {
public:
    // All kept by reference.
    ConditionParser(TokenStream& tokens, const ServiceCatalogue& catalogue, ExpressionNotes& notes)
        : tokens_(tokens), catalogue_(catalogue), notes_(notes), dates_(tokens, notes) {}

    Condition condition();

private:
    Condition joined(Condition::Kind kind);
    Condition one();
    Condition group_or_test();
    Condition test();
    Condition died();
    Condition recorded();
    Condition services(Condition::Kind kind);
    Condition attribute();
    Condition comparison();
    void add_services(const Token& name, std::vector<int>& services);
    bool bracket_holds_date() const;
    [[noreturn]] void refuse_lone_date(const Token& first, const DateTerm& date) const;

    TokenStream& tokens_;
    const ServiceCatalogue& catalogue_;
    ExpressionNotes& notes_;
    DateParser dates_;
    std::string last_attribute_;  // for "outcome = a or b"
};

}  // namespace casekeeper

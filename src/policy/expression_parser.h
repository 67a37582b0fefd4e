// SPDX-License-Identifier: MIT
//
// The expressions of a retention schedule: dates (until), conditions (if, not_while) and periods
// (notify_before), from text to values, by the grammar drawn in date_parser.h and condition_parser.h. Any
// text whatever gives a value or mistakes; nothing is thrown, and length and depth are bounded. A mistake
// says where (a byte of the text), what, and what was probably meant.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

struct ExpressionMistake {
    std::size_t offset = 0;  // bytes from the beginning of the expression
    std::string message;
};

// An event that the expression waits for by name.
struct EventMention {
    std::size_t offset = 0;
    std::string name;
};

// What was noticed while reading.
struct ExpressionNotes {
    std::vector<ExpressionMistake> mistakes;
    std::vector<EventMention> events;
};

// Each gives nullopt exactly if it has added to notes.mistakes.
std::optional<DateTerm> parse_date_expression(std::string_view text, ExpressionNotes& notes);
std::optional<Condition> parse_condition(std::string_view text, const ServiceCatalogue& catalogue,
                                         ExpressionNotes& notes);
std::optional<Period> parse_period(std::string_view text, ExpressionNotes& notes);

// The names of the triggers that are no events: birth, death, opened, ...
const std::vector<std::string>& built_in_triggers();

}  // namespace casekeeper

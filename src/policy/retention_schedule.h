// SPDX-License-Identifier: MIT
//
// The retention-schedule language: TOML text in, rules out, mistakes by file, line and column with what was
// probably meant. Rules are values; what they mean on a day is retention_evaluator.h's affair. A schedule
// with any finding of severity error must not be adopted or evaluated.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "domain/finding.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

enum class TriggerKind {
    birth,
    death,
    opened,
    closed,
    file_closed,
    last_entry,
    last_activity,
    last_contact,
    created,
    event
};

struct Trigger {
    TriggerKind kind = TriggerKind::event;
    std::string name;  // as written, without the role
    std::string role;  // birth and death only; empty: the person's own
    bool operator==(const Trigger&) const = default;
};

// A date expression (until, and the sides of before/after).
struct DateTerm {
    enum class Kind { trigger, fixed, sum, difference, later_of, earlier_of, end_of };
    enum class YearKind { financial, academic, calendar };

    Kind kind = Kind::trigger;
    Trigger trigger;                      // trigger; age(P) is the sum birth + P
    Date fixed{};                         // fixed
    Period period;                        // sum, difference: of parts[0] and this
    YearKind year = YearKind::financial;  // end_of, of parts[0]
    std::vector<DateTerm> parts;          // later_of, earlier_of: one or more
    std::string text;                     // as written, for explanations
    bool operator==(const DateTerm&) const = default;
};

// A condition (if, not_while).
struct Condition {
    enum class Kind {
        all,
        any,
        negation,  // parts
        died,
        died_before,
        recorded,  // period, trigger
        before,
        after,  // dates[0] before|after dates[1]
        ever,
        open,
        family_open,  // services
        equals,
        differs,  // attribute, word
    };
    Kind kind = Kind::all;
    std::vector<Condition> parts;
    Period period;
    Trigger trigger;
    std::vector<DateTerm> dates;
    std::vector<int> services;  // indices in the catalogue, ascending, without repeats
    std::string attribute;
    std::string word;
    std::string text;  // as written, for explanations
    bool operator==(const Condition&) const = default;
};

enum class Bound { at_least, at_most, exactly };
enum class Action { destroy, anonymise, archive, review, decide, permanent, minimise, transfer };
enum class Covers { involvement, file, person };
enum class Basis { statute, guidance, business };

struct Rule {
    std::string id;
    std::string title;
    std::vector<std::string> service_names;  // as written
    std::vector<int> services;               // indices in the catalogue, ascending, without repeats
    std::optional<Condition> applies_if;     // `if`
    std::optional<DateTerm> until;           // absent only for permanent and decide
    Bound bound = Bound::exactly;
    Action action = Action::destroy;
    Covers covers = Covers::involvement;
    std::vector<std::string> replaces;
    std::vector<int> replaces_rules;  // indices in the schedule
    std::optional<Condition> not_while;
    bool is_default = false;
    int approvals = 1;
    std::optional<Period> notify_before;
    std::vector<std::string> keep;  // minimise: exactly one of keep and remove is given
    std::vector<std::string> remove;
    std::string transfer_to;  // transfer: the receiver
    std::string authority;
    Basis basis = Basis::business;
    long line = 0;  // where it stands in the file
    // Says the other the same, wherever in their files they stand? Of one catalogue.
    bool says_the_same(const Rule& other) const;

    bool is_end_rule() const { return action != Action::minimise && action != Action::transfer; }
    bool is_ceiling() const { return bound == Bound::at_most; }
    Rounding rounding() const { return is_ceiling() ? Rounding::never_late : Rounding::never_early; }
};

struct RetentionSchedule {
    std::string title;
    std::string version;
    std::optional<Date> adopted;
    std::optional<Date> expires;
    std::string jurisdiction;
    month_day financial_year_starts{std::chrono::April, std::chrono::day{1}};
    month_day academic_year_starts{std::chrono::September, std::chrono::day{1}};
    // How long a request, complaint or claim holds records after its answer (policy/automatic_holds.h).
    Period holds_after_answer{0, 6, 0};
    std::vector<Rule> rules;  // in the order of the file

    // The index of the rule of that id.
    std::optional<int> find(std::string_view rule_id) const;
};

// What the loader needs to know besides the text.
struct ScheduleContext {
    const ServiceCatalogue* catalogue = nullptr;
    Date today{};                        // for "the schedule has expired"
    std::set<std::string> known_events;  // names importers or stored records know; others draw a warning
};

// Reads a schedule. Every refusal and warning of the language goes to `findings`, each with file:line:column
// and, where a name is near one that exists, "did you mean ...". Never throws for what the text says.
RetentionSchedule read_retention_schedule(std::string_view toml, const std::string& file,
                                          const ScheduleContext& context, std::vector<Finding>& findings);

// Event names that importers of this product record.
const std::set<std::string>& events_known_to_importers();

const char* to_text(Action action);
const char* to_text(Bound bound);
const char* to_text(Covers covers);
const char* to_text(Basis basis);

}  // namespace casekeeper

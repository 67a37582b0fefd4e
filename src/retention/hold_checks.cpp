// SPDX-License-Identifier: MIT
#include "retention/hold_checks.h"

#include <algorithm>

#include "base/errors.h"
#include "base/text_search.h"
#include "custody/restrictions.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void check_names(RecordStore& records, const ServiceCatalogue& catalogue, const Hold& hold) {
    for (const std::string& person : hold.persons)
        if (!records.has_person(person))
            throw InputError("there is no person " + person + " in the store",
                             "casekeeper retention list --format json shows everybody's id");
    for (const std::string& involvement : hold.involvements)
        if (!records.owner_of_involvement(involvement))
            throw InputError("there is no involvement " + involvement + " in the store",
                             "casekeeper retention list shows which there are");
    for (const std::string& service : hold.services)
        if (catalogue.matching(service).empty())
            throw InputError(in_quotes(service) + " is no service nor a group of services" +
                                 did_you_mean(service, catalogue.names()),
                             "config/service_catalogue.toml names them; \"*\" is every one");
}

}  // namespace

void check_order(const HoldOrder& order) {
    const RecordFormat& format = format_of(RecordType::hold);
    const auto kinds = format.fields[static_cast<std::size_t>(format.position("kind"))].words;
    if (std::find(kinds.begin(), kinds.end(), order.hold.kind) == kinds.end()) {
        std::string names;
        for (const std::string_view kind : kinds)
            names.append(names.empty() ? "say one of " : ", ").append(kind);
        throw UsageError(in_quotes(order.hold.kind) + " is no kind of hold", names);
    }
    if (order.hold.kind == restriction_kind)
        throw UsageError("a restriction is placed by a command of its own: it needs a ground",
                         "casekeeper restrict place --items entry:E7 --ground accuracy --reason TEXT");
    if (is_blank(order.authority))
        throw UsageError("a hold needs an authority",
                         "--authority \"Legal services, letter of 3 May\": who asks for it");
    if (is_blank(order.reason))
        throw UsageError("a hold needs a reason", "--reason TEXT: why, in a sentence");
    check_days(order.hold);
}

void check_days(const Hold& hold) {
    if (hold.review_on && *hold.review_on < hold.from)
        throw InputError("the review on " + to_text(*hold.review_on) + " lies before the hold begins, on " +
                             to_text(hold.from),
                         "--review-on is when it should be looked at again");
}

void check_scope(Database& database, const ServiceCatalogue& catalogue, const Hold& hold) {
    if (hold.persons.empty() && hold.involvements.empty() && hold.services.empty() && hold.words.empty() &&
        !hold.opened_from && !hold.opened_to)
        throw UsageError(
            "an empty scope would hold everything or nothing",
            "say whom: --persons, --involvements, --services, --opened-from, --opened-to or --words");
    for (const std::string& word : hold.words)
        if (folded(word).empty())
            throw UsageError(in_quotes(word) + " is no word: it has no letter and no digit",
                             "--words \"swimming club\" looks for the phrase, whole and in any case");
    if (hold.opened_from && hold.opened_to && *hold.opened_to < *hold.opened_from)
        throw InputError("a scope from " + to_text(*hold.opened_from) + " to " + to_text(*hold.opened_to) +
                             " holds nothing",
                         "--opened-to is the later day; both are included");
    RecordStore records(database);
    check_names(records, catalogue, hold);
}

void check_possible(HoldReach& reach, const Hold& hold) {
    if (!reach.is_possible(hold))
        throw InputError(
            "none of the involvements named is of the people, services and days named: "
            "the hold could catch nothing",
            "across options all must match; leave out the one that is wrong");
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include <ostream>

#include "cli/commands.h"
#include "retention/explanation.h"
#include "retention/listing.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

// A name may be all that is left of somebody, because others' records name them.
void say_where_nothing_is_kept(Invocation& invocation, const std::string& person) {
    if (FactStore(invocation.store()).is_stub(person))
        invocation.say("of " + person +
                       " only the name is kept, because others' records name them; casekeeper "
                       "register find says what has ended");
}

int list_retention(Invocation& invocation) {
    invocation.require_reader("read decisions");
    DecisionListing::Filter filter{invocation.value("outcome"), invocation.value("person")};
    if (!filter.outcome.empty() && !parse_outcome(filter.outcome))
        throw UsageError("\"" + filter.outcome + "\" is no outcome",
                         "say live, retain, due, review, held, permanent or undetermined");
    // One moment's truth from the first line to the last.
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    DecisionListing listing(invocation.store(), invocation.day());
    listing.list(filter, [&](const ShownDecision& shown) {
        if (invocation.format == OutputFormat::json)
            invocation.out << to_json(shown) << '\n';
        else
            invocation.out << (shown.decision.involvement.empty()
                                   ? "person " + shown.decision.person
                                   : shown.decision.involvement + "\t" + shown.decision.service)
                           << '\t' << in_words(shown) << '\n';
    });
    say_where_nothing_is_kept(invocation, filter.person);
    return 0;
}

int explain_something(Invocation& invocation) {
    invocation.require_reader("read decisions");
    const Explained explained = explain(invocation.store(), invocation.day(), invocation.operands.front());
    invocation.out << (invocation.format == OutputFormat::json ? to_json(explained) + "\n"
                                                               : to_text(explained));
    if (explained.kind == "person") say_where_nothing_is_kept(invocation, explained.id);
    return 0;
}

}  // namespace

std::vector<CommandRow> retention_commands() {
    return {
        {"retention list",
         "",
         "lists one decision for each involvement, up to date for the day asked",
         {{"outcome", "O", "only live, retain, due, review, held, permanent or undetermined"},
          {"person", "ID", "only this person's file"}},
         "casekeeper retention list --outcome due --as-of 2027-01-01",
         0,
         0,
         list_retention},
        {"explain",
         "ID",
         "says until when a record is kept, and why: a person, an involvement, an entry, a document",
         {},
         "casekeeper explain involvement:I1",
         1,
         1,
         explain_something},
    };
}

}  // namespace casekeeper

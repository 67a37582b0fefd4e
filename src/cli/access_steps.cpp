// SPDX-License-Identifier: MIT
#include "cli/access_steps.h"

#include <algorithm>
#include <ostream>

#include "app/configured.h"
#include "base/json_text.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "cli/request_steps.h"
#include "disclosure/access_forms.h"
#include "disclosure/access_listing.h"

namespace casekeeper {

ReleaseRules release_rules(Invocation& invocation, const ServiceCatalogue& catalogue) {
    return configured_release_rules(invocation.config_folder, catalogue);
}

std::string access_due_day_of(Invocation& invocation, const std::string& request) {
    const AccessCase one = require_access_request(invocation.store(), request);
    const RequestClock clock = clock_of(invocation.store(), one, bank_holidays(invocation));
    return clock.due_on ? to_text(*clock.due_on) : "";
}

int say_access_state(Invocation& invocation, const std::string& request, const std::string& more) {
    const AccessCase one = require_access_request(invocation.store(), request);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("request", request).text("state", one.state).line();
    else
        invocation.out << "access request " << request << " is " << one.state
                       << (more.empty() ? "" : "; " + more) << "\n";
    return 0;
}

int say_access_letter(
    Invocation& invocation,
    const std::function<std::string(AccessLetters&, const AccessCase&, const std::string& folder)>& write) {
    invocation.require({Role::practitioner, Role::dpo}, "write letters about a request");
    const std::string& request = invocation.operands.front();
    const AccessCase one = require_access_request(invocation.store(), request);
    FileReading reading(invocation);
    const BankHolidays holidays = bank_holidays(invocation);
    AccessLetters letters(invocation.store(), letter_settings(invocation, access_forms()), holidays,
                          reading.rules, reading.reviewer, invocation.signing_day());
    return say_letter(invocation, request, write(letters, one, folder_given(invocation, "write")));
}

FileReading::FileReading(Invocation& invocation)
    : catalogue(schedule_in_force(invocation.store()).catalogue),
      rules(release_rules(invocation, catalogue)),
      tools(invocation.store(), invocation.config_folder, invocation.settings().packs.words,
            invocation.documents_folder()),
      reviewer(invocation.store(), rules, catalogue, tools.for_review()) {}

AccessStep::AccessStep(Invocation& invocation)
    : register_(invocation.store(), register_places(invocation)),
      actor(invocation.actor()),
      act(signed_act(invocation, actor, register_)),
      reading(invocation),
      catalogue(reading.catalogue),
      rules(reading.rules),
      casework(invocation.store(), rules, reading.reviewer, actor, act),
      request(invocation.operands.empty() ? "" : invocation.operands.front()) {}

void read_documents_before(Invocation& invocation, AccessStep& step) {
    const std::optional<AccessCase> one = AccessStore(invocation.store()).find(step.request);
    const AccessTransition* review = one ? find_transition(state_of(*one), AccessEvent::review) : nullptr;
    if (review && std::any_of(review->who.begin(), review->who.end(),
                              [&](Role role) { return step.actor.roles.contains(role); }))
        step.reading.tools.keep_words_of(one->person);
}

AccessOutcome outcome(Invocation& invocation, AccessStep& step) {
    return AccessOutcome(invocation.store(), step.casework, step.actor, step.act);
}

CommandRow access_row(const char* verb, const char* operands, const char* summary,
                      std::vector<OptionRow> options, const char* example, int (*run)(Invocation&),
                      std::size_t least, std::size_t most) {
    return {std::string("access ") + verb,
            operands,
            summary,
            std::move(options),
            std::string("casekeeper access ") + example,
            least,
            most,
            run,
            true};
}

}  // namespace casekeeper

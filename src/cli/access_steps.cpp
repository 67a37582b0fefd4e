// SPDX-License-Identifier: MIT
#include "cli/access_steps.h"

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
    const ServiceCatalogue catalogue = schedule_in_force(invocation.store()).catalogue;
    const ReleaseRules rules = release_rules(invocation, catalogue);
    const BankHolidays holidays = bank_holidays(invocation);
    AccessReviewer reviewer(invocation.store(), rules, catalogue);
    AccessLetters letters(invocation.store(), letter_settings(invocation, access_forms()), holidays, rules,
                          reviewer, invocation.signing_day());
    return say_letter(invocation, request, write(letters, one, folder_given(invocation, "write")));
}

AccessStep::AccessStep(Invocation& invocation)
    : register_(invocation.store(), register_places(invocation)),
      actor(invocation.actor()),
      act(signed_act(invocation, actor, register_)),
      catalogue(schedule_in_force(invocation.store()).catalogue),
      rules(release_rules(invocation, catalogue)),
      casework(invocation.store(), rules, catalogue, actor, act),
      request(invocation.operands.empty() ? "" : invocation.operands.front()) {}

}  // namespace casekeeper

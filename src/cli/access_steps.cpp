// SPDX-License-Identifier: MIT
#include "cli/access_steps.h"

#include <ostream>

#include "app/application.h"
#include "base/json_text.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "cli/request_steps.h"
#include "disclosure/access_listing.h"

namespace casekeeper {

ReleaseRules release_rules(Invocation& invocation, const ServiceCatalogue& catalogue) {
    std::vector<Finding> findings;
    ReleaseRules rules = ReleaseRules::read(read_config_file(invocation.config_folder, "release_rules.toml"),
                                            "release_rules.toml", findings, &catalogue);
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            throw ConfigError(to_line(finding), "mend it, then: casekeeper check");
    return rules;
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

AccessStep::AccessStep(Invocation& invocation)
    : register_(invocation.store(), register_places(invocation)),
      actor(invocation.actor()),
      act(signed_act(invocation, actor, register_)),
      catalogue(schedule_in_force(invocation.store()).catalogue),
      rules(release_rules(invocation, catalogue)),
      casework(invocation.store(), rules, catalogue, actor, act),
      request(invocation.operands.empty() ? "" : invocation.operands.front()) {}

}  // namespace casekeeper

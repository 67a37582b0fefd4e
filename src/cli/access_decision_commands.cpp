// SPDX-License-Identifier: MIT
//
// What people decide of an access request: reviewed, decided item by item, looked at twice.
#include <ostream>

#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/pack_account.h"
#include "cli/request_steps.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_moves.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_items = 10000;

int review(Invocation& invocation) {
    AccessStep step(invocation);
    read_documents_before(invocation, step);
    const AccessReview review = step.casework.review(step.request);
    for (const AccessItem& item : AccessStore(invocation.store()).items(step.request))
        invocation.out << (invocation.format == OutputFormat::json ? to_json(item) : to_lines(item)) << "\n";
    invocation.say(std::to_string(review.parts.size()) + " parts, " +
                   std::to_string(review.new_parts.size()) + " of them new" +
                   (review.earlier ? " since " + *review.earlier : "") + "; " +
                   std::to_string(review.items.size()) + " proposals to be decided");
    if (review.earlier)
        for (const std::string& part : review.new_parts) invocation.say("new: " + part);
    invocation.say("next: casekeeper access decide " + step.request +
                   " ITEM --withhold --reason TEXT, or --show --reason TEXT");
    return 0;
}

ItemChoice choice_of(const Invocation& invocation, std::vector<std::string> items) {
    for (const char* option : {"rule", "about", "part"})
        if (invocation.has(option))
            require_text(invocation.value(option), std::string("what --") + option + " names",
                         "casekeeper access show " + invocation.operands.front() + " shows what there is");
    return {std::move(items), invocation.value("rule"), invocation.value("about")};
}

// KEY=TEXT, any number of them.
std::map<std::string, std::string> record_of(const Invocation& invocation) {
    std::map<std::string, std::string> record;
    for (const std::string& pair : invocation.values("record")) {
        const std::size_t at = pair.find('=');
        if (at == std::string::npos || at == 0 || at + 1 == pair.size())
            throw UsageError("--record \"" + pair.substr(0, at) + "\" has no text", "--record KEY=TEXT");
        record[pair.substr(0, at)] = pair.substr(at + 1);
    }
    return record;
}

int decide_items(Invocation& invocation, AccessStep& step) {
    const int given =
        int(invocation.has("withhold")) + int(invocation.has("part")) + int(invocation.has("show"));
    const char* one_of_three =
        "exactly one of --show, --withhold and --part TEXT, what of it is withheld; --done when all are "
        "decided";
    if (given == 0) throw UsageError("it is not said what was decided", one_of_three);
    if (given > 1) throw UsageError("more than one decision is given", one_of_three);
    AccessDecision decision;
    decision.choice =
        choice_of(invocation, std::vector(invocation.operands.begin() + 1, invocation.operands.end()));
    decision.decision = invocation.has("show") ? "show" : invocation.has("part") ? "part" : "withhold";
    decision.part = invocation.value("part");
    decision.reason = invocation.value("reason");
    decision.record = record_of(invocation);
    decision.look_again_on = day_given(invocation, "look-again");
    decision.known = invocation.value("known");
    read_documents_before(invocation, step);
    const auto [decided, passed_over, pictures] = step.casework.decide(step.request, decision);
    long long open = 0;
    for (const AccessItem& item : AccessStore(invocation.store()).items(step.request))
        if (!item.decision) ++open;
    if (passed_over > 0)
        invocation.say(std::to_string(passed_over) +
                       " decided before and left as it is: --about KEY names whose is decided anew");
    for (const std::string& item : pictures)
        invocation.say(
            item +
            ": nothing can be taken out of a picture: of a scan no page is shown then, and a photograph is "
            "shown or not as is decided under unread");
    return say_access_state(invocation, step.request,
                            std::to_string(decided) + " decided, " + std::to_string(open) + " still to be");
}

int decide(Invocation& invocation) {
    if (invocation.has("done") && invocation.has("refuse"))
        throw UsageError("--done and --refuse are two things",
                         "--done sends it to the second look, --refuse ends it");
    AccessStep step(invocation);
    if (invocation.has("done")) {
        read_documents_before(invocation, step);
        step.casework.complete(step.request);
        return say_access_state(invocation, step.request,
                                "another person signs: casekeeper access sign " + step.request);
    }
    if (invocation.has("refuse")) {
        outcome(invocation, step).refuse(step.request, invocation.value("reason"));
        return say_access_state(invocation, step.request);
    }
    return decide_items(invocation, step);
}

// Whoever signs has seen how much is kept back before they do.
void look_at_pack(Invocation& invocation, const AccessStep& step, const AccessReview& review) {
    const PackAccount account = account_of(invocation, require_pack(invocation, step.request), review);
    require_seen(account, invocation.value("having-seen"));
    if (invocation.format == OutputFormat::text) say_pack(invocation, account);
}

int sign(Invocation& invocation) {
    AccessStep step(invocation);
    if (invocation.has("return")) {
        step.casework.give_back(step.request, invocation.value("reason"));
    } else if (invocation.has("item") || invocation.has("rule") || invocation.has("about")) {
        const long long number =
            step.casework.countersign(step.request, choice_of(invocation, items_of(invocation, "item")));
        return say_access_state(invocation, step.request, std::to_string(number) + " signed");
    } else {
        read_documents_before(invocation, step);
        step.casework.sign(step.request,
                           [&](const AccessReview& review) { look_at_pack(invocation, step, review); });
    }
    return say_access_state(invocation, step.request);
}

}  // namespace

std::vector<CommandRow> access_decision_commands() {
    return {
        access_row("review", "ID", "proposes what might be withheld, part by part, and why; a person decides",
                   {}, "review A1", review),
        access_row(
            "decide", "ID [ITEM…]", "the decision of a person on what is proposed, with its reason",
            {{"show", "", "it is shown"},
             {"withhold", "", "it is withheld"},
             {"part", "TEXT", "it is shown without this part, and only that is withheld"},
             {"rule", "ID", "under which rule of release_rules.toml (else every one proposed)"},
             {"about", "KEY", "only what is about this person or place"},
             {"reason", "TEXT", "why, as the person may read it"},
             {"record", "KEY=TEXT", "what the rule wants recorded", false, true},
             {"look-again", "DATE", "when it is to be looked at again"},
             {"known", "TEXT", "how the person has seen it or knows it"},
             {"done", "", "every proposal is decided: the second look may begin"},
             {"refuse", "", "nothing is sent: nobody who may ask, or manifestly unfounded or excessive"}},
            "decide A1 entry:E7 --rule third-party --show --reason \"they know who it was\"", decide, 1,
            most_items),
        access_row("sign", "ID", "the second look, by somebody who decided nothing; or a second signature",
                   {{"return", "", "it goes back: something is to be looked at again"},
                    {"reason", "TEXT", "what"},
                    {"item", "ITEMS", "a second signature on these decisions only", false, true},
                    {"rule", "ID", "under this rule"},
                    {"about", "KEY", "about this person or place"},
                    {"having-seen", "MARK",
                     "of a pack that keeps back much: the mark that access pack says at its end"}},
                   "sign A1", sign),
    };
}

}  // namespace casekeeper

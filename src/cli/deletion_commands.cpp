// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/request_steps.h"
#include "disposal/deletion_casework.h"
#include "disposal/request_listing.h"
#include "disposal/warning_facts.h"

namespace casekeeper {
namespace {

std::string line_of(const DeletionItem& item) {
    return item.item + "\t" + item.verdict + "\t" + item.reason +
           (item.authority.empty() ? "" : " (" + item.authority + ")");
}

// One person's step: who acts, and the casework on the store.
class Step {
public:
    explicit Step(Invocation& invocation)
        : actor_(invocation.actor()),
          register_(invocation.store(), register_places(invocation)),
          act_(signed_act(invocation, actor_, register_)),
          in_force_(schedule_in_force(invocation.store())),
          casework(invocation.store(), in_force_, invocation.settings().requests, actor_, act_) {}

private:
    const Actor& actor_;
    Register register_;
    const SignedAct act_;
    const ScheduleInForce in_force_;

public:
    DeletionCasework casework;
    Date day() const { return act_.day; }
    const ScheduleInForce& in_force() const { return in_force_; }
};

int assess(Invocation& invocation) {
    Step step(invocation);
    std::vector<DeletionMark> marks;
    for (const char* mark : {"misfiled", "unlawful"})
        for (const std::string& item : items_of(invocation, mark))
            marks.push_back(
                {item, mark, invocation.value("reason"), invocation.actor().to_text(), to_text(step.day())});
    const std::vector<DeletionItem> items = step.casework.assess(invocation.operands.front(), marks);
    for (const DeletionItem& item : items)
        invocation.out << (invocation.format == OutputFormat::json ? to_json(item) : line_of(item)) << "\n";
    invocation.say("next, with the young person: casekeeper deletion warn " + invocation.operands.front() +
                   " --write DIR");
    return 0;
}

bool may_go(const DeletionItem& item) {
    return item.verdict == to_text(DeletionVerdict::free_to_delete) ||
           item.verdict == to_text(DeletionVerdict::person_decides);
}

int write(Invocation& invocation) {
    Step step(invocation);
    const std::string& request = invocation.operands.front();
    step.casework.require_as_assessed(request);
    DeletionStore cases(invocation.store());
    const std::vector<DeletionItem> items = cases.items(request);
    if (std::none_of(items.begin(), items.end(), may_go))
        throw Refused("nothing that request " + request + " asks for may go: there is nothing to warn of",
                      "casekeeper deletion decide " + request + " --refuse --reason TEXT");
    ImpactWarning warning = warning_for(invocation.store(), step.in_force(), cases.find(request).value(),
                                        cases.items(request), step.day());
    warning.practitioner =
        invocation.has("practitioner") ? invocation.value("practitioner") : invocation.actor().name;
    warning.trust = invocation.settings().trust_name;
    warning.contact = invocation.settings().trust_contact;
    const std::string folder = folder_given(invocation, "write");
    write_warning(letter_settings(invocation).templates, warning, folder);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("request", request).text("folder", folder).line();
    else
        invocation.out
            << "warning.html, for the young person, and warning-formal.html, for the case file, lie in "
            << folder << "\n";
    invocation.say("read it with them; then record it: casekeeper deletion warn " + request +
                   " --given DATE --how face-to-face --present TEXT --understood TEXT --said TEXT");
    return 0;
}

int warn(Invocation& invocation) {
    if (invocation.has("write") == invocation.has("given"))
        throw UsageError("it is not said whether the warning is to be written or was given",
                         "--write DIR, to print it; or --given DATE, to record it");
    if (invocation.has("write")) return write(invocation);
    Step step(invocation);
    WarningGiven warning;
    warning.on = *day_given(invocation, "given");
    warning.how = invocation.value("how");
    warning.present = invocation.value("present");
    warning.understood = invocation.value("understood");
    warning.said = invocation.value("said");
    warning.alternatives = invocation.value("alternatives");
    step.casework.warn(invocation.operands.front(), warning);
    return say_state(invocation, invocation.operands.front());
}

int confirm(Invocation& invocation) {
    Step step(invocation);
    step.casework.confirm(invocation.operands.front(), day_given(invocation, "on").value_or(step.day()),
                          invocation.value("words"));
    return say_state(invocation, invocation.operands.front());
}

int decide(Invocation& invocation) {
    Step step(invocation);
    ItemDecision decision;
    decision.refuse = invocation.has("refuse");
    decision.reason = invocation.value("reason");
    decision.to_keep = items_of(invocation, "keep");
    for (std::string& item : items_of(invocation, "delete")) {
        if (item == "all-free")
            decision.all_free = true;
        else
            decision.to_delete.push_back(std::move(item));
    }
    for (const std::string& item : decision.to_keep)
        if (std::find(decision.to_delete.begin(), decision.to_delete.end(), item) != decision.to_delete.end())
            throw UsageError(item + " is to be deleted and kept", "name it once, under --delete or --keep");
    const bool decides = !decision.to_keep.empty() || !decision.to_delete.empty() || decision.all_free;
    if (decides == decision.refuse)
        throw UsageError("it is not said what was decided",
                         "--delete ITEMS and --keep ITEMS, or --refuse for everything");
    const DeletionCase one = step.casework.decide(invocation.operands.front(), decision);
    long long undecided = 0;
    for (const DeletionItem& item : DeletionStore(invocation.store()).items(one.request))
        if (!item.decision) ++undecided;
    return say_state(invocation, one.request,
                     undecided > 0
                         ? (undecided == 1 ? "1 part is" : std::to_string(undecided) + " parts are") +
                               std::string(" still to be decided")
                         : "");
}

}  // namespace

std::vector<CommandRow> deletion_commands() {
    return {
        {"deletion assess",
         "ID",
         "what can be said of each part: free, person-decides, claims, statutory; a person decides",
         {{"misfiled", "ITEMS", "parts that are another's or another service's", false, true},
          {"unlawful", "ITEMS", "parts that should not have been kept", false, true},
          {"reason", "TEXT", "why it is said of them"}},
         "casekeeper deletion assess R1",
         1,
         1,
         assess,
         true},
        {"deletion warn",
         "ID",
         "writes the warning of what deletion takes away, or records that it was given",
         {{"write", "DIR", "writes it: for the young person, and for the case file"},
          {"practitioner", "NAME", "who will read it with them (else who runs this)"},
          {"given", "DATE", "the day it was given"},
          {"how", "WAY", "face-to-face, video, telephone or letter"},
          {"present", "TEXT", "who was present"},
          {"understood", "TEXT", "how it was understood"},
          {"said", "TEXT", "what the young person said"},
          {"alternatives", "TEXT", "what they said to locking, correcting, adding to or sealing it instead"}},
         "casekeeper deletion warn R1 --given 2026-11-24 --how face-to-face --present \"her foster carer\" "
         "--understood \"explained it back\" --said \"I still want it gone\"",
         1,
         1,
         warn,
         true},
        {"deletion confirm",
         "ID",
         "the person wants the deletion, after the warning",
         {{"on", "DATE", "when they said so (else today)"}, {"words", "TEXT", "what they said", true}},
         "casekeeper deletion confirm R1 --words \"yes, all of it\"",
         1,
         1,
         confirm,
         true},
        {"deletion decide",
         "ID",
         "the decision of a person on each part, with its reason; several calls add up",
         {{"delete", "ITEMS", "parts that go; all-free: every one that nothing speaks for keeping", false,
           true},
          {"keep", "ITEMS", "parts that stay", false, true},
          {"refuse", "", "nothing goes"},
          {"reason", "TEXT", "why, as the person will read it", true}},
         "casekeeper deletion decide R1 --delete all-free --reason \"given by consent, no longer needed\"",
         1,
         1,
         decide,
         true},
    };
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "reports/recording_waiver.h"

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/request_findings.h"
#include "policy/did_you_mean.h"
#include "policy/recording_own_rules.h"
#include "reports/restricted_findings.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_reason = 2000;

void require_reason(const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: why, in a sentence");
    if (reason.size() > longest_reason)
        throw UsageError("a reason of more than " + std::to_string(longest_reason) + " letters",
                         "--reason TEXT: why, in a sentence");
}

void require_open(const RecordingFinding& finding) {
    const std::string named = "finding " + finding.id;
    if (finding.state == "waived")
        throw Refused(named + " was set aside already, on " + finding.waived_on.value_or(""),
                      "casekeeper recording show " + finding.id);
    if (finding.state != "open")
        throw Refused(
            named + " is closed since " + finding.closed_on.value_or("") + ": there is nothing to set aside",
            "casekeeper recording list shows what is open");
}

void write_line(Database& database, const char* kind, const RecordingFinding& finding, const SignedAct& act) {
    RegisterStore(database).append(
        {act.at, kind, act.actor,
         JsonObject()
             .text("finding", act.pseudonyms.of_record("finding", finding.id))
             .text("record", act.pseudonyms.of_record("involvement", finding.involvement))
             .text("rule", finding.rule)
             .json()});
}

}  // namespace

RecordingFinding finding_in_use(Database& database, const std::string& id, Date day) {
    std::optional<RecordingFinding> finding = RecordingStore(database).find(id);
    if (!finding)
        throw InputError("there is no finding " + in_quotes(id),
                         "casekeeper recording list shows which there are");
    if (RestrictedFindings(database, day).has(*finding))
        throw Refused("finding " + finding->id + " is about a restricted record, which is used for nothing",
                      "casekeeper restrict list --in-force shows what is restricted and why");
    return *finding;
}

RecordingFinding waive_finding(Database& database, const WaiverOrder& order, const Actor& actor,
                               const SignedAct& act) {
    require_reason(order.reason);
    if (order.until && *order.until <= act.day)
        throw InputError("--until " + to_text(*order.until) + " is not after " + to_text(act.day),
                         "name a later day");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    RecordingFinding finding = finding_in_use(database, order.finding, act.day);
    require_open(finding);
    if (!actor.professional.empty() && finding.worker == actor.professional)
        throw Refused("finding " + finding.id + " asks " + actor.professional +
                          ", who is you: nobody sets aside what they are asked about",
                      "mend the record, or ask somebody else to waive it");
    if (finding.rule == handed_out_rule && !actor.has_any({Role::dpo}))
        throw Refused("finding " + finding.id + " is a breach: a data protection officer weighs it",
                      "casekeeper recording show " + finding.id);
    finding.state = "waived";
    finding.waived_on = to_text(act.day);
    finding.waived_by = act.actor;
    finding.waiver_reason = order.reason;
    if (order.until) finding.waived_until = to_text(*order.until);
    RecordingStore store(database);
    store.put(finding);
    if (order.until) store.mark(finding.person);  // looked at again on that day
    write_line(database, "finding-waived", finding, act);
    work.commit();
    return finding;
}

RecordingFinding end_waiver(Database& database, const std::string& id, const SignedAct& act) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    RecordingFinding finding = finding_in_use(database, id, act.day);
    if (finding.state != "waived")
        throw Refused("finding " + finding.id + " is not set aside: it is " + finding.state,
                      "casekeeper recording show " + finding.id);
    finding.state = "open";
    finding.waived_on.reset();
    finding.waived_by.reset();
    finding.waived_until.reset();
    finding.waiver_reason.reset();
    RecordingStore(database).put(finding);
    write_line(database, "finding-waiver-ended", finding, act);
    work.commit();
    return finding;
}

}  // namespace casekeeper

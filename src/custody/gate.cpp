// SPDX-License-Identifier: MIT
#include "custody/gate.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "store/record_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

// How the register calls what was done.
const char* kind_of(const std::string& action) {
    if (action == "anonymise") return "anonymised";
    if (action == "minimise") return "minimised";
    if (action == "transfer") return "transferred";
    if (action == "archive") return "archived";
    return "destroyed";
}

std::string action_of(const std::string& kind) {
    for (const char* action : {"anonymise", "minimise", "transfer", "archive"})
        if (kind == kind_of(action)) return action;
    return "destroy";
}

bool is_request(const Hold& hold) {
    return hold.kind == "access-request" || hold.kind == "deletion-request";
}

std::string year_of(const std::string& day) {
    return day.substr(0, 4);
}

}  // namespace

struct Gate::Asked {
    GateQuestion question;
    std::optional<CoveredRecord> covered;
};

Gate::Gate(Database& database, const ScheduleInForce& in_force, Register& reg, GateRules rules)
    : database_(database),
      in_force_(in_force),
      register_(reg),
      rules_(std::move(rules)),
      present_(database, in_force),
      proposals_(database),
      end_(database, in_force.schedule, reg, rules_) {}

std::vector<GateAnswer> Gate::execute(const std::vector<Proposal>& proposals, Date day, const std::string& at,
                                      const std::string& actor, bool dry_run) {
    std::vector<GateAnswer> answers;
    for (const Proposal& proposal : proposals) answers.emplace_back().proposal = proposal.number;
    const auto refuse_all = [&](const char* code) {
        for (GateAnswer& answer : answers) answer.refused_because = code;
        return answers;
    };
    if (proposals.empty()) return answers;
    if (!rules_.open) return refuse_all("switched-off");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    OpenCase opened;
    try {
        opened = open_case(proposals.front().person, day, at, actor);
    } catch (const std::invalid_argument&) {
        return refuse_all("unreadable");
    }
    std::vector<Asked> asked;
    for (GateAnswer& answer : answers) asked.push_back(ask(opened, answer.proposal, answer));
    const auto is_refused = [](const GateAnswer& answer) { return !answer.refused_because.empty(); };
    if (std::all_of(answers.begin(), answers.end(), is_refused)) return answers;
    mark_readers(opened);
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (!is_refused(answers[i])) carry_out(opened, asked[i], answers[i]);
    close_case(opened);
    if (!dry_run) work.commit();
    return answers;
}

OpenCase Gate::open_case(const std::string& person, Date day, const std::string& at,
                         const std::string& actor) {
    OpenCase opened{day, to_text(day), at, actor, present_.decide(person, day), {}, {}, {}};
    opened.before = present_.stored(opened.decided.file);
    for (const PersonFacts& record : opened.decided.file.people) opened.people.push_back(record.id);
    for (const InvolvementFacts& involvement : opened.decided.file.involvements)
        opened.involvements.insert(involvement.id);
    return opened;
}

// Whoever read these people's facts is decided on again the next night.
void Gate::mark_readers(const OpenCase& opened) {
    DecisionStore decisions(database_);
    for (const std::string& person : opened.people) decisions.mark_readers(person);
}

void Gate::close_case(OpenCase& opened) {
    PresentDecisions::Decided now;
    if (!opened.involvements.empty()) now = present_.decide(opened.people.front(), opened.day);
    present_.store(opened.before, now, opened.day);
    ReviewStore reviews(database_);
    for (const std::string& person : opened.people)
        if (opened.involvements.empty())
            reviews.clear(person);  // nothing is left to look at
        else
            reviews.mark_if_proposed(person);
}

Gate::Asked Gate::ask(const OpenCase& opened, long long proposal, GateAnswer& answer) {
    Asked asked;
    GateQuestion& question = asked.question;
    question.schedule = &in_force_.schedule;
    question.schedule_number = in_force_.adopted.number;
    question.proposal = proposals_.find(proposal);
    if (question.proposal && opened.involvements.contains(question.proposal->involvement)) {
        const Proposal& found = *question.proposal;
        asked.covered = covered_record(database_, found.involvement);
        question.fingerprint = asked.covered->fingerprint();
        question.decision = opened.decided.on(found.involvement);
        question.holds_naming = opened.decided.holds_naming(found.involvement, opened.day);
        question.approvals = proposals_.approvals(proposal);
        question.notice = proposals_.notice(found.involvement);
        question.handover = proposals_.handover(proposal);
        question.done_before =
            is_on_the_way(found) &&
            proposals_.done(found.involvement, found.action, found.rule, found.retain_until.value_or(""));
    }
    answer.refused_because = refusal(question, opened.day, answer.holds);
    return asked;
}

void Gate::carry_out(OpenCase& opened, const Asked& asked, GateAnswer& answer) {
    const Proposal& proposal = *asked.question.proposal;
    if (!opened.involvements.contains(proposal.involvement)) {  // ended by another proposal a moment ago
        answer.refused_because = "gone";
        return;
    }
    RegisterStore lines(database_);
    RecordEnding ending;
    ending.action = proposal.action;
    ending.involvement = proposal.involvement;
    ending.rule =
        &in_force_.schedule.rules[static_cast<std::size_t>(*in_force_.schedule.find(proposal.rule))];
    ending.line = lines.head().number + 1;
    ending.handover = asked.question.handover;
    const auto beyond = ErasureStore(database_).beyond_reach(*asked.covered->involvement.value("person"));
    end_.end_involvement(opened, *asked.covered, ending);
    const Certificate certificate = certificate_for(opened, asked, ending, beyond);
    JsonObject facts;
    facts.number("certificate", ending.line)
        .number("proposal", proposal.number)
        .text("rule", proposal.rule)
        .number("schedule", in_force_.adopted.number)
        .raw("counts", counts_json(ending.erased))
        .text("record", register_.pseudonyms().of_record("involvement", proposal.involvement));
    if (!ending.person_digests.empty())
        facts.texts("person", {ending.person_digests.begin(), ending.person_digests.end()});
    facts.raw("statement", statement_of(certificate));
    if (lines.append({opened.at, kind_of(proposal.action), opened.actor, facts.json()}) != ending.line)
        throw std::logic_error("the register's head moved within a unit of work");
    proposals_.add_certificate(ending.line, opened.at, to_json(certificate));
    end_.note(opened, ending);
    end_.settle_proposals(opened, ending, proposal.number);
    if (ending.action != "minimise") end_.write_instruction(opened, asked.covered->involvement, ending.line);
    answer.done = true;
    answer.certificate = ending.line;
    answer.erased = std::move(ending.erased);
}

Certificate Gate::certificate_for(const OpenCase& opened, const Asked& asked, const RecordEnding& ending,
                                  const ErasureStore::BeyondReach& beyond) {
    Certificate certificate = certificate_of(opened, *asked.covered, ending, beyond);
    certificate.rule = ending.rule->id;
    certificate.rule_authority = ending.rule->authority;
    if (ending.rule->until) certificate.trigger = ending.rule->until->text;
    if (const std::optional<DestructionNotice>& notice = asked.question.notice;
        notice && !is_on_the_way(*asked.question.proposal)) {
        certificate.told_on = notice->sent_on.value_or("");
        certificate.not_told_by_decision_of = notice->waived_by.value_or("");
    }
    certificate.approvals = asked.question.approvals;
    if (ending.handover) certificate.manifest = ending.handover->manifest;
    certificate.fingerprint = register_.pseudonyms().of_record("fingerprint", asked.question.fingerprint);
    return certificate;
}

Certificate Gate::certificate_of(const OpenCase& opened, const CoveredRecord& covered,
                                 const RecordEnding& ending, const ErasureStore::BeyondReach& beyond) {
    const Record& involvement = covered.involvement;
    Certificate certificate;
    certificate.number = ending.line;
    certificate.issued_at = opened.at;
    certificate.action = ending.action;
    certificate.service = *involvement.value("service");
    certificate.schedule_version = in_force_.adopted.version;
    certificate.schedule_digest = in_force_.adopted.digest;
    certificate.span_from = year_of(*involvement.value("opened"));
    certificate.span_to = year_of(involvement.value("closed").value_or(""));
    certificate.counts = ending.erased;
    certificate.holds_checked = static_cast<int>(opened.decided.holds_asked);
    certificate.requests_checked =
        static_cast<int>(std::count_if(opened.decided.holds.begin(), opened.decided.holds.end(), is_request));
    certificate.executed_by = opened.actor;
    certificate.executed_as = rules_.executed_as;
    certificate.method = database_.is_postgresql()
                             ? "rows deleted, and vacuumed by the server; files unlinked"
                             : "rows deleted and overwritten; files unlinked";
    certificate.media = rules_.media;
    certificate.backups_gone_on =
        to_text(add(opened.day, {0, rules_.backup_months, 0}, Rounding::never_early));
    if (ending.action != "minimise") certificate.system = involvement.value("system").value_or("");
    for (const Record& disclosure : covered.disclosures)
        if (disclosure.value("outcome") == "shared") ++certificate.disclosures_shared;
    certificate.entries_of_others = beyond.entries_of_others;
    certificate.exports = beyond.exports;
    return certificate;
}

// The involvement that a record is or lies in; empty where there is none.
std::string Gate::involvement_of(const std::string& type, const std::string& id) {
    RecordStore records(database_);
    if (type == "involvement") return id;
    const std::string entry = type == "document" ? records.entry_of_document(id).value_or("") : id;
    return records.involvement_of_entry(entry).value_or("");
}

// Whose record it is; empty where there is none, or only a stub of it.
std::string Gate::owner_of(const std::string& type, const std::string& id) {
    RecordStore records(database_);
    if (type == "person") return records.has_person(id) && !ErasureStore(database_).is_stub(id) ? id : "";
    const std::optional<RecordStore::Owner> owner = records.owner_of_involvement(involvement_of(type, id));
    return owner ? owner->person : "";
}

// Every hold and request that keeps an involvement on the day, by decision or by name.
std::vector<std::string> holds_on(const OpenCase& opened, const std::string& involvement) {
    const Decision* decision = opened.decided.on(involvement);
    std::vector<std::string> holds = opened.decided.holds_naming(involvement, opened.day);
    if (decision) holds.insert(holds.end(), decision->holds.begin(), decision->holds.end());
    std::sort(holds.begin(), holds.end());
    holds.erase(std::unique(holds.begin(), holds.end()), holds.end());
    return holds;
}

GateAnswer Gate::end_again(const std::string& type, const std::string& id, long long earlier_line, Date day,
                           const std::string& at, const std::string& actor, bool dry_run) {
    GateAnswer answer;
    const auto refused = [&](const char* code) {
        answer.refused_because = code;
        return answer;
    };
    if (!rules_.open) return refused("switched-off");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    const std::string owner = owner_of(type, id);
    if (owner.empty()) return refused("gone");
    const std::optional<KeptLine> earlier = RegisterStore(database_).line(earlier_line);
    if (!earlier)
        throw InputError("the register has no line " + std::to_string(earlier_line),
                         "casekeeper register list shows its lines");
    OpenCase opened;
    try {
        opened = open_case(owner, day, at, actor);
    } catch (const std::invalid_argument&) {
        return refused("unreadable");
    }
    if (type == "person" && !opened.involvements.empty()) return refused("not-empty");
    const std::string facts = json_value_at(earlier->line, "facts");
    if (type != "person") answer.holds = holds_on(opened, involvement_of(type, id));
    // A request holds, though not against its own execution; the back-up has it as it was before.
    if (!json_text_at(facts, "request").empty())
        std::erase_if(answer.holds,
                      [](const std::string& hold) { return hold.starts_with("deletion_request:"); });
    if (!answer.holds.empty()) return refused("held");
    mark_readers(opened);
    RecordEnding ending;
    ending.line = earlier_line;
    ending.action = action_of(json_text_at(earlier->line, "kind"));
    if (ending.action == "minimise" && type == "involvement") {
        const std::optional<int> rule = in_force_.schedule.find(json_text_at(facts, "rule"));
        if (!rule) return refused("changed");
        ending.rule = &in_force_.schedule.rules[static_cast<std::size_t>(*rule)];
    }
    end_.end_one(opened, type, id, ending);
    end_.note(opened, ending);
    if (type == "involvement") end_.settle_proposals(opened, ending, json_number_at(facts, "proposal"));
    const std::string replayed = JsonObject()
                                     .number("line", earlier_line)
                                     .text("type", type)
                                     .text("record", register_.pseudonyms().of_record(type, id))
                                     .raw("counts", counts_json(ending.erased))
                                     .json();
    answer.certificate = RegisterStore(database_).append({at, "replayed", actor, replayed});
    close_case(opened);
    answer.done = true;
    answer.erased = std::move(ending.erased);
    if (!dry_run) work.commit();
    return answer;
}

}  // namespace casekeeper

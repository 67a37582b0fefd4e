// SPDX-License-Identifier: MIT
//
// The gate's other half: what a person asked to be deleted. The same transaction, register, certificates and
// intentions as what falls due.
#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/entitlement.h"
#include "custody/gate.h"
#include "policy/deletion_workflow.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

// What stands in the register and on the certificate in a rule's place.
constexpr const char* rule_of_requests = "deletion-request";
constexpr const char* law_of_requests = "UK GDPR Art 17: asked for by the person, decided by a person";

std::string id_in(const std::string& item) {
    return item.substr(item.find(':') + 1);
}

bool is_of(const std::string& item, const char* type) {
    return item.starts_with(type) && item.substr(std::string(type).size()).starts_with(":");
}

void add_to(Erased& all, const Erased& one) {
    all.involvements += one.involvements;
    all.entries += one.entries;
    all.documents += one.documents;
    all.disclosures += one.disclosures;
    all.people += one.people;
    all.stubs += one.stubs;
    all.records.insert(all.records.end(), one.records.begin(), one.records.end());
}

std::string words_of(const std::vector<std::string>& entries, const std::vector<std::string>& documents) {
    std::string words;
    for (const std::string& entry : entries) words += (words.empty() ? "entry " : ", entry ") + entry;
    for (const std::string& document : documents)
        words += (words.empty() ? "document " : ", document ") + document;
    return words;
}

// Of one that took all it asked for nothing is left but its number, days, certificates and letters.
void set_executed(DeletionCase& one, const std::string& on, bool whole) {
    one.state = to_text(DeletionState::executed);
    one.executed_on = on;
    one.waits_for.reset();
    if (!whole) return;
    one.person.clear();
    one.assessment.clear();
    one.assessed_on.reset();
    one.came_from.reset();
}

}  // namespace

// What goes of one involvement.
struct Gate::PartsToEnd {
    std::string involvement;
    bool whole = false;
    std::vector<std::string> entries;    // where not whole
    std::vector<std::string> documents;  // of entries that stay
};

// An entry that is kept keeps its involvement, and a document its entry.
std::vector<Gate::PartsToEnd> Gate::parts_to_end(const std::vector<DeletionItem>& items) {
    struct Decided {
        bool involvement = false;
        std::set<std::string> gone, kept;
    };
    std::map<std::string, Decided> by_involvement;
    for (const DeletionItem& item : items) {
        Decided& decided = by_involvement[item.involvement];
        if (is_of(item.item, "involvement"))
            decided.involvement = is_to_be_deleted(item);
        else
            (is_to_be_deleted(item) ? decided.gone : decided.kept).insert(item.item);
    }
    RecordStore records(database_);
    std::vector<PartsToEnd> all;
    for (const auto& [involvement, decided] : by_involvement) {
        PartsToEnd parts{involvement, decided.involvement && decided.kept.empty(), {}, {}};
        std::set<std::string> kept_entries;
        for (const std::string& item : decided.kept)
            kept_entries.insert(is_of(item, "document") ? records.entry_of_document(id_in(item)).value_or("")
                                                        : id_in(item));
        if (decided.involvement && !parts.whole) {
            for (const Record& entry : records.of_involvement(RecordType::entry, involvement))
                if (!kept_entries.contains(entry.key())) parts.entries.push_back(entry.key());
        } else if (!parts.whole) {
            for (const std::string& item : decided.gone)
                if (is_of(item, "entry") && !kept_entries.contains(id_in(item)))
                    parts.entries.push_back(id_in(item));
        }
        for (const std::string& item : decided.gone) {
            if (parts.whole || !is_of(item, "document")) continue;
            const std::string entry = records.entry_of_document(id_in(item)).value_or("");
            if (std::find(parts.entries.begin(), parts.entries.end(), entry) == parts.entries.end())
                parts.documents.push_back(id_in(item));
        }
        if (parts.whole || !parts.entries.empty() || !parts.documents.empty())
            all.push_back(std::move(parts));
    }
    return all;
}

// Does the person's own record end with what is to go?
bool Gate::ends_everything(const OpenCase& opened, const std::vector<DeletionItem>& items) {
    std::set<std::string> whole;
    for (const PartsToEnd& parts : parts_to_end(items))
        if (parts.whole) whole.insert(parts.involvement);
    return whole == opened.involvements;
}

// Requests whose answer would be lost with the record.
bool Gate::has_other_requests(const OpenCase& opened, const std::string& request) {
    DeletionStore requests(database_);
    for (const std::string& person : opened.people)
        for (const DeletionCase& other : requests.of_person(person))
            if (other.request != request &&
                !is_closed(parse_deletion_state(other.state).value_or(DeletionState::received)))
                return true;
    return false;
}

RequestAnswer Gate::execute_request(const RequestExecution& execution, DeletionAssessor& assessor) {
    RequestAnswer answer;
    const auto refused = [&](const std::string& code) {
        answer.refused_because = code;
        return answer;
    };
    if (!rules_.open) return refused("switched-off");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    DeletionStore requests(database_);
    RequestQuestion question;
    question.one = requests.find(execution.request);
    const std::optional<Record> record =
        RecordStore(database_).find(RecordType::deletion_request, execution.request);
    if (!question.one || !record) return refused("gone");
    question.items = requests.items(execution.request);
    question.events = requests.events(execution.request);
    question.cooling_off_days = execution.cooling_off_days;
    RequestAssessment fresh;
    OpenCase opened;
    try {
        fresh = assessor.assess(*record, requests.marks(execution.request), execution.day);
        opened = open_case(*record->value("person"), execution.day, execution.at, execution.actor);
    } catch (const std::invalid_argument&) {
        return refused("unreadable");
    }
    if (!fresh.decided.file.people.empty()) question.fresh = &fresh;
    question.is_entitled = entitlement_of(database_, *record, question.events, execution.day).answer ==
                           Entitlement::Answer::entitled;
    question.others_open =
        ends_everything(opened, question.items) && has_other_requests(opened, execution.request);
    const std::string code = request_refusal(question, execution.day, answer.holds);
    if (!code.empty()) return refused(code);
    mark_readers(opened);
    for (const PartsToEnd& parts : parts_to_end(question.items))
        end_parts_of_request(opened, question, parts, answer);
    if (answer.certificates.empty()) return refused("changed");
    close_request(opened, execution, question, answer);
    close_case(opened);
    answer.done = true;
    if (!execution.dry_run) work.commit();
    return answer;
}

void Gate::end_parts_of_request(OpenCase& opened, const RequestQuestion& question, const PartsToEnd& parts,
                                RequestAnswer& answer) {
    const DeletionCase& one = *question.one;
    RegisterStore lines(database_);
    const std::optional<CoveredRecord> covered = covered_record(database_, parts.involvement);
    RecordEnding ending;
    ending.action = "destroy";
    ending.line = lines.head().number + 1;
    const auto beyond = ErasureStore(database_).beyond_reach(*covered->involvement.value("person"));
    if (parts.whole) {
        ending.involvement = parts.involvement;
        if (opened.involvements.size() == 1 && is_granted_whole(question.items))
            end_.end_request(opened, one.request, ending.line);
        end_.end_involvement(opened, *covered, ending);
    } else {
        end_.end_parts(opened, parts.entries, parts.documents, ending);
    }
    Certificate certificate = certificate_of(opened, *covered, ending, beyond);
    const RequestStanding standing = standing_of(question.events);
    certificate.rule = rule_of_requests;
    certificate.rule_authority = law_of_requests;
    certificate.trigger = "request";
    certificate.told_on = standing.warned->on;
    certificate.approvals = {{standing.decided->by, to_text(Role::dpo), standing.decided->on, ""}};
    certificate.fingerprint = register_.pseudonyms().of_record("fingerprint", covered->fingerprint());
    JsonObject facts;
    facts.number("certificate", ending.line)
        .text("rule", rule_of_requests)
        .text("request", register_.pseudonyms().of_record("deletion_request", one.request))
        .flag("granted_whole", is_granted_whole(question.items))
        .number("schedule", in_force_.adopted.number)
        .raw("counts", counts_json(ending.erased));
    if (parts.whole) {
        facts.text("record", register_.pseudonyms().of_record("involvement", parts.involvement));
    } else {
        std::vector<std::string> digests;  // not of a document that moved to another record it lies in
        for (const auto& [type, id] : ending.erased.records)
            if (type == "entry" || type == "document")
                digests.push_back(register_.pseudonyms().of_record(type, id));
        facts.texts("parts", digests);
    }
    if (!ending.person_digests.empty())
        facts.texts("person", {ending.person_digests.begin(), ending.person_digests.end()});
    facts.raw("statement", statement_of(certificate));
    if (lines.append({opened.at, "destroyed", opened.actor, facts.json()}) != ending.line)
        throw std::logic_error("the register's head moved within a unit of work");
    proposals_.add_certificate(ending.line, opened.at, to_json(certificate));
    end_.note(opened, ending);
    if (parts.whole) end_.settle_proposals(opened, ending, 0);
    end_.write_instruction(opened, covered->involvement, ending.line,
                           parts.whole ? "" : words_of(parts.entries, parts.documents));
    answer.certificates.push_back(ending.line);
    add_to(answer.erased, ending.erased);
}

// The request itself is kept to a minimal line where nothing of it was refused.
void Gate::close_request(OpenCase& opened, const RequestExecution& execution, RequestQuestion& question,
                         RequestAnswer& answer) {
    DeletionStore requests(database_);
    DeletionCase one = *question.one;
    const bool whole = is_granted_whole(question.items);
    one.certificates.insert(one.certificates.end(), answer.certificates.begin(), answer.certificates.end());
    if (!execution.letters.empty()) one.letters = execution.letters;
    set_executed(one, opened.today, whole);
    requests.update(one);
    requests.note(one, to_text(DeletionEvent::execute), {opened.today, opened.at, opened.actor});
    if (!RecordStore(database_).find(RecordType::deletion_request, one.request)) return;
    if (whole)
        end_.end_request(opened, one.request, answer.certificates.back());
    else
        end_.reduce_request(one.request, answer.erased);
}

void Gate::note_done_before(const DeletionCase& before, const RequestDoneBefore& done) {
    const std::string& request = before.request;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    DeletionStore requests(database_);
    std::optional<DeletionCase> one = requests.find(request);
    if (one && one->state == to_text(DeletionState::executed)) return;
    if (!one) {  // it went with the record, a moment ago
        one = before;
        one->has_request = false;
        one->is_open_here = false;
    }
    if (!one->is_open_here) requests.open(*one);
    one->certificates = done.certificates;
    set_executed(*one, done.on, done.whole);
    requests.update(*one);
    requests.note(*one, to_text(DeletionEvent::execute), {done.on, done.at, done.actor});
    OpenCase opened;
    opened.today = done.on;
    if (done.whole && one->has_request) end_.end_request(opened, request, done.certificates.back());
    work.commit();
}

}  // namespace casekeeper

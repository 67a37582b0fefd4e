// SPDX-License-Identifier: MIT
#include "custody/record_end.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "custody/age_band.h"
#include "custody/basic_set.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t digits_of_letter = 20;

bool is_open(const Proposal& proposal) {
    return proposal.state == "proposed" || proposal.state == "approved" || proposal.state == "packed";
}

std::string resolved(const std::string& path, const std::string& folder) {
    return std::filesystem::path(path).is_absolute() ? path : folder + "/" + path;
}

std::string year_of(const std::string& day) {
    return day.substr(0, 4);
}

int service_of(const CaseFile& file, const std::string& involvement) {
    const auto found = std::find_if(file.involvements.begin(), file.involvements.end(),
                                    [&](const InvolvementFacts& one) { return one.id == involvement; });
    return found == file.involvements.end() ? -1 : found->service_index;
}

}  // namespace

std::string letter_file_of(const std::string& involvement) {
    return sha256_of("notice of " + involvement).substr(0, digits_of_letter) + ".html";
}

GateRules gate_rules(const DisposalSettings& settings, std::string notices_folder,
                     std::string bundles_folder) {
    GateRules rules;
    rules.open = settings.enabled;
    rules.backup_months = settings.backup_months;
    rules.media = settings.media;
    rules.notices_folder = std::move(notices_folder);
    rules.bundles_folder = std::move(bundles_folder);
    return rules;
}

RecordEnd::RecordEnd(Database& database, const RetentionSchedule& schedule, Register& reg,
                     const GateRules& rules)
    : database_(database),
      schedule_(schedule),
      register_(reg),
      rules_(rules),
      proposals_(database),
      erasure_(database) {}

void RecordEnd::end_involvement(OpenCase& opened, const CoveredRecord& covered, RecordEnding& ending) {
    if (ending.action == "minimise") {
        const Reduction reduction =
            basic_set(*ending.rule, schedule_, service_of(opened.decided.file, ending.involvement));
        erasure_.reduce(ending.involvement, reduction, opened.today, ending.erased);
        proposals_.add_done(ending.involvement, ending.action, ending.rule->id, opened.today, ending.line);
    } else {
        name_people(opened, ending);
        if (ending.action == "anonymise") add_statistic(opened, covered);
        erasure_.erase_involvement(ending.involvement, opened.today, ending.erased);
        opened.involvements.erase(ending.involvement);
        if (opened.involvements.empty())
            erasure_.end_people(opened.people, opened.today, ending.line, ending.erased);
    }
    erasure_.settle(opened.people, opened.today, ending.erased);
}

void RecordEnd::end_one(OpenCase& opened, const std::string& type, const std::string& id,
                        RecordEnding& ending) {
    if (type == "involvement") {
        ending.involvement = id;
        const CoveredRecord covered = *covered_record(database_, id);
        end_involvement(opened, covered, ending);
        if (ending.action != "minimise") write_instruction(opened, covered.involvement, ending.line);
        return;
    }
    if (type == "person") {
        name_people(opened, ending);
        erasure_.end_people(opened.people, opened.today, ending.line, ending.erased);
    }
    if (type == "entry") erasure_.erase_entry(id, opened.today, ending.erased);
    if (type == "document") erasure_.erase_document(id, opened.today, ending.erased);
    erasure_.settle(opened.people, opened.today, ending.erased);
}

void RecordEnd::end_parts(OpenCase& opened, const std::vector<std::string>& entries,
                          const std::vector<std::string>& documents, RecordEnding& ending) {
    name_people(opened, ending);
    for (const std::string& document : documents)
        erasure_.erase_document(document, opened.today, ending.erased);
    for (const std::string& entry : entries) erasure_.erase_entry(entry, opened.today, ending.erased);
    erasure_.settle(opened.people, opened.today, ending.erased);
}

void RecordEnd::end_request(const OpenCase& opened, const std::string& request, long long line) {
    RecordEnding ending;
    ending.line = line;
    erasure_.end_request(request, ending.erased);
    erasure_.settle({}, opened.today, ending.erased);
    for (const auto& [type, id] : ending.erased.records) register_.add_ended(type, id, line);
}

void RecordEnd::reduce_request(const std::string& request, const Erased& erased) {
    erasure_.reduce_request(request, erased);
}

// Whose record it was, for whoever asks the register one day.
void RecordEnd::name_people(const OpenCase& opened, RecordEnding& ending) {
    RecordStore records(database_);
    for (const std::string& person : opened.people)
        if (const std::optional<Record> record = records.find(RecordType::person, person))
            for (std::string& digest : register_.pseudonyms().of_person(*record))
                ending.person_digests.insert(std::move(digest));
}

void RecordEnd::add_statistic(const OpenCase& opened, const CoveredRecord& covered) {
    const std::string opened_on = *covered.involvement.value("opened");
    const std::string closed_on = covered.involvement.value("closed").value_or("");
    std::optional<DateRange> birth;
    for (const PersonFacts& record : opened.decided.file.people)
        if (!birth) birth = record.birth;
    erasure_.add_statistic(*covered.involvement.value("service"), year_of(opened_on), year_of(closed_on),
                           age_band(birth, parse_date(opened_on)),
                           static_cast<long long>(covered.entries.size()));
}

void RecordEnd::note(const OpenCase& opened, const RecordEnding& ending) {
    for (const auto& [type, id] : ending.erased.records) register_.add_ended(type, id, ending.line);
    RecordStore records(database_);
    for (const std::string& content : ending.erased.contents)
        if (!records.names_content(content)) erasure_.intend(content, ending.line, opened.at);
    for (const std::string& folder : ending.erased.folders)
        erasure_.intend("folder:" + folder, ending.line, opened.at);
    std::vector<std::string> letters = ending.erased.letters;
    if (ending.erased.letter_unsaid) letters.push_back(letter_file_of(ending.involvement));
    for (const std::string& letter : letters)
        erasure_.intend("file:" + resolved(letter, rules_.notices_folder), ending.line, opened.at);
    if (ending.action != "minimise") intend_bundles(opened, ending);
    erasure_.intend(ErasureStore::engine, ending.line, opened.at);
}

// Every one that was ever packed of the record, whatever became of its proposal.
void RecordEnd::intend_bundles(const OpenCase& opened, const RecordEnding& ending) {
    for (const Proposal& proposal : proposals_.of_involvement(ending.involvement)) {
        const std::optional<ReceiverBundle> bundle = proposals_.handover(proposal.number);
        if (bundle && !bundle->folder.empty())
            erasure_.intend("folder:" + resolved(bundle->folder, rules_.bundles_folder), ending.line,
                            opened.at);
    }
}

void RecordEnd::settle_proposals(const OpenCase& opened, const RecordEnding& ending, long long executed) {
    const bool is_gone = ending.action != "minimise";
    for (Proposal& proposal : proposals_.of_involvement(ending.involvement)) {
        if (!is_open(proposal)) continue;
        if (proposal.number == executed) {
            proposal.state = "executed";
            proposal.executed_at = opened.at;
            proposal.certificate = ending.line;
        } else if (is_gone) {
            proposal.state = "withdrawn";
            proposal.withdrawn_on = opened.today;
            proposal.withdrawn_because = "ended";
        } else {
            continue;
        }
        proposals_.update(proposal);
    }
    if (is_gone) proposals_.forget(ending.involvement);
}

void RecordEnd::write_instruction(const OpenCase& opened, const Record& involvement, long long certificate,
                                  const std::string& parts) {
    if (!involvement.value("system") || !proposals_.certificate(certificate) ||
        proposals_.instruction(certificate))
        return;
    DisposalInstruction instruction;
    instruction.certificate = certificate;
    instruction.system = *involvement.value("system");
    instruction.reference = involvement.value("file_reference") ? involvement.value("file_reference")
                                                                : std::optional(involvement.key());
    if (!parts.empty()) instruction.reference = *instruction.reference + ", only: " + parts;
    instruction.written_on = opened.today;
    proposals_.add_instruction(instruction);
}

}  // namespace casekeeper

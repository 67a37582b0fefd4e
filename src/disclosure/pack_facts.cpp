// SPDX-License-Identifier: MIT
#include "disclosure/pack_facts.h"

#include <algorithm>
#include <map>

#include "base/json_read.h"
#include "custody/certificate.h"
#include "custody/replay.h"
#include "disclosure/pack_ground.h"
#include "policy/keeping_words.h"
#include "policy/release_proposals.h"
#include "policy/service_words.h"
#include "store/fact_store.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr const char* with_the_rest =
    "it goes together with other parts of the record, which are kept as long";
constexpr const char* not_named = "A part of the record";

class Reading {
public:
    Reading(const PackGround& ground, const CaseFile& file, const PackLedger& ledger, const Reader& reader)
        : ground_(ground),
          database_(ground.database),
          records_(ground.database),
          in_force_(ground.in_force),
          file_(file),
          ledger_(ledger),
          reader_(reader),
          day_(ground.act.day) {}

    PackFacts read(const std::vector<PackPart>& parts, const std::vector<CaseEvent>& events,
                   int least_quiet_months) {
        find_told();
        read_services();
        for (std::size_t at = 0; at < parts.size(); ++at) read_part(parts[at], at);
        for (auto& [key, worker] : workers_) facts_.workers.push_back(std::move(worker));
        find_quiet_times(least_quiet_months);
        read_destroyed();
        read_searches(events);
        return std::move(facts_);
    }

private:
    std::string title_of(const std::string& service) const {
        const std::optional<int> index = in_force_.catalogue.find(service);
        return index ? in_force_.catalogue.services()[static_cast<std::size_t>(*index)].title : service;
    }

    // `otherwise`: of a rule whose title would tell of a service that is not. Empty where there is no such rule.
    std::string rule_title(const std::string& id, const std::set<std::string>& told,
                           const char* otherwise) const {
        const std::optional<int> index = in_force_.schedule.find(id);
        if (!index) return "";
        const Rule& rule = in_force_.schedule.rules[static_cast<std::size_t>(*index)];
        if (!tells_of_these_only(rule, in_force_.catalogue, told)) return otherwise;
        return rule.title.empty() ? rule.authority : rule.title;
    }

    // That there was such a service is what is kept back.
    bool is_kept_back(const InvolvementFacts& involvement) const {
        return ledger_.whole("involvement:" + involvement.id) != nullptr;
    }

    void find_told() {
        for (const InvolvementFacts& involvement : file_.involvements)
            (is_kept_back(involvement) ? kept_back_ : told_).insert(involvement.service);
    }

    // What is not here any more nobody decides on: one of which a person would have to is not named.
    bool may_be_told(const std::string& destroyed) const {
        return told_.contains(destroyed) ||
               (!kept_back_.contains(destroyed) &&
                may_be_named(ground_.rules, in_force_.catalogue, destroyed, reader_));
    }

    void read_services() {
        std::map<std::string, StoredDecision> decisions;
        for (StoredDecision& decision : FactStore(database_).decisions_of(file_))
            decisions.emplace(decision.involvement, decision);
        for (const InvolvementFacts& involvement : file_.involvements) {
            if (is_kept_back(involvement)) {
                facts_.services_kept = true;
                continue;
            }
            HeldService held;
            held.involvement = involvement.id;
            held.title = title_of(involvement.service);
            Service unknown;
            const auto index = in_force_.catalogue.find(involvement.service);
            const Service& service =
                index ? in_force_.catalogue.services()[static_cast<std::size_t>(*index)] : unknown;
            held.purpose = purpose_in_words(service);
            if (has_law(service)) held.authority = service.authority;
            held.opened = involvement.opened;
            held.closed = involvement.closed;
            if (const auto decision = decisions.find(involvement.id); decision != decisions.end()) {
                held.until = decision->second.retain_until.value_or("");
                held.because = rule_title(decision->second.rule.value_or(""), told_, with_the_rest);
            }
            facts_.services.push_back(std::move(held));
            if (const auto record = records_.find(RecordType::involvement, involvement.id))
                if (const auto& system = record->value("system")) facts_.systems.insert(*system);
        }
        std::stable_sort(facts_.services.begin(), facts_.services.end(),
                         [](const HeldService& a, const HeldService& b) { return a.opened < b.opened; });
    }

    void read_part(const PackPart& part, std::size_t at) {
        const std::string type = part.type();
        if (type == "entry") read_entry(part, at);
        if (type == "document")
            if (const auto document = records_.find(RecordType::document, part.id());
                document && document->value("keepsake"))
                facts_.keepsakes.push_back(at);
        if (type == "disclosure")
            if (const auto disclosure = records_.find(RecordType::disclosure, part.id());
                disclosure && disclosure->value("outcome") == "shared" && disclosure->value("recipient")) {
                if (ledger_.whole(part.item))
                    facts_.recipients_kept = true;
                else
                    facts_.recipients.insert(*disclosure->value("recipient"));
            }
    }

    void read_entry(const PackPart& part, std::size_t at) {
        const std::optional<Record> entry = records_.find(RecordType::entry, part.id());
        if (!entry) return;
        if (entry->value("decision")) facts_.decisions.push_back(at);
        if (entry->value("subject_words")) facts_.own_words.push_back(at);
        if (began_.insert(part.involvement).second) facts_.first_of_services.push_back(at);
        if (const std::optional<Date> day = parse_date(part.day)) days_[part.involvement].push_back(*day);
        const auto& author = entry->value("author");
        if (!author) return;
        if (ledger_.whole(part.item)) {
            facts_.sources_kept = true;
            return;
        }
        const auto [worker, is_new] =
            workers_.emplace(*author, WorkerSeen{"professional:" + *author, part.day, part.day});
        worker->second.last_day = part.day;
        if (!is_new) return;
        if (const auto record = records_.find(RecordType::professional, *author))
            if (const auto& organisation = record->value("organisation"))
                facts_.sources.insert(*organisation);
    }

    // Between the opening, each day on which something was written, and the closing or today.
    void find_quiet_times(int least_months) {
        for (const HeldService& held : facts_.services) {
            std::vector<Date> days = days_[held.involvement];
            const Date end = std::min(held.closed.value_or(day_), day_);
            days.push_back(held.opened);
            days.push_back(end);
            std::sort(days.begin(), days.end());
            for (std::size_t at = 1; at < days.size(); ++at)
                if (days[at] <= end &&
                    add(days[at - 1], {0, least_months, 0}, Rounding::never_late) < days[at])
                    facts_.quiet.push_back({held.title, days[at - 1], days[at]});
        }
    }

    void read_destroyed() {
        if (!RegisterStore(database_).has_ended()) return;
        std::vector<std::string> digests;
        for (const PersonFacts& person : file_.people)
            if (const auto record = records_.find(RecordType::person, person.id))
                for (std::string& digest : ground_.reg.pseudonyms().of_person(*record))
                    digests.push_back(std::move(digest));
        for (const KeptLine& line : lines_naming(RegisterStore(database_), digests)) {
            const Certificate certificate = certificate_in(line.line);
            std::set<std::string> told = told_;
            const bool is_named = may_be_told(certificate.service);
            if (is_named) told.insert(certificate.service);
            facts_.destroyed.push_back({certificate.issued_at.substr(0, 10),
                                        is_named ? title_of(certificate.service) : not_named,
                                        rule_title(certificate.rule, told, ""), certificate.span_from,
                                        certificate.span_to, line.number});
        }
    }

    void read_searches(const std::vector<CaseEvent>& events) {
        for (const CaseEvent& event : events)
            if (event.event == "search")
                facts_.searched.push_back(
                    {json_text_at(event.facts, "place"), json_text_at(event.facts, "terms"),
                     json_text_at(event.facts, "result"), event.on, json_text_at(event.facts, "lost")});
    }

    const PackGround& ground_;
    Database& database_;
    RecordStore records_;
    const ScheduleInForce& in_force_;
    const CaseFile& file_;
    const PackLedger& ledger_;
    const Reader& reader_;
    const Date day_;
    std::set<std::string> told_;       // services that are named
    std::set<std::string> kept_back_;  // one may be both: of two involvements
    PackFacts facts_;
    std::map<std::string, std::vector<Date>> days_;
    std::map<std::string, WorkerSeen> workers_;
    std::set<std::string> began_;
};

}  // namespace

PackFacts pack_facts(const PackGround& ground, const CaseFile& file, const std::vector<PackPart>& parts,
                     const PackLedger& ledger, const std::vector<CaseEvent>& events, const Reader& reader,
                     int least_quiet_months) {
    return Reading(ground, file, ledger, reader).read(parts, events, least_quiet_months);
}

}  // namespace casekeeper

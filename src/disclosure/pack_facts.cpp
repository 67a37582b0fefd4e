// SPDX-License-Identifier: MIT
#include "disclosure/pack_facts.h"

#include <algorithm>
#include <map>

#include "base/json_read.h"
#include "custody/certificate.h"
#include "custody/replay.h"
#include "policy/service_words.h"
#include "store/fact_store.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

class Reading {
public:
    Reading(Database& database, const ScheduleInForce& in_force, const CaseFile& file,
            const PackLedger& ledger, Date day)
        : database_(database),
          records_(database),
          in_force_(in_force),
          file_(file),
          ledger_(ledger),
          day_(day) {}

    PackFacts read(const std::vector<PackPart>& parts, Register& reg, const std::vector<CaseEvent>& events,
                   int least_quiet_months) {
        read_services();
        for (std::size_t at = 0; at < parts.size(); ++at) read_part(parts[at], at);
        for (auto& [key, worker] : workers_) facts_.workers.push_back(std::move(worker));
        find_quiet_times(least_quiet_months);
        read_destroyed(reg);
        read_searches(events);
        return std::move(facts_);
    }

private:
    std::string title_of(const std::string& service) const {
        const std::optional<int> index = in_force_.catalogue.find(service);
        return index ? in_force_.catalogue.services()[static_cast<std::size_t>(*index)].title : service;
    }

    std::string rule_title(const std::string& id) const {
        for (const Rule& rule : in_force_.schedule.rules)
            if (rule.id == id) return rule.title.empty() ? rule.authority : rule.title;
        return "";
    }

    void read_services() {
        std::map<std::string, StoredDecision> decisions;
        for (StoredDecision& decision : FactStore(database_).decisions_of(file_))
            decisions.emplace(decision.involvement, decision);
        for (const InvolvementFacts& involvement : file_.involvements) {
            // That there was such a service is what is kept back.
            if (ledger_.whole("involvement:" + involvement.id)) {
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
                held.because = rule_title(decision->second.rule.value_or(""));
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

    void read_destroyed(Register& reg) {
        if (!RegisterStore(database_).has_ended()) return;
        std::vector<std::string> digests;
        for (const PersonFacts& person : file_.people)
            if (const auto record = records_.find(RecordType::person, person.id))
                for (std::string& digest : reg.pseudonyms().of_person(*record))
                    digests.push_back(std::move(digest));
        for (const KeptLine& line : lines_naming(RegisterStore(database_), digests)) {
            const Certificate certificate = certificate_in(line.line);
            facts_.destroyed.push_back({certificate.issued_at.substr(0, 10), title_of(certificate.service),
                                        rule_title(certificate.rule), certificate.span_from,
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

    Database& database_;
    RecordStore records_;
    const ScheduleInForce& in_force_;
    const CaseFile& file_;
    const PackLedger& ledger_;
    const Date day_;
    PackFacts facts_;
    std::map<std::string, std::vector<Date>> days_;
    std::map<std::string, WorkerSeen> workers_;
    std::set<std::string> began_;
};

}  // namespace

PackFacts pack_facts(Database& database, Register& reg, const ScheduleInForce& in_force, const CaseFile& file,
                     const std::vector<PackPart>& parts, const PackLedger& ledger,
                     const std::vector<CaseEvent>& events, Date day, int least_quiet_months) {
    return Reading(database, in_force, file, ledger, day).read(parts, reg, events, least_quiet_months);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/warning_facts.h"

#include <algorithm>
#include <map>

#include "base/json_read.h"
#include "base/whole_file.h"
#include "disposal/plain_reasons.h"
#include "disposal/request_forms.h"
#include "disposal/request_parts.h"
#include "domain/person_called.h"
#include "output/html_page.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

struct Appointment {
    Date on;
    std::string what;
    auto operator<=>(const Appointment&) const = default;
};

class WarningFacts {
public:
    WarningFacts(Database& database, const ScheduleInForce& in_force, ImpactWarning& warning, Date day)
        : records_(database), in_force_(in_force), warning_(warning), day_(day) {}

    void say_parts(const std::vector<RequestPart>& parts) {
        for (const RequestPart& part : parts) {
            if (part.goes())
                warning_.going.push_back(
                    {part.label, part.is_involvement ? contents_of(part) : "", part.waits_for_a_person()});
            else
                warning_.kept.push_back(
                    {part.label, plain_reason(part.item, !part.last_on), law_in_words(part.item.authority)});
            if (!part.goes()) continue;
            for (const std::string& thing : part.keepsakes) add_once(warning_.keepsakes, thing);
            has_assessments_ |= part.assessments > 0;
            if (part.is_involvement) going_.push_back(part.item.involvement);
        }
    }

    void say_services(const std::vector<InvolvementFacts>& involvements) {
        std::vector<Appointment> coming;
        for (const InvolvementFacts& one : involvements) {
            if (one.opened > day_ || (one.closed && *one.closed <= day_)) continue;
            const std::string title = service_title(in_force_.catalogue, one.service);
            add_once(warning_.received_now, title);
            const bool goes = std::find(going_.begin(), going_.end(), one.id) != going_.end();
            if (has_assessments_ && !goes) add_once(warning_.relied_on_by, title);
            for (const auto& [name, on] : one.events) add(coming, name, on, title);
            std::map<std::string, Date> plans;
            for (const Record& entry : records_.of_involvement(RecordType::entry, one.id)) {
                const std::string kind = *entry.value("kind");
                const Date on = local_day(*entry.value("occurred_at")).value_or(day_);
                add(coming, kind, on, title);
                if (kind != "plan" || on > day_) continue;
                Date& latest = plans[plan_in_words(entry.value("topic").value_or(""))];
                latest = std::max(latest, on);
            }
            for (const auto& [plan, on] : plans)
                warning_.plans.push_back(plan + " of " + to_words(on) + " (" + title + ")");
        }
        std::sort(coming.begin(), coming.end());
        coming.erase(std::unique(coming.begin(), coming.end()), coming.end());
        for (const Appointment& one : coming) warning_.coming.push_back({one.what, to_words(one.on)});
    }

private:
    void add(std::vector<Appointment>& coming, const std::string& name, Date on,
             const std::string& title) const {
        const std::string what = appointment_in_words(name);
        if (on > day_ && !what.empty()) coming.push_back({on, what + " (" + title + ")"});
    }

    RecordStore records_;
    const ScheduleInForce& in_force_;
    ImpactWarning& warning_;
    const Date day_;
    bool has_assessments_ = false;
    std::vector<std::string> going_;  // involvements
};

}  // namespace

ImpactWarning warning_for(Database& database, const ScheduleInForce& in_force, const DeletionCase& request,
                          const std::vector<DeletionItem>& items, Date day) {
    RecordStore records(database);
    ImpactWarning warning;
    warning.request = request.request;
    if (const auto received = local_day(request.received_at)) warning.received = to_words(*received);
    if (const auto person = records.find(RecordType::person, request.person))
        warning.called = person_called(*person);
    const auto asked = records.find(RecordType::deletion_request, request.request);
    warning.everything = !asked || !asked->value("scope");
    WarningFacts facts(database, in_force, warning, day);
    facts.say_parts(without_repeats(parts_of_request(database, in_force, items, day)));
    if (const std::optional<CaseFile> file = FactStore(database).file_of(request.person))
        facts.say_services(file->involvements);
    return warning;
}

void write_warning(const LetterTemplates& templates, const ImpactWarning& warning,
                   const std::string& folder) {
    const std::string plain = folder + "/warning.html";
    const std::string formal = folder + "/warning-formal.html";
    for (const std::string& path : {plain, formal}) require_no_file(path);
    const LetterValues values = values_of(warning);
    const auto page = [&](const char* form) {
        return html_of(templates.of(form).page(values, warning.trust));
    };
    write_whole_file(plain, page(request_form::impact_warning));
    write_whole_file(formal, page(request_form::impact_warning_formal));
}

}  // namespace casekeeper

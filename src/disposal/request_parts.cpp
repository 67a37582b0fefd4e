// SPDX-License-Identifier: MIT
#include "disposal/request_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "disposal/plain_reasons.h"
#include "output/page.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::string_view entry_prefix = "entry:";
constexpr std::string_view document_prefix = "document:";

std::string year_of(Date day) {
    return std::to_string(static_cast<int>(day.year()));
}

// One involvement with what lies in it.
class InvolvementParts {
public:
    InvolvementParts(Database& database, const ScheduleInForce& in_force, const std::string& involvement)
        : records_(database), found_(records_.find(RecordType::involvement, involvement)) {
        if (!found_) return;
        service_ = service_title(in_force.catalogue, *found_->value("service"));
        entries_ = records_.of_involvement(RecordType::entry, involvement);
        documents_ = records_.of_involvement(RecordType::document, involvement);
        for (const Record& entry : entries_)
            days_[entry.key()] = local_day(*entry.value("occurred_at")).value_or(opened());
    }

    // nullopt where the item is not there. `apart`: the items that are parts by themselves.
    std::optional<RequestPart> part(const DeletionItem& item, const std::set<std::string>& staying,
                                    Date day) const {
        if (!found_) return std::nullopt;
        RequestPart part;
        part.item = item;
        part.service = service_;
        if (item.item.starts_with(entry_prefix)) return entry(part, item.item.substr(entry_prefix.size()));
        if (item.item.starts_with(document_prefix))
            return document(part, item.item.substr(document_prefix.size()));
        whole(part, staying, day);
        return part;
    }

    Date opened() const { return parse_date(*found_->value("opened")).value(); }

private:
    void whole(RequestPart& part, const std::set<std::string>& staying, Date day) const {
        part.is_involvement = true;
        part.first_on = opened();
        if (const auto closed = found_->value("closed")) part.last_on = parse_date(*closed);
        if (part.last_on && *part.last_on > day) part.last_on.reset();
        part.label = service_ + ", " + years_of(part);
        for (const Record& entry : entries_)
            if (!staying.contains(std::string(entry_prefix) + entry.key())) take(part, entry);
        for (const Record& document : documents_)
            if (!staying.contains(std::string(document_prefix) + document.key()) &&
                !staying.contains(std::string(entry_prefix) + *document.value("entry")))
                take_document(part, document);
    }

    void take(RequestPart& part, const Record& entry) const {
        ++part.entries;
        if (*entry.value("kind") == "assessment") ++part.assessments;
    }

    void take_document(RequestPart& part, const Record& document) const {
        ++part.documents;
        const auto day = days_.find(*document.value("entry"));
        if (const auto kind = document.value("keepsake"))
            part.keepsakes.push_back(keepsake_in_words(*kind) + ", " +
                                     (day == days_.end() ? years_of(part) : year_of(day->second)) + " (" +
                                     service_ + ")");
    }

    std::optional<RequestPart> entry(RequestPart part, const std::string& id) const {
        for (const Record& one : entries_) {
            if (one.key() != id) continue;
            on_day(part, days_.at(id), entry_in_words(*one.value("kind")));
            take(part, one);
            for (const Record& document : documents_)
                if (*document.value("entry") == id) take_document(part, document);
            return part;
        }
        return std::nullopt;
    }

    std::optional<RequestPart> document(RequestPart part, const std::string& id) const {
        for (const Record& one : documents_) {
            if (one.key() != id) continue;
            const auto day = days_.find(*one.value("entry"));
            on_day(part, day == days_.end() ? opened() : day->second, "A document");
            take_document(part, one);
            return part;
        }
        return std::nullopt;
    }

    void on_day(RequestPart& part, Date day, const std::string& what) const {
        part.first_on = day;
        part.last_on = day;
        part.label = what + ", " + to_words(day) + " (" + service_ + ")";
    }

    RecordStore records_;
    std::optional<Record> found_;
    std::string service_;
    std::vector<Record> entries_;
    std::vector<Record> documents_;
    std::map<std::string, Date> days_;  // of entries
};

bool item_goes(const DeletionItem& item) {
    if (item.decision) return *item.decision == "delete";
    return item.verdict == "free" || item.verdict == "person-decides";
}

bool says_the_same(const RequestPart& part, const RequestPart& whole) {
    if (part.goes() != whole.goes() || part.waits_for_a_person() != whole.waits_for_a_person()) return false;
    if (part.goes()) return part.item.decision_reason == whole.item.decision_reason;
    return part.item.verdict == whole.item.verdict && part.item.kept_until == whole.item.kept_until &&
           part.item.decision_reason == whole.item.decision_reason;
}

}  // namespace

bool RequestPart::goes() const {
    return item_goes(item);
}

bool RequestPart::waits_for_a_person() const {
    return !item.decision && item.verdict == "person-decides";
}

std::vector<RequestPart> without_repeats(const std::vector<RequestPart>& parts) {
    std::map<std::string, const RequestPart*> whole;
    for (const RequestPart& part : parts)
        if (part.is_involvement) whole[part.item.involvement] = &part;
    std::vector<RequestPart> shown;
    for (const RequestPart& part : parts) {
        const auto around = whole.find(part.item.involvement);
        if (part.is_involvement || around == whole.end() || !says_the_same(part, *around->second))
            shown.push_back(part);
    }
    return shown;
}

std::string contents_of(const RequestPart& part) {
    std::string text = part.entries > 0 ? counted(part.entries, "note", "notes") : "";
    if (part.documents > 0)
        text += (text.empty() ? "" : " and ") + counted(part.documents, "document", "documents");
    return text;
}

std::string years_of(const RequestPart& part) {
    if (!part.last_on) return "since " + year_of(part.first_on);
    return part.first_on.year() == part.last_on->year()
               ? year_of(part.first_on)
               : year_of(part.first_on) + " to " + year_of(*part.last_on);
}

std::string service_title(const ServiceCatalogue& catalogue, const std::string& service) {
    const std::optional<int> found = catalogue.find(service);
    return found ? catalogue.services()[static_cast<std::size_t>(*found)].title : service;
}

std::vector<RequestPart> parts_of_request(Database& database, const ScheduleInForce& in_force,
                                          const std::vector<DeletionItem>& items, Date day) {
    std::map<std::string, std::vector<DeletionItem>> by_involvement;
    std::set<std::string> staying;
    for (const DeletionItem& item : items) {
        by_involvement[item.involvement].push_back(item);
        if (!item_goes(item)) staying.insert(item.item);
    }
    struct Placed {
        Date opened;
        RequestPart part;
    };
    std::vector<Placed> placed;
    for (const auto& [involvement, its_items] : by_involvement) {
        const InvolvementParts parts(database, in_force, involvement);
        for (const DeletionItem& item : its_items)
            if (std::optional<RequestPart> part = parts.part(item, staying, day))
                placed.push_back({parts.opened(), std::move(*part)});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        const auto key = [](const Placed& one) {
            return std::tuple(one.opened, one.part.item.involvement, !one.part.is_involvement,
                              one.part.first_on);
        };
        return key(a) < key(b);
    });
    std::vector<RequestPart> result;
    result.reserve(placed.size());
    for (Placed& one : placed) result.push_back(std::move(one.part));
    return result;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/letter_head.h"

#include "base/json_read.h"
#include "disposal/person_called.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

LetterHead head(const std::string& trust, const std::string& contact, Date day) {
    LetterHead head;
    head.trust = trust;
    head.contact = contact;
    head.written_on = to_words(day);
    head.salutation = "Hello";
    head.about = "you";
    return head;
}

std::string called(Database& database, const std::string& person) {
    const auto found = RecordStore(database).find(RecordType::person, person);
    return found ? person_called(*found) : "";
}

}  // namespace

LetterHead head_without_record(Database& database, const std::string& trust, const std::string& contact,
                               const DeletionCase& request, Date day) {
    LetterHead one = head(trust, contact, day);
    one.request = request.request;
    if (const auto received = local_day(request.received_at)) one.received_on = to_words(*received);
    const auto asked = RecordStore(database).find(RecordType::deletion_request, request.request);
    const std::string requester = asked ? asked->value("requester").value_or("{}") : "{}";
    const std::string capacity = json_text_at(requester, "capacity");
    one.for_oneself = capacity.empty() || capacity == "self";
    const std::string name = json_text_at(requester, "name");
    if (!name.empty()) one.salutation = "Dear " + name;
    if (!one.for_oneself) one.about = "the person you asked for";
    return one;
}

LetterHead head_of_request(Database& database, const std::string& trust, const std::string& contact,
                           const DeletionCase& request, Date day) {
    LetterHead one = head_without_record(database, trust, contact, request, day);
    const std::string name = called(database, request.person);
    if (name.empty()) return one;
    if (one.for_oneself)
        one.salutation = "Dear " + name;
    else
        one.about = name;
    return one;
}

LetterHead head_for_person(Database& database, const std::string& trust, const std::string& contact,
                           const std::string& person, Date day) {
    LetterHead one = head(trust, contact, day);
    if (const std::string name = called(database, person); !name.empty()) one.salutation = "Dear " + name;
    return one;
}

bool has_died(Database& database, const std::string& person) {
    const auto found = RecordStore(database).find(RecordType::person, person);
    return found && (found->value("died") || found->value("date_of_death"));
}

bool asks_for_everything(Database& database, const DeletionCase& request) {
    const auto asked = RecordStore(database).find(RecordType::deletion_request, request.request);
    return !asked || !asked->value("scope");
}

std::vector<DeletionItem> items_of_scope(Database& database, const DeletionCase& request) {
    RecordStore records(database);
    const auto asked = records.find(RecordType::deletion_request, request.request);
    std::vector<DeletionItem> items;
    if (!asked) return items;
    for (const std::string& typed : json_texts(asked->value("scope").value_or("[]"))) {
        const std::string type = typed.substr(0, typed.find(':'));
        const std::string id = typed.substr(typed.find(':') + 1);
        std::optional<std::string> involvement = id;
        if (type == "document") {
            const auto entry = records.entry_of_document(id);
            involvement = entry ? records.involvement_of_entry(*entry) : std::nullopt;
        } else if (type == "entry") {
            involvement = records.involvement_of_entry(id);
        }
        DeletionItem item;
        item.item = typed;
        if (!involvement) continue;
        item.involvement = *involvement;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<DeletionItem> items_of_everything(Database& database, const DeletionCase& request) {
    std::vector<DeletionItem> items;
    if (const std::optional<CaseFile> file = FactStore(database).file_of(request.person))
        for (const InvolvementFacts& involvement : file->involvements) {
            items.emplace_back().item = "involvement:" + involvement.id;
            items.back().involvement = involvement.id;
        }
    return items;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/letter_head.h"

#include "base/json_read.h"
#include "disposal/person_called.h"
#include "store/fact_store.h"
#include "store/item_place.h"
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

std::vector<DeletionItem> items_named(Database& database, const std::vector<std::string>& typed) {
    RecordStore records(database);
    std::vector<DeletionItem> items;
    for (const std::string& item : typed)
        if (const std::optional<ItemPlace> place = place_of_item(records, item)) {
            items.emplace_back().item = item;
            items.back().involvement = place->involvement;
        }
    return items;
}

std::vector<DeletionItem> items_of_scope(Database& database, const DeletionCase& request) {
    const auto asked = RecordStore(database).find(RecordType::deletion_request, request.request);
    return asked ? items_named(database, json_texts(asked->value("scope").value_or("[]")))
                 : std::vector<DeletionItem>();
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

// SPDX-License-Identifier: MIT
#include "custody/letter_head.h"

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/requester.h"
#include "domain/person_called.h"
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
                               const RequestToAnswer& request, Date day) {
    LetterHead one = head(trust, contact, day);
    one.request = request.id;
    if (const auto received = local_day(request.received_at)) one.received_on = to_words(*received);
    const auto asked = RecordStore(database).find(request.type, request.id);
    const std::string requester = asked ? asked->value("requester").value_or("{}") : "{}";
    one.for_oneself = !asked || capacity_of(*asked) == Capacity::self;
    const std::string name = json_text_at(requester, "name");
    if (!name.empty()) one.salutation = "Dear " + name;
    if (!one.for_oneself) one.about = "the person you asked for";
    return one;
}

LetterHead head_of_request(Database& database, const std::string& trust, const std::string& contact,
                           const RequestToAnswer& request, Date day) {
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

std::string letters_folder_name(const std::string& of) {
    constexpr std::size_t digits = 20;
    return sha256_of(of).substr(0, digits);
}

bool has_died(Database& database, const std::string& person) {
    const auto found = RecordStore(database).find(RecordType::person, person);
    return found && (found->value("died") || found->value("date_of_death"));
}

}  // namespace casekeeper

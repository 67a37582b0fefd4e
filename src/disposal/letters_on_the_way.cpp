// SPDX-License-Identifier: MIT
#include "disposal/letters_on_the_way.h"

#include <algorithm>

#include "base/json_read.h"
#include "disposal/request_forms.h"
#include "disposal/request_letter.h"
#include "disposal/request_parts.h"
#include "disposal/request_scope.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

RequestLetter letter_before_the_outcome(Database& database, const LetterSettings& settings,
                                        const DeletionCase& request, Date day) {
    const auto head = request.state == "received" ? head_without_record : head_of_request;
    RequestLetter letter;
    letter.head = head(database, settings.trust, settings.contact, to_answer(request), day);
    letter.right = request.asks_for;
    letter.everything = asks_for_everything(database, request);
    return letter;
}

// What a restriction names of one human being's records, and nothing of anybody else's.
std::vector<DeletionItem> items_restricted(Database& database, const Record& restriction,
                                           const std::string& person) {
    const std::string& scope = *restriction.value("scope");
    std::vector<std::string> named = json_texts_at(scope, "items");
    for (const std::string& id : json_texts_at(scope, "involvements")) named.push_back("involvement:" + id);
    const std::vector<std::string> theirs = FactStore(database).records_of(person);
    RecordStore records(database);
    std::erase_if(named, [&](const std::string& item) {
        const std::optional<ItemPlace> place = place_of_item(records, item);
        return !place || std::find(theirs.begin(), theirs.end(), place->person) == theirs.end();
    });
    return items_named(database, named);
}

}  // namespace

std::string write_acknowledgement(Database& database, const LetterSettings& settings,
                                  const DeletionCase& request, std::optional<Date> due_on, Date day,
                                  const std::string& folder) {
    RequestLetter letter = letter_before_the_outcome(database, settings, request, day);
    if (due_on) letter.due_on = to_words(*due_on);
    const std::string path = folder + "/acknowledgement.html";
    write_new_letter(settings, request_form::acknowledgement, values_of(letter), path);
    return path;
}

std::string write_extension(Database& database, const LetterSettings& settings, const DeletionCase& request,
                            Date due_on, const std::string& reason, Date day, const std::string& folder) {
    RequestLetter letter = letter_before_the_outcome(database, settings, request, day);
    letter.due_on = to_words(due_on);
    letter.words.push_back({"", reason});
    const std::string path = folder + "/extension.html";
    write_new_letter(settings, request_form::extension, values_of(letter), path);
    return path;
}

std::string write_restriction_to_be_lifted(Database& database, const ScheduleInForce& in_force,
                                           const LetterSettings& settings, const Record& restriction,
                                           const std::string& person, const std::string& reason,
                                           Date lifted_on, Date day, const std::string& folder) {
    RequestLetter letter;
    letter.head = head_for_person(database, settings.trust, settings.contact, person, day);
    letter.head.request = restriction.key();
    letter.day = to_words(lifted_on);
    letter.words.push_back({"", reason});
    for (const RequestPart& part :
         parts_of_request(database, in_force, items_restricted(database, restriction, person), day))
        letter.asked_about.push_back(part.label);
    const std::string path = folder + "/restriction.html";
    write_new_letter(settings, request_form::restriction_to_be_lifted, values_of(letter), path);
    return path;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/letters_on_the_way.h"

#include "base/json_read.h"
#include "disposal/letter_head.h"
#include "disposal/request_letter.h"
#include "disposal/request_parts.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

RequestLetter letter_before_the_outcome(Database& database, const LetterSettings& settings,
                                        const DeletionCase& request, Date day) {
    const auto head = request.state == "received" ? head_without_record : head_of_request;
    RequestLetter letter;
    letter.head = head(database, settings.trust, settings.contact, request, day);
    letter.right = request.asks_for;
    letter.everything = asks_for_everything(database, request);
    return letter;
}

}  // namespace

std::string write_acknowledgement(Database& database, const LetterSettings& settings,
                                  const DeletionCase& request, std::optional<Date> due_on, Date day,
                                  const std::string& folder) {
    RequestLetter letter = letter_before_the_outcome(database, settings, request, day);
    if (due_on) letter.due_on = to_words(*due_on);
    const std::string path = folder + "/acknowledgement.html";
    write_letter(settings, LetterKind::request_acknowledgement, values_of(letter), path);
    return path;
}

std::string write_extension(Database& database, const LetterSettings& settings, const DeletionCase& request,
                            Date due_on, const std::string& reason, Date day, const std::string& folder) {
    RequestLetter letter = letter_before_the_outcome(database, settings, request, day);
    letter.due_on = to_words(due_on);
    letter.words.push_back({"", reason});
    const std::string path = folder + "/extension.html";
    write_letter(settings, LetterKind::request_extension, values_of(letter), path);
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
    std::vector<DeletionItem> items;
    for (const std::string& id : json_texts_at(*restriction.value("scope"), "involvements")) {
        const auto owner = RecordStore(database).owner_of_involvement(id);
        if (!owner || owner->person != person) continue;
        items.emplace_back().item = "involvement:" + id;
        items.back().involvement = id;
    }
    for (const RequestPart& part : parts_of_request(database, in_force, items, day))
        letter.asked_about.push_back(part.label);
    const std::string path = folder + "/restriction.html";
    write_letter(settings, LetterKind::restriction_to_be_lifted, values_of(letter), path);
    return path;
}

}  // namespace casekeeper

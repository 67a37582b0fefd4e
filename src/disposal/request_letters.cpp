// SPDX-License-Identifier: MIT
#include "disposal/request_letters.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/errors.h"
#include "base/json_read.h"
#include "disposal/earlier_recipients.h"
#include "disposal/plain_reasons.h"
#include "disposal/request_forms.h"
#include "disposal/request_letter.h"
#include "disposal/request_parts.h"
#include "disposal/request_scope.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr const char* outcome_file = "outcome.html";
constexpr const char* recipient_file = "recipient-";

// The last decision; nullptr where there is none.
const CaseEvent* decision_of(const std::vector<CaseEvent>& events) {
    const auto found = std::find_if(events.rbegin(), events.rend(), [](const CaseEvent& one) {
        return one.event == "grant" || one.event == "grant-part" || one.event == "refuse";
    });
    return found == events.rend() ? nullptr : &*found;
}

// Who asked was never found to be entitled, or that was put in doubt since.
bool is_not_entitled(const std::vector<CaseEvent>& events) {
    bool entitled = false;
    for (const CaseEvent& event : events) {
        if (event.event == "identify") entitled = true;
        if (event.event == "doubt") entitled = false;
    }
    const CaseEvent* decision = decision_of(events);
    return !entitled && decision && decision->event == "refuse";
}

void remove_earlier(const std::string& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> earlier;
    for (const auto& file : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = file.path().filename();
        if (name == outcome_file || name.starts_with(recipient_file)) earlier.push_back(file.path());
    }
    for (const std::filesystem::path& file : earlier)
        if (!std::filesystem::remove(file, failed) && failed)
            throw OutputError("cannot remove " + file.string(),
                              "it must be writable by this account: ls -l it");
}

// One case's outcome.
class Outcome {
public:
    Outcome(Database& database, const ScheduleInForce& in_force, const LetterSettings& settings,
            const DeletionCase& request, Date day)
        : database_(database), in_force_(in_force), settings_(settings), request_(request), day_(day) {}

    void read(const std::vector<DeletionItem>& items, const std::vector<CaseEvent>& events) {
        letter_.head =
            head_of_request(database_, settings_.trust, settings_.contact, to_answer(request_), day_);
        letter_.right = request_.asks_for;
        letter_.everything = asks_for_everything(database_, request_);
        letter_.backups_gone_by = to_words(add(day_, {0, settings_.backup_months, 0}, Rounding::never_early));
        const CaseEvent* decision = decision_of(events);
        parts_ = parts_of_request(database_, in_force_,
                                  items.empty() ? items_of_scope(database_, request_) : items, day_);
        if (request_.asks_for == "erasure")
            say_items(decision);
        else
            say_decision(decision);
        if (decision) letter_.written_beside = json_text_at(decision->facts, "text");
    }

    // How many were written.
    long long write(const char* form, const std::string& folder) {
        const std::vector<EarlierRecipient> recipients = told();
        letter_.recipients = static_cast<long long>(recipients.size());
        write_letter(settings_, form, values_of(letter_), folder + "/" + outcome_file);
        long long number = 0;
        for (const EarlierRecipient& one : recipients)
            write_letter(settings_,
                         request_.asks_for == "erasure" ? request_form::deletion_recipient
                                                        : request_form::correction_recipient,
                         values_of(letter_to(one)),
                         folder + "/" + recipient_file + std::to_string(++number) + ".html");
        return 1 + number;
    }

    const char* form() const {
        if (request_.asks_for == "correction") return request_form::correction_outcome;
        if (request_.asks_for == "objection") return request_form::objection_outcome;
        if (letter_.outcome == LetterOutcome::granted) return request_form::deletion_granted;
        return letter_.outcome == LetterOutcome::partly ? request_form::deletion_partly
                                                        : request_form::deletion_refused;
    }

private:
    void say_items(const CaseEvent* decision) {
        const bool refused = decision && decision->event == "refuse";
        for (RequestPart& part : parts_)
            if (refused) part.item.decision = "keep";
        for (const RequestPart& part : without_repeats(parts_)) {
            if (part.goes()) {
                letter_.gone.push_back({part.label, part.is_involvement ? contents_of(part) : ""});
            } else {
                letter_.kept.push_back(
                    {part.label, plain_reason(part.item, !part.last_on), law_in_words(part.item.authority)});
                letter_.is_looked_at_again |= is_looked_at_again(part.item);
            }
            say_words(part);
        }
        letter_.outcome = letter_.gone.empty()   ? LetterOutcome::refused
                          : letter_.kept.empty() ? LetterOutcome::granted
                                                 : LetterOutcome::partly;
        if (!letter_.head.for_oneself) say_nothing_of_the_record();
        if (letter_.words.size() == 1) letter_.words.front().parts.clear();
        if (letter_.words.empty()) say_reason(decision);
    }

    // Somebody who asks for another learns the outcome, and nothing of what is in the other's record: it may be
    // they from whom somebody is hidden.
    void say_nothing_of_the_record() {
        if (!letter_.gone.empty()) letter_.gone = {{"What you asked us to delete", ""}};
        if (!letter_.kept.empty())
            letter_.kept = {
                {"What we keep",
                 "The law asks us to keep it, or it is still needed. We may not tell you what is in it: "
                 "the record is about " +
                     letter_.head.about + ", and not about you.",
                 ""}};
        for (RequestLetter::Words& words : letter_.words) words.parts.clear();
    }

    void say_decision(const CaseEvent* decision) {
        if (letter_.head.for_oneself)
            for (const RequestPart& part : parts_) letter_.asked_about.push_back(part.label);
        letter_.outcome = !decision || decision->event == "refuse" ? LetterOutcome::refused
                          : decision->event == "grant-part"        ? LetterOutcome::partly
                                                                   : LetterOutcome::granted;
        say_reason(decision);
    }

    void say_reason(const CaseEvent* decision) {
        const std::string reason = decision ? json_text_at(decision->facts, "reason") : "";
        if (!reason.empty()) letter_.words.push_back({"", reason});
    }

    // Parts of one reason stand together.
    void say_words(const RequestPart& part) {
        const std::string reason = part.item.decision_reason.value_or("");
        if (reason.empty()) return;
        for (RequestLetter::Words& words : letter_.words)
            if (words.reason == reason) {
                words.parts += "; " + part.label;
                return;
            }
        letter_.words.push_back({part.label, reason});
    }

    std::vector<EarlierRecipient> told() const {
        std::vector<RequestPart> changed;
        const bool deletes = request_.asks_for == "erasure";
        if (request_.asks_for == "objection" || letter_.outcome == LetterOutcome::refused) return {};
        for (const RequestPart& part : parts_)
            if (!deletes || part.goes()) changed.push_back(part);
        if (!deletes && letter_.everything)
            changed = parts_of_request(database_, in_force_, items_of_everything(database_, request_), day_);
        return earlier_recipients(database_, request_.person, changed);
    }

    bool is_requesters_own(const std::string& text) const {
        const auto asked = RecordStore(database_).find(RecordType::deletion_request, request_.request);
        return asked && asked->value("statement") == text;
    }

    RecipientLetter letter_to(const EarlierRecipient& recipient) const {
        RecipientLetter letter;
        letter.head = letter_.head;
        letter.recipient = recipient.name;
        // What the requester wrote is theirs to tell; what a person here worded is for others too.
        if (!is_requesters_own(letter_.written_beside)) letter.written_beside = letter_.written_beside;
        for (const Record& disclosure : recipient.disclosures)
            letter.shared.push_back(
                {to_words(parse_date(*disclosure.value("decided_on")).value()), disclosure.key()});
        const auto person = RecordStore(database_).find(RecordType::person, request_.person);
        if (!person) return letter;
        if (const auto born = parse_date(person->value("date_of_birth").value_or("")))
            letter.born = to_words(*born);
        // They may know an earlier name only; a new one is not theirs to learn.
        if (person->value("former_names") || person->value("adopted_from")) return letter;
        const std::string given = person->value("given_names").value_or("");
        letter.name = given + (given.empty() ? "" : " ") + *person->value("family_name");
        return letter;
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    const LetterSettings& settings_;
    const DeletionCase& request_;
    const Date day_;
    RequestLetter letter_;
    std::vector<RequestPart> parts_;
};

}  // namespace

long long write_outcome_letters(Database& database, const ScheduleInForce& in_force,
                                const LetterSettings& settings, const DeletionCase& request,
                                const std::vector<DeletionItem>& items, const std::vector<CaseEvent>& events,
                                Date day, const std::string& folder) {
    remove_earlier(folder);
    const bool is_dead = has_died(database, request.person);
    if (is_dead || is_not_entitled(events)) {
        const LetterHead head =
            head_without_record(database, settings.trust, settings.contact, to_answer(request), day);
        write_letter(settings,
                     is_dead ? request_form::deletion_for_someone_dead : request_form::deletion_not_entitled,
                     values_without_record(head, request.asks_for), folder + "/" + outcome_file);
        return 1;
    }
    Outcome outcome(database, in_force, settings, request, day);
    outcome.read(items, events);
    return outcome.write(outcome.form(), folder);
}

}  // namespace casekeeper

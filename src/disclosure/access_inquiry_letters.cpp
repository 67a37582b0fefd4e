// SPDX-License-Identifier: MIT
//
// The letters to others, who are asked something for the sake of a request.
#include <filesystem>
#include <string_view>

#include "disclosure/access_forms.h"
#include "disclosure/access_inquiries.h"
#include "disclosure/access_inquiry_letter.h"
#include "disclosure/access_letters.h"
#include "policy/reminder_plan.h"

namespace casekeeper {
namespace {

constexpr std::string_view by_name = "name:";  // the key of a third party of whom nothing but a name is known

// What they are called; empty: not known here.
std::string name_in(const std::string& key) {
    return key.starts_with(by_name) ? key.substr(by_name.size()) : "";
}

InquiryHead head(const LetterSettings& settings, const AccessCase& one, Date day, const std::string& name) {
    return {settings.trust, settings.contact, to_words(day), one.request,
            name.empty() ? "Hello" : "Dear " + name};
}

// NAME-1, NAME-2 …: the first that is free in the folder. No file is called after anybody.
std::string free_name(const std::string& folder, const std::string& name) {
    for (int number = 1;; ++number) {
        const std::string numbered = name + "-" + std::to_string(number);
        std::error_code failed;
        if (!std::filesystem::exists(
                std::filesystem::symlink_status(folder + "/" + numbered + ".html", failed)))
            return numbered;
    }
}

InquiryKind kind_of(const AccessAsk& ask) {
    return ask.kind == "opinion"   ? InquiryKind::opinion
           : ask.kind == "consent" ? InquiryKind::consent
           : ask.kind == "advice"  ? InquiryKind::advice
                                   : InquiryKind::search;
}

}  // namespace

std::string AccessLetters::write_to_other(const AccessCase& one, const char* form, const std::string& name,
                                          const LetterValues& values, const std::string& folder) {
    require_safe(one, name, reviewer_.given_away(settings_.templates.of(form).words(values)));
    return keep(form, name, values, folder);
}

std::string AccessLetters::answer_by(const Inquiry& inquiry, const AccessCase& one, const char* kind) {
    for (const AccessAsk& ask : AccessStore(database_).asks(one.request))
        if (ask.kind == kind && ask.whom == inquiry.whom && !ask.answered_on)
            return day_in_words(ask.answer_by);
    ReminderTimes times;
    times.answer_days = settings_.answer_days;
    return to_words(answer_due_on(inquiry.asked_on.value_or(day_), times, holidays_));
}

std::string AccessLetters::consent(const AccessCase& one, const Inquiry& inquiry, const std::string& folder) {
    require_can_say(AccessStore(database_).items(one.request), one.request,
                    {inquiry.whom, "asked", inquiry.asked_on.value_or(day_), ""});
    ConsentQuestion letter;
    letter.head = head(settings_, one, day_, name_in(inquiry.whom));
    letter.answer_by = answer_by(inquiry, one, "consent");
    return write_to_other(one, access_form::consent, free_name(folder, "consent"), values_of(letter), folder);
}

std::string AccessLetters::opinion(const AccessCase& one, const Inquiry& inquiry, const std::string& folder) {
    OpinionQuestion letter;
    letter.head = head(settings_, one, day_, inquiry.whom);
    letter.for_oneself = to(one).head.for_oneself;
    letter.opinion_months = rules_.opinion_months();
    letter.answer_by = answer_by(inquiry, one, "opinion");
    return write_to_other(one, access_form::opinion, free_name(folder, "opinion"), values_of(letter), folder);
}

std::string AccessLetters::reminder(const AccessCase& one, const DueReminder& due,
                                    const std::string& folder) {
    const AccessAsk& ask = due.ask;
    AnswerReminder letter;
    letter.kind = kind_of(ask);
    const bool is_consent = letter.kind == InquiryKind::consent;
    letter.head = head(settings_, one, day_, is_consent ? name_in(ask.whom) : ask.whom);
    if (letter.kind == InquiryKind::search) letter.about = ask.about;
    letter.asked_on = day_in_words(ask.asked_on);
    letter.answer_by = day_in_words(ask.answer_by);
    letter.reminder = due.reminder;
    if (const std::optional<Date> answer = clock(one).due_on; answer && !is_consent)
        letter.request_due_on = to_words(*answer);
    return write_to_other(
        one, access_form::reminder,
        "reminder-" + std::to_string(ask.number) + "-" + std::to_string(due.reminder.number),
        values_of(letter), folder);
}

}  // namespace casekeeper

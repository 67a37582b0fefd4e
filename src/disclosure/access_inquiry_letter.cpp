// SPDX-License-Identifier: MIT
#include "disclosure/access_inquiry_letter.h"

#include "output/page.h"

namespace casekeeper {
namespace {

LetterValues values_to(const InquiryHead& head) {
    LetterValues values;
    values.texts = {{"TRUST", head.trust},
                    {"CONTACT", head.contact.empty() ? head.trust : head.contact},
                    {"WRITTEN_ON", head.written_on},
                    {"REFERENCE", head.reference},
                    {"SALUTATION", head.salutation}};
    return values;
}

// Which of its four openings a reminder to somebody at work has.
void show_wording(LetterValues& values, const Reminder& reminder) {
    const bool is_late = reminder.wording == ReminderWording::overdue;
    values.show("FIRST", !is_late && reminder.number <= 1);
    values.show("AGAIN", !is_late && reminder.number > 1);
    values.show("OVERDUE", is_late);
    values.show("ESCALATED", reminder.escalated || reminder.wording == ReminderWording::escalation);
}

}  // namespace

LetterValues values_of(const ConsentQuestion& letter) {
    LetterValues values = values_to(letter.head);
    values.show("TOLD_US", letter.told_us);
    values.show("ABOUT_YOU", !letter.told_us);
    values.show_text("NAMED", "NAME", letter.subject_name);
    values.show("NOT_NAMED", letter.subject_name.empty());
    values.texts["ANSWER_BY"] = letter.answer_by;
    return values;
}

LetterValues values_of(const OpinionQuestion& letter) {
    LetterValues values = values_to(letter.head);
    values.show_text("NAMED", "NAME", letter.subject_name);
    values.show("NOT_NAMED", letter.subject_name.empty());
    values.show_text("WITH_BORN", "BORN", letter.subject_born);
    values.show("OWN", letter.for_oneself);
    values.show("FOR_ANOTHER", !letter.for_oneself);
    values.show("WITH_PARTS", !letter.parts.empty());
    for (const std::string& part : letter.parts)
        values.lists["WITH_PARTS"].front().lists["PARTS"].emplace_back().texts["PART"] = part;
    values.show("NO_PARTS", letter.parts.empty());
    values.show_text("WITH_QUESTION", "QUESTION", letter.question);
    values.texts["ANSWER_BY"] = letter.answer_by;
    values.texts["MONTHS"] = counted(letter.opinion_months, "month", "months");
    return values;
}

LetterValues values_of(const AnswerReminder& letter) {
    LetterValues values = values_to(letter.head);
    const bool is_consent = letter.kind == InquiryKind::consent;
    values.show("CONSENT", is_consent);
    values.show("DUTY", !is_consent);
    values.texts["ASKED_ON"] = letter.asked_on;
    values.texts["ANSWER_BY"] = letter.answer_by;
    if (is_consent) return values;
    LetterValues& duty = values.lists["DUTY"].front();
    show_wording(duty, letter.reminder);
    duty.show("SEARCH", letter.kind == InquiryKind::search);
    duty.show("OPINION", letter.kind == InquiryKind::opinion);
    duty.show("ADVICE", letter.kind == InquiryKind::advice);
    duty.show_text("WITH_SUBJECT", "SUBJECT", letter.about);
    duty.texts["REQUEST_DUE_ON"] = letter.request_due_on;
    duty.show("REQUEST_DUE", !letter.request_due_on.empty());
    return values;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/request_letter.h"

#include "output/letter_heading.h"
#include "output/page.h"

namespace casekeeper {
namespace {

void show_right(LetterValues& values, const std::string& right) {
    values.show("DELETION", right == "erasure");
    values.show("CORRECTION", right == "correction");
    values.show("OBJECTION", right == "objection");
}

void add_kept(const RequestLetter& letter, LetterValues& values) {
    values.show("WITH_KEPT", !letter.kept.empty());
    if (letter.kept.empty()) return;
    LetterValues& section = values.lists["WITH_KEPT"].front();
    for (const RequestLetter::Kept& one : letter.kept) {
        section.lists["KEPT"].emplace_back().texts = {{"PART", one.part}, {"WHY", one.why}};
        if (one.authority.empty()) continue;
        section.lists["LAW"].emplace_back().texts = {{"PART", one.part}, {"AUTHORITY", one.authority}};
    }
}

void add_words(const RequestLetter& letter, LetterValues& values) {
    values.show("WITH_WORDS", !letter.words.empty());
    for (const RequestLetter::Words& one : letter.words) {
        LetterValues& words = values.lists["WITH_WORDS"].front().lists["WORDS"].emplace_back();
        words.texts["REASON"] = one.reason;
        words.show_text("WITH_PARTS", "PARTS", one.parts);
    }
}

}  // namespace

const std::set<std::string>& names_of_request_letter() {
    static const std::set<std::string> names = {
        "TRUST",      "CONTACT",       "WRITTEN_ON", "REQUEST",       "RECEIVED_ON", "SALUTATION",
        "YOURS",      "THEIRS",        "ABOUT",      "ALL_OR_PART",   "DELETION",    "CORRECTION",
        "OBJECTION",  "GRANTED",       "PARTLY",     "REFUSED",       "ASKED_ABOUT", "PART",
        "GONE",       "WITH_CONTENTS", "CONTENTS",   "WITH_KEPT",     "KEPT",        "WHY",
        "LAW",        "AUTHORITY",     "LATER",      "WITH_WORDS",    "WORDS",       "WITH_PARTS",
        "PARTS",      "REASON",        "WITH_TEXT",  "TEXT",          "BACKUPS",     "WITH_RECIPIENTS",
        "RECIPIENTS", "DUE_KNOWN",     "DUE_ON",     "DUE_NOT_KNOWN", "DAY"};
    return names;
}

const std::set<std::string>& names_to_recipient() {
    static const std::set<std::string> names = {"TRUST", "CONTACT",   "WRITTEN_ON", "RECIPIENT", "WITH_NAME",
                                                "NAME",  "NO_NAME",   "WITH_BORN",  "BORN",      "SHARED",
                                                "DAY",   "REFERENCE", "WITH_TEXT",  "TEXT",      "NO_TEXT"};
    return names;
}

const std::set<std::string>& names_without_record() {
    static const std::set<std::string> names = {"TRUST",       "CONTACT",    "WRITTEN_ON", "REQUEST",
                                                "RECEIVED_ON", "SALUTATION", "DELETION",   "CORRECTION",
                                                "OBJECTION",   "YOURS",      "THEIRS"};
    return names;
}

LetterValues values_of(const RequestLetter& letter) {
    LetterValues values = values_of(letter.head);
    values.texts["ABOUT"] = letter.head.about;
    values.texts["ALL_OR_PART"] = letter.everything ? "all" : "a part";
    values.texts["BACKUPS"] = letter.backups_gone_by;
    values.texts["DAY"] = letter.day;
    show_right(values, letter.right);
    values.show("GRANTED", letter.outcome == LetterOutcome::granted);
    values.show("PARTLY", letter.outcome == LetterOutcome::partly);
    values.show("REFUSED", letter.outcome == LetterOutcome::refused);
    for (const std::string& part : letter.asked_about)
        values.lists["ASKED_ABOUT"].emplace_back().texts["PART"] = part;
    if (letter.asked_about.empty())
        values.lists["ASKED_ABOUT"].emplace_back().texts["PART"] = "All of the record";
    for (const RequestLetter::Gone& one : letter.gone) {
        LetterValues& gone = values.lists["GONE"].emplace_back();
        gone.texts["PART"] = one.part;
        gone.show_text("WITH_CONTENTS", "CONTENTS", one.contents);
    }
    add_kept(letter, values);
    values.show("LATER", letter.is_looked_at_again);
    add_words(letter, values);
    values.show_text("WITH_TEXT", "TEXT", letter.written_beside);
    values.show_text("WITH_RECIPIENTS", "RECIPIENTS",
                     letter.recipients == 0 ? "" : counted(letter.recipients, "other place", "other places"));
    values.show_text("DUE_KNOWN", "DUE_ON", letter.due_on.value_or(""));
    values.show("DUE_NOT_KNOWN", !letter.due_on);
    return values;
}

LetterValues values_of(const RecipientLetter& letter) {
    LetterValues values;
    values.texts = {{"TRUST", letter.head.trust},
                    {"CONTACT", letter.head.contact.empty() ? letter.head.trust : letter.head.contact},
                    {"WRITTEN_ON", letter.head.written_on},
                    {"RECIPIENT", letter.recipient.empty() ? "Not recorded" : letter.recipient}};
    values.show_text("WITH_NAME", "NAME", letter.name);
    values.show("NO_NAME", letter.name.empty());
    values.show_text("WITH_BORN", "BORN", letter.born);
    for (const RecipientLetter::Shared& one : letter.shared)
        values.lists["SHARED"].emplace_back().texts = {{"DAY", one.on}, {"REFERENCE", one.reference}};
    values.show_text("WITH_TEXT", "TEXT", letter.written_beside);
    values.show("NO_TEXT", letter.written_beside.empty());
    return values;
}

LetterValues values_without_record(const LetterHead& head, const std::string& right) {
    LetterValues values = values_of(head);
    show_right(values, right);
    return values;
}

}  // namespace casekeeper

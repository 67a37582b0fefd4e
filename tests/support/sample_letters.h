// SPDX-License-Identifier: MIT
//
// Letters about requests as they are in life: what each template is filled with, in its fullest and its
// barest, with services as the shipped catalogue calls them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "disposal/impact_warning.h"
#include "disposal/request_forms.h"
#include "disposal/request_letter.h"

namespace casekeeper::test {

inline LetterTemplates shipped_letters() {
    return LetterTemplates::ready(CASEKEEPER_SOURCE "/config", request_forms());
}

inline LetterHead sample_head(bool for_oneself = true) {
    LetterHead head;
    head.trust = "Brightwell Children's Trust";
    head.contact = "The records team, 01632 960 999";
    head.written_on = "10 December 2026";
    head.request = "R1";
    head.received_on = "23 November 2026";
    head.salutation = for_oneself ? "Dear Zoë" : "Dear Maria Quill";
    head.for_oneself = for_oneself;
    head.about = for_oneself ? "you" : "Zoë";
    return head;
}

inline RequestLetter sample_letter(const std::string& right, LetterOutcome outcome, bool for_oneself = true) {
    RequestLetter letter;
    letter.head = sample_head(for_oneself);
    letter.right = right;
    letter.outcome = outcome;
    letter.asked_about = {"A note of a meeting, 3 March 2024 (Youth mentoring)"};
    letter.gone = {{"Youth mentoring, 2022 to 2024", "14 notes and 2 documents"},
                   {"A letter to us, 4 May 2021 (Early help assessment and family support)", ""}};
    letter.kept = {
        {"Child in need assessment, plan and services, 2019 to 2021",
         "The law gives us this work to do, so we have to keep this until 3 March 2042.",
         "UK GDPR Art 17(3)(b); Children Act 1989 s17(1), (10); local policy"},
        {"Counselling by consent, 2023",
         "It may be needed for a claim, an inquiry or a complaint. So we keep it until that is over.",
         "UK GDPR Art 17(3)(e)"},
        {"Open-access youth club, since 2020", "A person looked at it and decided that we need to keep it.",
         "Education Act 1996 s507B"}};
    letter.is_looked_at_again = true;
    letter.words = {
        {"Open-access youth club, since 2020", "You still go there, and the trips need your note."},
        {"Youth mentoring, 2022 to 2024", "You agreed to it, and you do not want it any more."}};
    letter.written_beside = "Zoë was at school that day. Her teacher says so too.";
    letter.backups_gone_by = "10 December 2027";
    letter.recipients = 2;
    letter.due_on = "23 December 2026";
    letter.day = "4 January 2027";
    return letter;
}

// Nothing in it that need not be.
inline RequestLetter bare_letter(const std::string& right, LetterOutcome outcome, bool for_oneself = true) {
    RequestLetter letter;
    letter.head = sample_head(for_oneself);
    letter.head.salutation = "Hello";
    letter.right = right;
    letter.outcome = outcome;
    letter.everything = true;
    letter.gone = {{"Youth mentoring, 2022 to 2024", ""}};
    if (outcome == LetterOutcome::partly)
        letter.kept = {{"Open-access youth club, since 2020",
                        "A person looked at it and decided that we need to keep it.", ""}};
    letter.words = {{"", "It is as the law says."}};
    letter.backups_gone_by = "10 December 2027";
    letter.day = "4 January 2027";
    return letter;
}

inline RecipientLetter sample_recipient_letter(bool is_named = true) {
    RecipientLetter letter;
    letter.head = sample_head();
    letter.recipient = is_named ? "Brightwell Academy" : "";
    letter.name = is_named ? "Zoë Quill" : "";
    letter.born = is_named ? "14 May 2011" : "";
    letter.shared = {{"3 March 2024", "DS1"}, {"9 June 2024", "DS4"}};
    letter.written_beside = is_named ? "Zoë was at school that day." : "";
    return letter;
}

inline ImpactWarning sample_warning() {
    ImpactWarning warning;
    warning.request = "R1";
    warning.received = "23 November 2026";
    warning.called = "Zoë";
    warning.practitioner = "Wilma Ward";
    warning.trust = "Brightwell Children's Trust";
    warning.contact = "The records team, 01632 960 999";
    warning.going = {{"Youth mentoring, 2022 to 2024", "14 notes and 2 documents", false},
                     {"Open-access youth club, since 2020", "1 note", true}};
    warning.keepsakes = {"A photo, 2023 (Youth mentoring)"};
    warning.received_now = {"Open-access youth club"};
    warning.plans = {"the care plan of 3 March 2024 (Youth mentoring)"};
    warning.relied_on_by = {"Young carers' clubs and trips"};
    warning.coming = {{"A review (Youth mentoring)", "14 January 2027"}};
    warning.kept = {{"Child in need assessment, plan and services, 2019 to 2021",
                     "The law gives us this work to do, so we have to keep this until 3 March 2042.",
                     "Children Act 1989 s17(1), (10)"}};
    return warning;
}

struct SampleLetter {
    std::string form;
    std::string name;
    LetterValues values;
    bool is_for_the_person = true;  // or whoever asks for them: reads at about twelve
};

// Every template, filled in each way it can be.
inline std::vector<SampleLetter> sample_letters() {
    namespace form = request_form;
    std::vector<SampleLetter> samples;
    const auto add = [&](const std::string& its_form, const std::string& name, LetterValues values,
                         bool for_the_person = true) {
        samples.push_back({its_form, its_form + "-" + name, std::move(values), for_the_person});
    };
    add(form::impact_warning, "full", values_of(sample_warning()));
    add(form::impact_warning_formal, "full", values_of(sample_warning()), false);
    const std::pair<const char*, LetterOutcome> deletions[] = {
        {form::deletion_granted, LetterOutcome::granted},
        {form::deletion_partly, LetterOutcome::partly},
        {form::deletion_refused, LetterOutcome::refused}};
    for (const auto& [its_form, outcome] : deletions)
        for (const bool own : {true, false}) {
            add(its_form, own ? "full" : "full-for-another",
                values_of(sample_letter("erasure", outcome, own)));
            add(its_form, own ? "bare" : "bare-for-another", values_of(bare_letter("erasure", outcome, own)));
        }
    const std::pair<std::string, LetterOutcome> outcomes[] = {{"granted", LetterOutcome::granted},
                                                              {"partly", LetterOutcome::partly},
                                                              {"refused", LetterOutcome::refused}};
    for (const auto& [name, outcome] : outcomes) {
        add(form::correction_outcome, name, values_of(sample_letter("correction", outcome)));
        add(form::correction_outcome, name + "-bare", values_of(bare_letter("correction", outcome)));
        add(form::objection_outcome, name, values_of(sample_letter("objection", outcome)));
        add(form::objection_outcome, name + "-bare", values_of(bare_letter("objection", outcome)));
    }
    for (const char* right : {"erasure", "correction", "objection"})
        for (const bool own : {true, false}) {
            const std::string name = right + std::string(own ? "" : "-for-another");
            add(form::acknowledgement, name, values_of(sample_letter(right, LetterOutcome::granted, own)));
            add(form::acknowledgement, name + "-bare",
                values_of(bare_letter(right, LetterOutcome::granted, own)));
            add(form::extension, name, values_of(sample_letter(right, LetterOutcome::granted, own)));
            add(form::extension, name + "-bare", values_of(bare_letter(right, LetterOutcome::granted, own)));
        }
    add(form::restriction_to_be_lifted, "full", values_of(sample_letter("erasure", LetterOutcome::granted)));
    add(form::restriction_to_be_lifted, "bare", values_of(bare_letter("erasure", LetterOutcome::granted)));
    for (const bool own : {true, false}) {
        const std::string name = own ? "own" : "for-another";
        for (const std::string right : {"erasure", "correction", "objection"}) {
            add(form::deletion_not_entitled, right + "-" + name,
                values_without_record(sample_head(own), right));
            add(form::deletion_for_someone_dead, right + "-" + name,
                values_without_record(sample_head(own), right));
        }
        add(form::deletion_recipient, name, values_of(sample_recipient_letter(own)), false);
        add(form::correction_recipient, name, values_of(sample_recipient_letter(own)), false);
    }
    return samples;
}

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// Letters about access requests as they are in life: what each template is filled with, in its fullest and its
// barest, to a young person, to a grown one and to whoever asks for somebody.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "disclosure/access_forms.h"
#include "disclosure/access_inquiry_letter.h"
#include "disclosure/access_letter.h"

namespace casekeeper::test {

inline LetterTemplates shipped_access_letters() {
    return LetterTemplates::ready(CASEKEEPER_SOURCE "/config", access_forms());
}

enum class Asks { young, grown, for_another };
inline constexpr std::pair<Asks, const char*> all_who_ask[] = {
    {Asks::young, "young"}, {Asks::grown, "grown"}, {Asks::for_another, "for-another"}};

// As of whoever may ask; `settled`: false where that is open, and nothing comes from the record.
inline AccessReader sample_reader(Asks who, bool settled = true) {
    AccessReader to;
    const bool own = who != Asks::for_another;
    to.head = {"Brightwell Children's Trust",
               "The records team, 01632 960 999",
               "10 December 2026",
               "A1",
               "23 November 2026",
               "Hello",
               own,
               own ? "you" : "the person you asked for"};
    to.is_young = who == Asks::young;
    if (settled) to.head.salutation = own ? "Dear Zoë" : "Dear Maria Quill";
    if (settled && !own) to.head.about = "Zoë";
    return to;
}

inline InquiryHead sample_inquiry(const std::string& salutation = "Dear Maria") {
    return {"Brightwell Children's Trust", "The records team, 01632 960 999", "10 December 2026", "A1-3",
            salutation};
}

inline AccessProgress sample_progress(Asks who, AccessStage stage, Lateness lateness) {
    AccessProgress letter;
    letter.to = sample_reader(who);
    letter.stage = stage;
    letter.searched = 3;
    letter.asked = 2;
    letter.decided = 41;
    letter.undecided = 12;
    letter.lateness = lateness;
    letter.due_on = lateness == Lateness::late ? "3 December 2026" : "23 December 2026";
    letter.expected_on = "18 December 2026";
    if (lateness != Lateness::on_time) {
        letter.expected_on = "15 January 2027";
        letter.reason = "The old paper files were longer than we thought, and one worker was ill.";
    }
    return letter;
}

inline AccessRelease sample_release(Asks who) {
    AccessRelease letter;
    letter.to = sample_reader(who);
    letter.searched = {{"Mosaic", "30 November 2026", 247},
                       {"Paper archive", "2 December 2026", 3},
                       {"Shared drive of the leaving care team", "2 December 2026", 0},
                       {"Old e-mail", "3 December 2026", std::nullopt}};
    letter.enclosed = {"214 notes", "31 documents", "2 photographs", "1 letter you wrote"};
    letter.in_part = 9;
    letter.withheld = 4;
    letter.reasons = {
        {"This part is about somebody else, or shows who told us something. We asked ourselves if it is fair "
         "to show it to you. We found that it is not.",
         "DPA 2018 Sch 2 para 16", 9},
        {"This part is about health. The law says we have to ask a health worker before you can see it. We "
         "do "
         "not have their answer yet.",
         "DPA 2018 Sch 3 para 6", 2},
        {"This part tells where somebody lives or how to reach them. They need that to stay secret to be "
         "safe.",
         "", 1}};
    letter.unexplained = 1;
    letter.look_again_on = "1 June 2027";
    letter.missing = {"The notes of 2009 to 2011 were destroyed on 4 May 2019, as our rules then said.",
                      "The file of the children's home is lost. We have looked for it twice."};
    letter.format = access_format_in_words("pdf");
    letter.has_passphrase = true;
    letter.has_statement = true;
    letter.wish = "somebody to sit with me, and a break now and then";
    letter.support = "your personal adviser";
    return letter;
}

// Nothing in it that need not be.
inline AccessRelease bare_release(Asks who, bool found_any) {
    AccessRelease letter;
    letter.to = sample_reader(who);
    letter.searched = {{"Mosaic", "30 November 2026", found_any ? 12 : 0}};
    if (found_any) letter.enclosed = {"12 notes"};
    return letter;
}

inline AccessAnnouncement sample_announcement(Asks who) {
    AccessAnnouncement letter;
    letter.to = sample_reader(who);
    letter.length = "about 340 pages";
    letter.format = access_format_in_words("pdf");
    letter.way = "by post, and you sign for it";
    letter.arrives_on = "14 January 2027";  // or later
    letter.avoided = {"24 to 26 December", "3 February"};
    letter.has_passphrase = true;
    letter.wish = "somebody to sit with me, and a break now and then";
    letter.support = "your personal adviser";
    return letter;
}

inline OpinionQuestion sample_opinion(bool is_full) {
    OpinionQuestion letter;
    letter.head = sample_inquiry("Dear Dr Hale");
    letter.for_oneself = is_full;
    letter.answer_by = "18 December 2026";
    if (!is_full) return letter;
    letter.subject_name = "Zoë Quill";
    letter.subject_born = "14 May 2011";
    letter.parts = {"A letter of a clinic, 3 March 2024 (entry E7)", "A report, 9 June 2024 (document D2)"};
    letter.question = "Is it enough if somebody sits with her while she reads?";
    return letter;
}

inline AnswerReminder sample_reminder(InquiryKind kind, int number, ReminderWording wording) {
    AnswerReminder letter;
    letter.head = sample_inquiry(kind == InquiryKind::consent ? "Dear Maria" : "Dear Mr Frost");
    letter.kind = kind;
    letter.about = kind == InquiryKind::search ? "Paper archive" : "";
    letter.asked_on = "23 November 2026";
    letter.answer_by = "30 November 2026";
    letter.reminder = {{}, number, wording == ReminderWording::escalation, wording};
    letter.request_due_on = wording == ReminderWording::overdue ? "9 December 2026" : "23 December 2026";
    return letter;
}

struct SampleAccessLetter {
    std::string form;
    std::string name;
    LetterValues values;
    bool is_for_everybody = true;  // not for people at work alone: reads at about twelve
};

class SampleAccessLetters {
public:
    std::vector<SampleAccessLetter> all() {
        for (const auto& [who, name] : all_who_ask) {
            add_first_letters(who, name);
            add_later_letters(who, name);
        }
        add_inquiries();
        return samples_;
    }

private:
    void add(const std::string& form, const std::string& name, LetterValues values, bool everybody = true) {
        samples_.push_back({form, form + "-" + name, std::move(values), everybody});
    }

    void add_first_letters(Asks who, const std::string& name) {
        const AccessReader to = sample_reader(who, false);
        add(access_form::acknowledgement, name,
            values_of(AccessAcknowledgement{to,
                                            {"Children's homes", "From 1 May 2009 to 30 June 2014"},
                                            access_format_in_words("large-print"),
                                            "somebody to read it with me",
                                            "23 December 2026"}));
        add(access_form::acknowledgement, name + "-bare",
            values_of(AccessAcknowledgement{to, {}, "", "", std::nullopt}));
        add(access_form::identity, name, values_of(IdentityQuestion{to, true, false, Capacity::self}));
        if (who == Asks::for_another)
            for (const auto& [capacity, called] : {std::pair{Capacity::parent, "parent"},
                                                   {Capacity::representative, "representative"},
                                                   {Capacity::attorney, "attorney"},
                                                   {Capacity::other, "other"}}) {
                add(access_form::identity, called, values_of(IdentityQuestion{to, true, true, capacity}));
                add(access_form::identity, called + std::string("-known"),
                    values_of(IdentityQuestion{to, false, true, capacity}));
            }
        if (who == Asks::young) return;
        add(access_form::not_entitled, name, values_without_record(to));
        add(access_form::for_someone_dead, name, values_without_record(to));
    }

    void add_later_letters(Asks who, const std::string& name) {
        const AccessReader to = sample_reader(who);
        add(access_form::clarification, name,
            values_of(ClarificationQuestion{to, "Do you want to see what was written in your school, too?"}));
        add(access_form::extension, name,
            values_of(AccessExtension{to, "There are nine boxes of paper, and some of it is hard to read.",
                                      "23 February 2027"}));
        add(access_form::extension, name + "-bare",
            values_of(AccessExtension{to, "There are nine boxes of paper.", std::nullopt}));
        add_progress(who, name);
        add(access_form::refusal, name,
            values_of(AccessRefusal{to, "You got the same record in October, and nothing is new since then.",
                                    "UK GDPR Art 12(5)"}));
        add(access_form::refusal, name + "-bare",
            values_of(AccessRefusal{to, "You got the same record in October.", ""}));
        add(access_form::announcement, name, values_of(sample_announcement(who)));
        AccessAnnouncement bare;
        bare.to = to;
        bare.arrives_on = "14 January 2027";
        add(access_form::announcement, name + "-bare", values_of(bare));
        add(access_form::release, name, values_of(sample_release(who)));
        add(access_form::release, name + "-bare", values_of(bare_release(who, true)));
        add(access_form::release, name + "-nothing", values_of(bare_release(who, false)));
        AccessRelease kept = sample_release(who);
        kept.enclosed.clear();
        add(access_form::release, name + "-all-kept", values_of(kept));
        add_complaint(who, name);
    }

    // Those who may not ask complain as well: nothing comes from the record then.
    void add_complaint(Asks who, const std::string& name) {
        const std::string on = "10 December 2026";
        const std::string words = "The years with my first foster carers are missing.";
        for (const bool settled : {true, false}) {
            const AccessReader to = sample_reader(who, settled);
            const std::string called = name + (settled ? "" : "-not-settled");
            add(access_form::complaint, called, values_of(ComplaintReceipt{to, on, words}));
            for (const auto& [whom, at] : {std::pair{ComplaintTo::trust, "-to-us"},
                                           {ComplaintTo::ico, "-to-the-ico"},
                                           {ComplaintTo::court, "-to-a-court"}})
                for (const bool again : {true, false})
                    add(access_form::complaint_answer, called + at + (again ? "-again" : "-stands"),
                        values_of(ComplaintAnswer{
                            to, on, whom, again,
                            settled ? "We had not looked in the boxes of the old office." : ""}));
        }
    }

    void add_progress(Asks who, const std::string& name) {
        using S = AccessStage;
        for (const auto& [stage, at] : {std::pair{S::waits_for_them, "waits"},
                                        {S::searching, "searching"},
                                        {S::deciding, "deciding"},
                                        {S::second_look, "second-look"},
                                        {S::sending, "sending"}}) {
            const std::string called = name + "-" + at;
            add(access_form::progress, called, values_of(sample_progress(who, stage, Lateness::on_time)));
            add(access_form::progress, called + "-late",
                values_of(sample_progress(who, stage, Lateness::late)));
            add(access_form::progress, called + "-will-be-late",
                values_of(sample_progress(who, stage, Lateness::will_be_late)));
            AccessProgress bare;
            bare.to = sample_reader(who);
            bare.stage = stage;
            add(access_form::progress, called + "-bare", values_of(bare));
        }
    }

    void add_inquiries() {
        for (const bool told_us : {true, false})
            for (const char* subject : {"Zoë", ""})
                add(access_form::consent,
                    std::string(told_us ? "told-us" : "about-them") + (*subject ? "-named" : ""),
                    values_of(ConsentQuestion{sample_inquiry(), told_us, subject, "18 December 2026"}));
        add(access_form::opinion, "full", values_of(sample_opinion(true)), false);
        add(access_form::opinion, "bare", values_of(sample_opinion(false)), false);
        using W = ReminderWording;
        for (const auto& [kind, called] : {std::pair{InquiryKind::search, "search"},
                                           {InquiryKind::opinion, "opinion"},
                                           {InquiryKind::advice, "advice"},
                                           {InquiryKind::consent, "consent"}}) {
            const bool everybody = kind == InquiryKind::consent;
            const std::string name = called;
            const auto reminder = [&](const char* as, int number, W wording) {
                add(access_form::reminder, name + as, values_of(sample_reminder(kind, number, wording)),
                    everybody);
            };
            reminder("-first", 1, W::reminder);
            reminder("-again", 2, W::reminder);
            reminder("-escalated", 3, W::escalation);
            reminder("-overdue", 4, W::overdue);
        }
    }

    std::vector<SampleAccessLetter> samples_;
};

// Every template, filled in each way it can be.
inline std::vector<SampleAccessLetter> sample_access_letters() {
    return SampleAccessLetters().all();
}

}  // namespace casekeeper::test

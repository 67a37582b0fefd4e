// SPDX-License-Identifier: MIT
//
// The letters about access requests in every variant, filled as in life: every mark has its value, the words
// are the law's and the trust's, whoever they are for can read them, and they give nobody away.
#include "disclosure/access_letter.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/readability.h"
#include "support/letter_checks.h"
#include "support/sample_access_letters.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

std::string words_of(const std::string& form, const LetterValues& values) {
    return shipped_access_letters().of(form).words(values);
}

bool is_to_whoever_asked(const SampleAccessLetter& sample) {
    return sample.form != access_form::consent && sample.form != access_form::opinion &&
           sample.form != access_form::reminder;
}

TEST(AccessLetter, FillsEveryMarkOfEveryTemplate) {
    std::map<std::string, std::set<std::string>> filled;
    for (const SampleAccessLetter& sample : sample_access_letters())
        add_names(sample.values, filled[sample.form]);
    for (const LetterForm& form : access_forms()) {
        const std::string file = std::string(CASEKEEPER_SOURCE) + "/config/letters/" + form.name + ".txt";
        const std::set<std::string> marks = marks_of(bytes_of(file));
        EXPECT_GT(marks.size(), 5U) << file;
        for (const std::string& mark : marks)
            EXPECT_TRUE(filled[form.name].contains(mark)) << form.name << ": {{" << mark << "}}";
        // What a letter may have, something fills; what is filled, it may have.
        for (const std::string& name : form.known)
            EXPECT_TRUE(filled[form.name].contains(name)) << form.name << ": " << name;
        for (const std::string& name : filled[form.name])
            EXPECT_TRUE(form.known.contains(name)) << form.name << ": " << name;
    }
}

TEST(AccessLetter, LeavesNoMarkAndNoEmptySection) {
    for (const SampleAccessLetter& sample : sample_access_letters()) {
        const Page page = shipped_access_letters().of(sample.form).page(sample.values, "The trust");
        EXPECT_FALSE(page.title.empty()) << sample.name;
        SCOPED_TRACE(sample.name);
        expect_unsaid(words_of(sample.form, sample.values),
                      {"{{", "}}", "()", " .", " ,", "“”", "  ", "..", ": \n", " 0 "});
        for (const Section& section : page.sections)
            EXPECT_FALSE(section.blocks.empty()) << sample.name << ": " << section.title;
    }
}

// A child of twelve reads it, whatever is in it.
TEST(AccessLetter, ReadsAtAboutTwelve) {
    int letters = 0;
    for (const SampleAccessLetter& sample : sample_access_letters()) {
        if (!sample.is_for_everybody) continue;
        const Readability reads = readability_of(words_of(sample.form, sample.values));
        EXPECT_LE(reads.reading_age(), 12.5) << sample.name;
        EXPECT_GT(reads.words, 120) << sample.name;
        ++letters;
    }
    EXPECT_GT(letters, 100);
}

// The complaint to the trust (DPA 2018 s164A), the ICO and a court, in every letter but the word before it
// arrives, which answers nothing yet.
TEST(AccessLetter, SaysHowToComplain) {
    for (const SampleAccessLetter& sample : sample_access_letters()) {
        if (!is_to_whoever_asked(sample) || sample.form == access_form::announcement) continue;
        SCOPED_TRACE(sample.name);
        const std::string words = words_of(sample.form, sample.values);
        expect_said(words, {"www.ico.org.uk", "court", "01632 960 999", "Please say this number: A1."});
        if (sample.form != access_form::for_someone_dead)
            expect_said(words, {"section 164A", "within 30 days"});
    }
}

TEST(AccessLetter, SaysTheLaw) {
    const std::pair<const char*, std::vector<std::string>> laws[] = {
        {access_form::acknowledgement, {"UK GDPR, Article 15", "Article 12A", "Schedules 2 to 4"}},
        {access_form::identity, {"UK GDPR, Article 12(6)", "Article 12A"}},
        {access_form::clarification, {"UK GDPR, Article 12A"}},
        {access_form::extension, {"UK GDPR, Article 12A"}},
        {access_form::refusal, {"UK GDPR, Article 15", "Article 12"}},
        {access_form::not_entitled, {"UK GDPR, Article 15", "Gillick", "Children Act 1989, section 3"}},
        {access_form::for_someone_dead, {"section 3(2)", "Access to Health Records Act 1990"}},
        {access_form::release, {"UK GDPR, Article 15"}},
        {access_form::complaint, {"section 164A", "within 30 days"}},
        {access_form::complaint_answer, {"section 164A", "Section 165", "section 167"}},
        {access_form::consent, {"UK GDPR, Article 15", "Schedule 2, paragraph 16"}},
        {access_form::opinion, {"Article 15", "Schedule 3, paragraph 2", "paragraph 5", "paragraph 6"}}};
    for (const auto& [form, said] : laws)
        for (const SampleAccessLetter& sample : sample_access_letters())
            if (sample.form == form) {
                SCOPED_TRACE(sample.name);
                expect_said(words_of(form, sample.values), said);
            }
}

// Young people are told to talk, with whom is right for them, and that somebody is on their side.
TEST(AccessLetter, SpeaksToAYoungPersonAsOne) {
    for (const SampleAccessLetter& sample : sample_access_letters()) {
        if (!is_to_whoever_asked(sample) || sample.form == access_form::not_entitled ||
            sample.form == access_form::for_someone_dead)
            continue;
        SCOPED_TRACE(sample.name);
        const std::string words = words_of(sample.form, sample.values);
        const bool is_young = sample.values.lists.contains("YOUNG");
        EXPECT_EQ(words.find("your parents or carers") != std::string::npos, is_young);
        EXPECT_EQ(words.find("on your side, and it costs nothing") != std::string::npos, is_young);
    }
}

// Whoever asks for somebody else is no "you".
TEST(AccessLetter, IsWrittenToWhoeverAsked) {
    for (const SampleAccessLetter& sample : sample_access_letters()) {
        if (!sample.values.lists.contains("THEIRS")) continue;
        SCOPED_TRACE(sample.name);
        expect_unsaid(
            words_of(sample.form, sample.values),
            {"record about you", "keep about you.", "Your record", "your birthday", "you asked because"});
    }
}

TEST(AccessLetter, TellsWhatComesNext) {
    const std::string words = words_of(
        access_form::acknowledgement,
        values_of(AccessAcknowledgement{
            sample_reader(Asks::young, false), {}, "a PDF file", "a friend with me", "2 June 2026"}));
    expect_said(words, {"On 23 November 2026 you asked us for a copy of a record about you", "it is free",
                        "You have our answer by 2 June 2026", "You asked for a PDF file",
                        "You told us what would help you: “a friend with me”.",
                        "Some of it may have to stay out", "in parts", "A second person"});
    expect_unsaid(words, {"we keep about you", "Zoë"});
}

TEST(AccessLetter, SaysThatTheClockWaits) {
    const auto said = [](const char* form, const LetterValues& values, const std::string& text) {
        expect_said(words_of(form, values), {text});
    };
    const AccessReader to = sample_reader(Asks::young);
    said(access_form::identity, values_of(IdentityQuestion{to}),
         "The time we have to answer has not started yet.");
    said(access_form::clarification, values_of(ClarificationQuestion{to, "Which school?"}),
         "“Which school?”");
    said(access_form::clarification, values_of(ClarificationQuestion{to, "Which school?"}),
         "The day we ask you and the day you answer do not count");
    said(access_form::extension, values_of(AccessExtension{to, "It is long.", "2 June 2026"}),
         "You have our answer by 2 June 2026.");
}

TEST(AccessLetter, AsksOnlyForThePapersOfTheCapacity) {
    const auto words = [](Capacity capacity) {
        return words_of(access_form::identity,
                        values_of(IdentityQuestion{sample_reader(Asks::for_another), false, true, capacity}));
    };
    expect_said(words(Capacity::parent), {"parental responsibility"});
    expect_unsaid(words(Capacity::parent), {"power of attorney", "passport", "has signed"});
    expect_said(words(Capacity::attorney), {"Court of Protection"});
    expect_said(words(Capacity::representative), {"a paper that the person has signed"});
}

TEST(AccessLetter, IsSorryWhereItIsLateAndOnlyThere) {
    const auto words = [](Lateness lateness) {
        return words_of(access_form::progress,
                        values_of(sample_progress(Asks::young, AccessStage::deciding, lateness)));
    };
    expect_said(words(Lateness::late),
                {"We are late, and we are sorry", "You should have had our answer by 3 December 2026",
                 "ready by 15 January 2027", "We have looked in 3 places so far",
                 "We have done that for 41 parts.", "We still have to do that for 12 parts."});
    expect_said(words(Lateness::will_be_late), {"You should have our answer by 23 December 2026"});
    expect_said(words(Lateness::on_time),
                {"Where your request stands", "You have our answer by 23 December 2026"});
    expect_unsaid(words(Lateness::on_time), {"sorry", "late"});
}

TEST(AccessLetter, GivesAWordBeforeItArrives) {
    const std::string words =
        words_of(access_form::announcement, values_of(sample_announcement(Asks::young)));
    expect_said(
        words,
        {"We have not sent it yet", "Your record, as a PDF file: about 340 pages.",
         "A passphrase to open it. It does not come with the record.",
         "It will come on or after 14 January 2027. If you would like another day, or to wait, tell us.",
         "what would help you: “somebody to sit with me, and a break now and then”",
         "You get it by post, and you sign for it.", "• 24 to 26 December", "on your birthday",
         "There is no deadline for you", "It can be hard to read", "your personal adviser",
         "right way to reach you", "Childline"});
    expect_said(words_of(access_form::announcement, values_of(sample_announcement(Asks::grown))),
                {"Samaritans"});
}

// What somebody would like is no promise of who will be there, and the other way round.
TEST(AccessLetter, TellsAWishOfSupportFromWhoCanBeThere) {
    const std::string wish = "You told us what would help you";
    const std::string there = "This is who can be with you";
    const std::string offered = "A worker can be with you";
    AccessAnnouncement letter = sample_announcement(Asks::grown);
    letter.support.clear();
    const auto words = [&] { return words_of(access_form::announcement, values_of(letter)); };
    expect_said(words(), {wish});
    expect_unsaid(words(), {there, offered});
    letter.wish.clear();
    expect_said(words(), {offered});
    expect_unsaid(words(), {there, wish});
    letter.support = "Petra Lane";
    expect_said(words(), {there});
    expect_unsaid(words(), {offered, wish});
}

// The day is promised once it is sure.
TEST(AccessLetter, PromisesNoDayWhileItIsOpenWhoAsks) {
    const std::string words = words_of(
        access_form::acknowledgement,
        values_of(AccessAcknowledgement{sample_reader(Asks::young, false), {}, "", "", std::nullopt}));
    expect_said(words, {"within one month. The month starts once we know who is asking"});
    expect_unsaid(words, {"2026."});
}

TEST(AccessLetter, TellsWhatIsThereAndWhatIsNotAndWhy) {
    const std::string words = words_of(access_form::release, values_of(sample_release(Asks::young)));
    expect_said(
        words, {"• Mosaic, on 30 November 2026: 247 things",
                "• Shared drive of the leaving care team, on 2 December 2026: nothing",
                "• Old e-mail, on 3 December 2026\n", "• 214 notes",
                "In 9 parts of the record some words are taken out.", "We kept back 4 parts whole.",
                "fair to show it to you. We found that it is not. (9 parts)", "we cannot say more. (1 part)",
                "• DPA 2018 Sch 2 para 16", "On 1 June 2027 we look at this again", "destroyed on 4 May 2019",
                "You need a passphrase to open it", "Our privacy statement comes with this letter",
                "your personal adviser"});
    expect_unsaid(words, {"kept nothing back"});
    expect_said(words_of(access_form::release, values_of(bare_release(Asks::young, true))),
                {"We have kept nothing back."});
}

TEST(AccessLetter, NamesALawOnce) {
    AccessRelease letter = sample_release(Asks::young);
    letter.reasons.push_back({"It was told to us in trust.", letter.reasons.front().authority, 2});
    const std::string words = words_of(access_form::release, values_of(letter));
    const std::size_t first = words.find("• DPA 2018 Sch 2 para 16");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(words.find("• DPA 2018 Sch 2 para 16", first + 1), std::string::npos);
}

// What was withheld whole is no "nothing": nobody is told that there is no record where there is one.
TEST(AccessLetter, SaysThatNothingIsThereOnlyWhereNothingIs) {
    const std::string none = "We looked, and found no record";
    expect_said(words_of(access_form::release, values_of(bare_release(Asks::grown, false))), {none});
    AccessRelease kept = sample_release(Asks::grown);
    kept.enclosed.clear();
    expect_unsaid(words_of(access_form::release, values_of(kept)), {none, "Here it is", "What is there"});
    expect_said(words_of(access_form::release, values_of(kept)), {"We may not show you the record"});
}

TEST(AccessLetter, TellsNobodyWhoMayNotAskWhetherThereIsARecord) {
    AccessReader to = sample_reader(Asks::for_another);
    to.head.about = "Zoë";
    for (const char* form : {access_form::not_entitled, access_form::for_someone_dead}) {
        const std::string words = words_of(form, values_without_record(to));
        expect_said(words, {"Dear Maria Quill,", "not say if we keep a record"});
        expect_unsaid(words, {"Zoë", "we keep about"});
    }
}

TEST(AccessLetter, SaysThatAComplaintCameAndWhatCameOfIt) {
    const AccessReader to = sample_reader(Asks::young);
    expect_said(words_of(access_form::complaint,
                         values_of(ComplaintReceipt{to, "10 December 2026", "The years are missing."})),
                {"On 10 December 2026 you told us that you are not happy", "“The years are missing.”",
                 "within 30 days", "will not be treated any worse"});
    const auto answer = [&](bool again, ComplaintTo whom = ComplaintTo::trust) {
        return words_of(
            access_form::complaint_answer,
            values_of(ComplaintAnswer{to, "10 December 2026", whom, again, "The boxes are here."}));
    };
    expect_said(answer(true), {"We look at your request again", "“The boxes are here.”",
                               "You do not have to ask again", "you told us that"});
    expect_unsaid(answer(true), {"stays as it is"});
    expect_said(answer(false), {"Our answer stays as it is", "“The boxes are here.”"});
    expect_unsaid(answer(false), {"from the start"});
    expect_said(answer(false, ComplaintTo::ico), {"you told the Information Commissioner (ICO) that"});
    expect_said(answer(false, ComplaintTo::court), {"you told a court that"});
}

// Neither letter on a complaint says whether there is a record.
TEST(AccessLetter, TellsWhoeverMayNotAskNothingInAnswerToAComplaint) {
    for (const bool again : {true, false}) {
        const std::string words =
            words_of(access_form::complaint_answer,
                     values_of(ComplaintAnswer{sample_reader(Asks::for_another, false), "10 December 2026",
                                               ComplaintTo::trust, again, ""}));
        expect_said(words, {"does not say if we keep a record, or what is in it"});
        expect_unsaid(words, {"we keep about", "Zoë"});
    }
}

// Large print is for letters too: RNIB's 16 point and more.
TEST(AccessLetter, IsInLargePrintForWhoeverAskedForIt) {
    AccessReader to = sample_reader(Asks::grown);
    const auto is_large = [&](const char* form, const LetterValues& values) {
        return shipped_access_letters().of(form).page(values, "").large_print;
    };
    for (const bool large : {true, false}) {
        to.large_print = large;
        EXPECT_EQ(is_large(access_form::refusal, values_of(AccessRefusal{to, "x", ""})), large);
        EXPECT_EQ(is_large(access_form::not_entitled, values_without_record(to)), large);
        EXPECT_EQ(is_large(access_form::complaint, values_of(ComplaintReceipt{to, "1 May 2026", "x"})),
                  large);
    }
}

TEST(AccessFormat, IsSaidInWords) {
    EXPECT_EQ(access_format_in_words("pdf"), "a PDF file");
    EXPECT_EQ(access_format_in_words("large-print"), "large print");
    EXPECT_EQ(access_format_in_words("braille"), "");
}

}  // namespace
}  // namespace casekeeper::test

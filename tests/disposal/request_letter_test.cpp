// SPDX-License-Identifier: MIT
//
// The letters of the shipped templates, filled as in life: every mark has its value, the words are the law's
// and the trust's, and whoever they are for can read them.
#include "disposal/request_letter.h"

#include <gtest/gtest.h>

#include <set>

#include "base/readability.h"
#include "support/letter_checks.h"
#include "support/sample_letters.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

std::string words_of(const std::string& form, const LetterValues& values) {
    return shipped_letters().of(form).words(values);
}

// No mark of any template is one that nothing ever fills.
TEST(RequestLetter, FillsEveryMarkOfEveryTemplate) {
    std::map<std::string, std::set<std::string>> filled;
    for (const SampleLetter& sample : sample_letters()) add_names(sample.values, filled[sample.form]);
    for (const LetterForm& form : request_forms()) {
        const std::string file = std::string(CASEKEEPER_SOURCE) + "/config/letters/" + form.name + ".txt";
        const std::set<std::string> marks = marks_of(bytes_of(file));
        EXPECT_GT(marks.size(), 5U) << file;
        for (const std::string& mark : marks)
            EXPECT_TRUE(filled[form.name].contains(mark)) << form.name << ": {{" << mark << "}}";
    }
}

TEST(RequestLetter, LeavesNoMarkAndNoEmptySection) {
    for (const SampleLetter& sample : sample_letters()) {
        const Page page = shipped_letters().of(sample.form).page(sample.values, "The trust");
        EXPECT_FALSE(page.title.empty()) << sample.name;
        EXPECT_EQ(page.title.find("{{"), std::string::npos) << page.title;
        expect_unsaid(words_of(sample.form, sample.values), {"{{", "}}", "()", " .", " ,", "“”"});
        for (const Section& section : page.sections)
            EXPECT_FALSE(section.blocks.empty()) << sample.name << ": " << section.title;
    }
}

// A child of twelve reads it, whatever is in it.
TEST(RequestLetter, ReadsAtAboutTwelve) {
    int letters = 0;
    for (const SampleLetter& sample : sample_letters()) {
        if (!sample.is_for_the_person) continue;
        const Readability reads = readability_of(words_of(sample.form, sample.values));
        EXPECT_LE(reads.reading_age(), 12.5) << sample.name;
        EXPECT_GT(reads.words, 150) << sample.name;
        ++letters;
    }
    EXPECT_GT(letters, 30);
}

// The complaint to the trust (DPA 2018 s164A), the ICO and a court, in every answer.
TEST(RequestLetter, SaysHowToComplain) {
    for (const SampleLetter& sample : sample_letters()) {
        if (!sample.is_for_the_person || sample.form == request_form::impact_warning) continue;
        const std::string words = words_of(sample.form, sample.values);
        expect_said(words, {"www.ico.org.uk", "court", "01632 960 999"});
        if (sample.form != request_form::deletion_for_someone_dead)
            expect_said(words, {"section 164A", "within 30 days"});
    }
}

TEST(RequestLetter, SaysTheLaw) {
    const auto law = [](const char* form, const char* right, const std::vector<std::string>& said) {
        expect_said(words_of(form, values_of(sample_letter(right, LetterOutcome::partly))), said);
    };
    law(request_form::deletion_granted, "erasure", {"UK GDPR, Article 17", "Article 19"});
    law(request_form::deletion_partly, "erasure", {"UK GDPR, Article 17", "Children Act 1989 s17(1), (10)"});
    law(request_form::deletion_refused, "erasure", {"UK GDPR, Article 17", "UK GDPR Art 17(3)(e)"});
    law(request_form::correction_outcome, "correction", {"UK GDPR, Article 16", "Article 19"});
    law(request_form::objection_outcome, "objection", {"UK GDPR, Article 21", "Article 18"});
    law(request_form::extension, "erasure", {"UK GDPR, Article 12A"});
    law(request_form::restriction_to_be_lifted, "erasure", {"UK GDPR, Article 18"});
    for (const auto& [right, article] :
         {std::pair{"erasure", "Article 17"}, {"correction", "Article 16"}, {"objection", "Article 21"}})
        law(request_form::acknowledgement, right, {article, "Article 12A"});
    expect_said(words_of(request_form::deletion_recipient, values_of(sample_recipient_letter())),
                {"Article 19", "Article 17"});
    expect_said(words_of(request_form::correction_recipient, values_of(sample_recipient_letter())),
                {"Article 19", "Article 16"});
    expect_said(
        words_of(request_form::deletion_for_someone_dead, values_without_record(sample_head(), "erasure")),
        {"Data Protection Act 2018, section 3(2)"});
}

TEST(RequestLetter, TellsWhatWentAndWhatStays) {
    const std::string words =
        words_of(request_form::deletion_partly, values_of(sample_letter("erasure", LetterOutcome::partly)));
    expect_said(words,
                {"Dear Zoë,", "On 23 November 2026 you asked us to delete a part of the record",
                 "• Youth mentoring, 2022 to 2024: 14 notes and 2 documents",
                 "• Child in need assessment, plan and services, 2019 to 2021. The law gives us this "
                 "work to do, so we have to keep this until 3 March 2042.",
                 "we look at this again",
                 "• Open-access youth club, since 2020: “You still go there, and the trips need "
                 "your note.”",
                 "The last of them is gone by 10 December 2027", "we gave some of it to 2 other places",
                 "ask us to lock it", "ask us to put it right", "what you have to say", "seal it", "advocate",
                 "your parents or carers", "Please say this number: R1."});
}

// Whoever asks for somebody else is no "you".
TEST(RequestLetter, IsWrittenToWhoeverAsked) {
    const std::string words = words_of(request_form::deletion_granted,
                                       values_of(sample_letter("erasure", LetterOutcome::granted, false)));
    expect_said(words, {"Dear Maria Quill,", "the record we keep about Zoë"});
    expect_unsaid(words, {"about you", "your parents", "you ask to see"});
}

TEST(RequestLetter, TellsNobodyWhoMayNotAskWhetherThereIsARecord) {
    LetterHead head = sample_head(false);
    head.about = "Zoë";
    const std::string words =
        words_of(request_form::deletion_not_entitled, values_without_record(head, "erasure"));
    expect_said(words, {"Dear Maria Quill,", "It does not say if we keep a record"});
    expect_unsaid(words, {"Zoë", "we keep about", "their record is"});
}

}  // namespace
}  // namespace casekeeper::test

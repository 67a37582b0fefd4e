// SPDX-License-Identifier: MIT
//
// The pack's own words in every variant, filled as in life: every mark has its value, a child of ten can read
// them, the law's rights are all there, and nothing speaks to the wrong reader.
#include "disclosure/pack_forms.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "base/readability.h"
#include "support/letter_checks.h"
#include "support/sample_pack_letters.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

const LetterTemplates& templates() {
    static const LetterTemplates shipped = shipped_pack_letters();
    return shipped;
}

std::string words_of(const SamplePackLetter& sample) {
    return templates().of(sample.form).words(sample.values);
}

// Of the text so named, all that its variants say.
std::string every_word_of(const std::string& form) {
    std::string words;
    for (const SamplePackLetter& sample : sample_pack_letters())
        if (sample.form == form) words += words_of(sample);
    return words;
}

std::string words_of(const std::string& name) {
    for (const SamplePackLetter& sample : sample_pack_letters())
        if (sample.name == name) return words_of(sample);
    ADD_FAILURE() << "there is no " << name;
    return "";
}

TEST(PackForms, KnowTheMarksOfTheShippedTexts) {
    std::vector<Finding> findings;
    LetterTemplates::read(CASEKEEPER_SOURCE "/config", pack_forms(), findings);
    EXPECT_EQ(findings.size(), 0U);
}

TEST(PackForms, KnowOnlyTheMarksOfTheirText) {
    const TemporaryFolder folder;
    std::filesystem::copy(CASEKEEPER_SOURCE "/config/letters", folder.path("letters"));
    folder.write("letters/pack_kept_back.txt", "# Kept back\n\n{{WHO}} {{REASON}} {{REQUEST}}\n");
    std::vector<Finding> findings;
    LetterTemplates::read(folder.path(), pack_forms(), findings);
    EXPECT_EQ(findings.size(), 2U);
}

TEST(PackForms, FillEveryMarkOfEveryText) {
    std::map<std::string, std::set<std::string>> filled;
    for (const SamplePackLetter& sample : sample_pack_letters())
        add_names(sample.values, filled[sample.form]);
    for (const LetterForm& form : pack_forms()) {
        const std::string file = std::string(CASEKEEPER_SOURCE) + "/config/letters/" + form.name + ".txt";
        const std::set<std::string> marks = marks_of(bytes_of(file));
        EXPECT_GT(marks.size(), 4U) << file;
        for (const std::string& mark : marks)
            EXPECT_TRUE(filled[form.name].contains(mark)) << form.name << ": {{" << mark << "}}";
        for (const std::string& name : form.known)
            EXPECT_TRUE(filled[form.name].contains(name)) << form.name << ": " << name;
        for (const std::string& name : filled[form.name])
            EXPECT_TRUE(form.known.contains(name)) << form.name << ": " << name;
    }
}

TEST(PackForms, LeaveNoMarkAndNoEmptySection) {
    for (const SamplePackLetter& sample : sample_pack_letters()) {
        SCOPED_TRACE(sample.name);
        const Page page = templates().of(sample.form).page(sample.values, "The trust");
        EXPECT_FALSE(page.title.empty());
        expect_unsaid(words_of(sample),
                      {"{{", "}}", "()", " .", " ,", "“”", "  ", "..", ": \n", " 0 ", "[]"});
        for (const Section& section : page.sections) EXPECT_FALSE(section.blocks.empty()) << section.title;
    }
}

TEST(PackForms, ReadAtTen) {
    for (const SamplePackLetter& sample : sample_pack_letters()) {
        const Readability reads = readability_of(words_of(sample));
        EXPECT_LE(reads.reading_age(), 10) << sample.name;
        EXPECT_GT(reads.words, sample.name.find("nothing") != std::string::npos ? 20 : 60) << sample.name;
    }
}

// What is not known is not told: no heading stands over nothing.
TEST(PackForms, TellNothingOfWhatIsHereWithoutValues) {
    const std::string words = templates().of(pack_form::here).words({});
    expect_said(words, {"This part tells you what we found."});
    expect_unsaid(words, {"Where we looked", "What is here\n", "kept back"});
}

// UK GDPR Art 15(1)(a) purposes, (b) categories, (c) recipients, (d) period, (g) source, (h) automated decisions;
// Art 15(2) transfers. (e) and (f) stand in the rights.
TEST(PackForms, SayWhatTheLawWantsToBeSaid) {
    expect_said(words_of("pack_why-grown"),
                {"to find out if a child was safe, and to keep them safe", "• Notes of visits and calls",
                 "• The family court: a report on where you should live, on 3 March 2014", "• Your school\n",
                 "• Care: until 14 May 2086. Why so long: the law says 75 years",
                 "• Child protection: the day is not set yet.", "• The police",
                 "Some of it came from people whose names we may not tell you", "whom we may not name here",
                 "a place in a club is given by lot. You can ask that a person looks at it",
                 "It is kept safe there in this way: the law there is as strict as here.", "Article 15",
                 "put it right, to delete it or to lock it", "the ICO"});
    expect_said(words_of("pack_why-grown-bare"), {"We have not noted that we gave any of it to others",
                                                  "The day is not set yet", "People decide"});
}

// Art 16, 17, 18, 21; DPA 2018 s164A; Art 77; Art 79, DPA 2018 s167 and s168.
TEST(PackForms, SayEveryRight) {
    for (const char* name : {"pack_rights-young", "pack_rights-grown", "pack_rights-for-another"})
        expect_said(words_of(name),
                    {"Article 16", "Article 17", "Article 18", "Article 21", "section 164A", "Within 30 days",
                     "0303 123 1113", "ico.org.uk", "Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF",
                     "A court", "Article 79", "167", "01632 960 999", "Please say this number: A1."});
}

TEST(PackForms, SayHowItLooksAndHowToSayNo) {
    const std::string words = words_of("pack_kept_back-young");
    expect_said(words, {"like this: [foster carer 1, note 4]", "tell us the number",
                        "Another person then looks at it, not the one who decided", "On 1 June 2027 we look",
                        "For some we cannot say why", "ICO or to a court"});
    expect_said(words_of("pack_kept_back-young-nothing"), {"Nothing was kept back"});
    expect_unsaid(words_of("pack_kept_back-young-nothing"), {"in a frame", "tell us the number"});
}

TEST(PackForms, TellWhatIsHereAndWhatIsNot) {
    expect_said(words_of("pack_here-grown"),
                {"• Mosaic, on 30 November 2026: 247 things", "• Old e-mail, on 3 December 2026\n",
                 "Zoë Quill, Zoe Lark, P17", "• 214 notes", "from 3 May 2009 to 9 June 2014", "• 1 film",
                 "In 9 parts some words are kept back", "We kept back 4 parts whole",
                 "The names of 5 people are kept back", "• The letters of a doctor, by 14 January 2027",
                 "were destroyed on 4 May 2019", "• A file of 4 May 2012"});
    expect_said(words_of("pack_here-grown-bare"), {"Nothing. You see all that we found."});
    expect_unsaid(words_of("pack_here-grown-bare"), {"should be here", "still to come", "could not read"});
    expect_unsaid(words_of("pack_here-grown-all-kept"), {"You see all"});
}

// Nobody is named to talk to whom the trust has not named.
TEST(PackForms, NameOnlyWhomTheTrustNames) {
    expect_said(words_of("pack_reading-young"),
                {"Ada Lark at Brightwell Children's Trust", "• Childline: 0800 1111 (if you are under 19)",
                 "• Samaritans: 116 123\n", "Your personal adviser can read it with you."});
    expect_unsaid(words_of("pack_reading-young-bare"), {"Childline", "Samaritans", "Ada Lark", "adviser"});
    expect_unsaid(every_word_of(pack_form::rights), {"Childline", "Samaritans"});
}

TEST(PackForms, SpeakToWhoeverReads) {
    for (const SamplePackLetter& sample : sample_pack_letters()) {
        SCOPED_TRACE(sample.name);
        const std::string words = words_of(sample);
        if (sample.values.lists.contains("THEIRS"))
            expect_unsaid(words, {"record about you", "about your life", "your own life", "not your fault",
                                  "Your record"});
        if (sample.form != pack_form::reading && sample.form != pack_form::rights) continue;
        EXPECT_EQ(words.find("on your side") != std::string::npos, sample.values.lists.contains("YOUNG"));
    }
}

TEST(PackForms, TellWhoeverFindsItThatItIsNotTheirs) {
    for (const SamplePackLetter& sample : sample_pack_letters())
        if (sample.form == pack_form::letter)
            expect_said(words_of(sample),
                        {"If that is not you, please do not read on.", "Its number is A1."});
    expect_said(words_of("pack_letter-grown-FIRST_PART"),
                {"Here is the first part of it.", "It is for Zoë Quill.", "in 3 books. This is book 1.",
                 "You get it by 14 January 2027", "You have had a copy before"});
}

}  // namespace
}  // namespace casekeeper::test

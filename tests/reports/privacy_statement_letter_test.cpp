// SPDX-License-Identifier: MIT
//
// The privacy statement as it is read: every mark of its texts is filled, nothing stands over nothing, a child
// of twelve reads theirs, the full one has all that UK GDPR Art 13 and 14 want, and a browser has nothing
// against either.
#include "reports/privacy_statement_letter.h"

#include <gtest/gtest.h>

#include <set>

#include "base/readability.h"
#include "output/html_page.h"
#include "support/browser.h"
#include "support/letter_checks.h"
#include "support/statement_world.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

struct Sample {
    std::string name;
    PrivacyStatement statement;
};

// A person with records in every state, and one without any.
std::vector<DecidedRecord> records_of_every_kind() {
    std::vector<DecidedRecord> records = {
        decided("I1", "looked-after", "retain", "2086-05-14", "looked-after"),
        decided("I2", "child-in-need", "due", "2020-05-14", "child-in-need"),
        decided("I3", "universal-youth-service", "live"),
        decided("I4", "complaint-ca89", "permanent", "", "complaint-summary"),
        decided("I5", "early-help", "undetermined"),
        decided("I6", "youth-justice-order", "retain", "2030-01-02", "youth-justice")};
    records[2].closed.reset();
    records[5].minimise_on = "2027-01-02";
    records[5].transfer_on = "2028-01-02";
    return records;
}

StatementWorld bare_world() {
    return StatementWorld()
        .settings("where = \"on our own computers, in the United Kingdom\"", "")
        .settings("talk_to = [", "# talk_to = [");
}

StatementWorld full_world() {
    StatementWorld world;
    world.settings("# abroad = \"…\"", "abroad = \"A copy lies in Ireland, where the law is as strict.\"")
        .settings("# officer = \"Data protection officer, …\"", "officer = \"Ada Lark, 01632 960 999\"")
        .recipient(
            {{"school", "A school", {}, {"looked-after-services"}, {"public-task"}, "Education Act", true},
             ""})
        .recipient({{"health",
                     "A hospital",
                     {},
                     {"looked-after-services", "child-in-need-services", "universal-services",
                      "family-support", "child-protection"},
                     {"consent", "vital-interests"},
                     "NHS Act"},
                    ""});
    return world;
}

std::vector<Sample> samples_of(const StatementWorld& world, const std::string& name) {
    std::vector<Sample> samples;
    for (const Audience audience : {Audience::child, Audience::full}) {
        const std::string to = name + (audience == Audience::child ? "-child" : "-full");
        samples.push_back({to + "-all", world.about("", audience)});
        samples.push_back({to + "-person", world.of_zoe(records_of_every_kind(), audience)});
        samples.push_back({to + "-person-bare", world.of_zoe({}, audience)});
        for (const Service& service : world.services().services())
            samples.push_back({to + "-" + service.id, world.about(service.id, audience)});
    }
    return samples;
}

template <typename Use>
void each_sample(const Use& use) {
    for (const auto& [world, name] : {std::pair(bare_world(), "bare"), std::pair(full_world(), "full"),
                                      std::pair(StatementWorld().with_recipients(), "shipped")})
        for (const Sample& sample : samples_of(world, name)) {
            SCOPED_TRACE(sample.name);
            use(world, sample.statement);
        }
}

TEST(PrivacyStatementLetter, FillsEveryMarkOfItsTexts) {
    std::set<std::string> filled;
    each_sample([&](const StatementWorld& world, const PrivacyStatement& statement) {
        add_names(values_of(statement, world.sources()), filled);
    });
    std::set<std::string> marks;
    for (const LetterForm& form : notice_forms())
        marks.merge(
            marks_of(bytes_of(std::string(CASEKEEPER_SOURCE) + "/config/letters/" + form.name + ".txt")));
    EXPECT_GT(marks.size(), 50U);
    EXPECT_EQ(marks, notice_forms().front().known);
    for (const std::string& mark : marks) EXPECT_TRUE(filled.contains(mark)) << mark;
    for (const std::string& name : filled) EXPECT_TRUE(marks.contains(name)) << name;
}

TEST(PrivacyStatementLetter, LeavesNoMarkAndNoEmptySection) {
    each_sample([&](const StatementWorld& world, const PrivacyStatement& statement) {
        const Page page = world.page(statement);
        EXPECT_FALSE(page.title.empty());
        expect_unsaid(world.words(statement), {"{{", "}}", "()", " .", " ,", "“”", "  ", "..", ": \n", " : ",
                                               " 0 ", "1 years", "1 months", ".:"});
        for (std::size_t at = 0; at < page.sections.size(); ++at) {
            const bool has_lower = at + 1 < page.sections.size() && page.sections[at + 1].level == 3;
            EXPECT_TRUE(!page.sections[at].blocks.empty() || has_lower) << page.sections[at].title;
        }
    });
}

// The law has a child be told in words that a child understands: UK GDPR Art 12(1).
TEST(PrivacyStatementLetter, ForAChildReadsAtTwelve) {
    each_sample([&](const StatementWorld& world, const PrivacyStatement& statement) {
        if (statement.audience != Audience::child) return;
        const Readability reads = readability_of(world.words(statement));
        EXPECT_LE(reads.reading_age(), 12);
        EXPECT_GT(reads.words, 300);
        EXPECT_LT(reads.words, !statement.person && !statement.service ? 5000 : 2200);
    });
}

TEST(PrivacyStatementLetter, InFullStaysPlain) {
    each_sample([&](const StatementWorld& world, const PrivacyStatement& statement) {
        EXPECT_LE(readability_of(world.words(statement)).reading_age(), 16);
    });
}

// UK GDPR Art 13(1)(a), (b) who and how to reach them; (c) purposes and basis; (e) recipients; (f) abroad; (2)(a)
// how long; (b) rights; (c) consent; (d) complaint; (e) must it be given; (f) automated decisions. Art 14(1)(d)
// categories; (2)(f) source. DPA 2018 s164A, s167.
TEST(PrivacyStatementLetter, InFullSaysWhatTheLawWantsToBeSaid) {
    const StatementWorld world = full_world();
    const std::vector<std::string> of_all = {
        "Example Children's Trust decides what is recorded and why. It is the controller",
        "Our data protection officer: Ada Lark, 01632 960 999",
        "What is recorded ",
        "Where it comes from",
        "What it is for, in law, and how long it is kept",
        "Article 9(2)(g) and (h)",
        "A copy lies in Ireland",
        "A hospital: if you agree or if somebody's life",
        "To see your record",
        "Article 15",
        "Article 16",
        "Article 17",
        "Article 18",
        "Article 21",
        "section 164A",
        "Article 77",
        "0303 123 1113",
        "Article 79",
        "If you do not give us information",
        "None is made about you by a computer alone"};
    for (const char* service : {"", "looked-after"}) expect_said(world.text(service, Audience::full), of_all);
    expect_said(world.text("mentoring", Audience::full),
                {"To take back your consent", "Article 6(1)(a)", "we can, once we have told you"});
    expect_unsaid(world.text("looked-after", Audience::full), {"To take back your consent"});
}

// Whom a child can talk to, and that nothing gets worse by asking.
TEST(PrivacyStatementLetter, ForAChildSaysWhomToTalkTo) {
    expect_said(full_world().text("", Audience::child),
                {"parents or carers, if that is right for you", "an advocate", "Childline", "0303 123 1113",
                 "Nothing gets worse for you because you ask"});
    expect_unsaid(bare_world().text("", Audience::child), {"Childline"});
    expect_said(bare_world().text("", Audience::child), {"on our own computers, in the United Kingdom"});
}

TEST(PrivacyStatementLetter, HasAListOfItsPartsWhereItIsLong) {
    const StatementWorld world;
    EXPECT_TRUE(world.page(world.about("", Audience::full)).has_contents);
    EXPECT_FALSE(world.page(world.about("looked-after", Audience::full)).has_contents);
}

TEST(PrivacyStatementLetter, BreaksNoRuleOfAccessibility) {
    if (const std::string lacking = what_a_browser_lacks(); !lacking.empty()) GTEST_SKIP() << lacking;
    const StatementWorld world = full_world();
    for (const Audience audience : {Audience::child, Audience::full})
        for (const PrivacyStatement& statement :
             {world.about("", audience), world.about("looked-after", audience),
              world.of_zoe(records_of_every_kind(), audience)})
            for (const int width : {1200, 360})
                EXPECT_EQ(breaches_in_browser(html_of(world.page(statement)), width), "") << width;
}

}  // namespace
}  // namespace casekeeper::test

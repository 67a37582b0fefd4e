// SPDX-License-Identifier: MIT
//
// The statement says what the rules say: it changes when they do, and when nothing that it tells of changes it
// is the same bytes; of a person it says what was decided, and nothing that they may not be told.
#include "reports/privacy_statement.h"

#include <gtest/gtest.h>

#include "support/letter_checks.h"
#include "support/statement_world.h"

namespace casekeeper::test {
namespace {

constexpr Audience both[] = {Audience::child, Audience::full};

TEST(PrivacyStatement, TellsAnEditedPeriod) {
    for (const Audience audience : both) {
        StatementWorld world;
        const std::string before = world.text("looked-after", audience);
        expect_said(before, {"At least until your 75th birthday"});
        world.schedule("until = \"birth + 75y\"", "until = \"birth + 80y\"");
        const std::string after = world.text("looked-after", audience);
        expect_said(after, {"At least until your 80th birthday"});
        expect_unsaid(after, {"75th birthday"});
        // And in that about every service.
        expect_said(world.text("", audience), {"At least until your 80th birthday"});
    }
}

// What each part of the configuration says can be read in it, after an edit otherwise.
TEST(PrivacyStatement, TellsWhateverIsEdited) {
    const auto full = [](const StatementWorld& world) {
        return world.text("youth-justice-order", Audience::full);
    };
    const std::string before = full(StatementWorld());
    struct Edit {
        const char* name;
        StatementWorld edited;
        std::vector<std::string> said;
    };
    const std::vector<Edit> edits = {
        {"a condition",
         StatementWorld().schedule("if = \"offence = sexual\"", "if = \"offence = grave\""),
         {"If “offence” is noted as “grave”: until the day the time on the register ended or 5 years after"}},
        {"an action",
         StatementWorld().schedule("until = \"order-ended + 5y\"\n",
                                   "until = \"order-ended + 5y\"\naction = \"review\"\n"),
         {"until 5 years after the order ended. Then a person looks at it"}},
        {"what stays",
         StatementWorld().schedule("\"date_of_birth\", \"order\", \"outcome\"", "\"order\""),
         {"only this stays in it: name and order"}},
        {"an authority",
         StatementWorld().schedule("local policy: 5 years after the order ends, as Darlington",
                                   "local policy: five years"),
         {"This is our own rule: five years."}},
        {"approvals",
         StatementWorld().schedule("until = \"order-ended + 5y\"\n",
                                   "until = \"order-ended + 5y\"\napprovals = 3\n"),
         {"3 people have to agree before it goes."}},
        {"how long requests hold",
         StatementWorld().schedule("\"6m\"       # a request", "\"9m\"       # a request"),
         {"9 months after the answer"}},
        {"the version",
         StatementWorld().schedule("version = \"2026-11\"", "version = \"2027-01\""),
         {"version 2027-01"}},
        {"a title",
         StatementWorld().catalogue("Court order, referral order or statutory caution work",
                                    "Work with the courts"),
         {"Privacy statement – Work with the courts"}},
        {"a purpose",
         StatementWorld().catalogue("to do what a court or the police decided", "to keep order"),
         {"To keep order, and to keep a young person out of trouble"}},
        {"a law",
         StatementWorld().catalogue("Crime and Disorder Act 1998 s38-39; Sentencing Code",
                                    "Sentencing Act 2020"),
         {"The law gives us this duty (Sentencing Act 2020)"}},
        {"a release rule",
         StatementWorld().release("To show you this part could make it hard to stop a crime",
                                  "To show you this part could help a crime"),
         {"To show you this part could help a crime"}},
        {"whom it has asked",
         StatementWorld().release("consult = \"the police, or whoever else it came from\"",
                                  "consult = \"the chief constable\""),
         {"the chief constable. About: Crime and tax (DPA 2018 Sch 2 para 2)."}},
        {"the trust",
         StatementWorld().settings("name = \"Example Children's Trust\"", "name = \"Lark Trust\""),
         {"Lark Trust decides what is recorded"}},
        {"where it lies",
         StatementWorld().settings("where = \"on our own computers, in the United Kingdom\"",
                                   "where = \"in a cellar\""),
         {"We keep it in a cellar."}},
        {"the officer",
         StatementWorld().settings("# officer = \"Data protection officer, …\"", "officer = \"Ada Lark\""),
         {"Our data protection officer: Ada Lark"}},
        {"back-ups",
         StatementWorld().settings("backup_months = 12", "backup_months = 3"),
         {"overwritten 3 months after that"}},
        {"what goes abroad",
         StatementWorld().settings("# abroad = \"…\"", "abroad = \"A copy lies in Ireland.\""),
         {"A copy lies in Ireland."}},
        {"recipients",
         StatementWorld().recipient({{"court", "A court", {}, {}, {"legal-obligation"}, "Courts Act"}, ""}),
         {"A court: if the law says that we must (Courts Act)."}},
    };
    for (const Edit& edit : edits) {
        SCOPED_TRACE(edit.name);
        const std::string after = full(edit.edited);
        EXPECT_NE(after, before);
        expect_said(after, edit.said);
    }
}

TEST(PrivacyStatement, IsTheSameWhereNothingItTellsOfIsEdited) {
    for (const Audience audience : both)
        for (const char* service : {"", "looked-after"}) {
            const std::string before = StatementWorld().text(service, audience);
            EXPECT_EQ(StatementWorld().text(service, audience), before);
            EXPECT_EQ(
                StatementWorld().schedule("# ---- Adoption", "# ---- A comment").text(service, audience),
                before);
            EXPECT_EQ(StatementWorld()
                          .settings("volume_pages = 1000", "volume_pages = 500")
                          .text(service, audience),
                      before);
            EXPECT_EQ(
                StatementWorld().settings("most_a_night = 1000", "most_a_night = 10").text(service, audience),
                before);
            EXPECT_EQ(StatementWorld().release("# ── Other people ──", "# Others").text(service, audience),
                      before);
        }
    // Of one service: what another's rule says does not matter.
    const std::string before = StatementWorld().text("mentoring", Audience::full);
    EXPECT_EQ(StatementWorld()
                  .schedule("until = \"birth + 31y\"", "until = \"birth + 32y\"")
                  .text("mentoring", Audience::full),
              before);
}

// A new service is told of without anybody writing it anywhere else.
TEST(PrivacyStatement, TellsOfANewService) {
    StatementWorld world;
    world.catalogue(
        "[[service]]\nid = \"mentoring\"",
        "[[service]]\nid = \"kites\"\ntitle = \"Kite club\"\nclass = \"voluntary\"\nauthority = \"by "
        "consent\"\nfile = \"universal\"\ngroups = [\"universal-services\"]\n\n[[service]]\nid = "
        "\"mentoring\"");
    for (const Audience audience : both)
        expect_said(world.text("", audience), {"Kite club – to give this help"});
}

TEST(PrivacyStatement, HasEveryServiceOnceAndEveryRuleThatCanApply) {
    const StatementWorld world;
    const PrivacyStatement all = world.about("", Audience::full);
    std::vector<int> services;
    std::set<std::string> rules;
    for (const StatedPart& part : all.parts) {
        services.insert(services.end(), part.services.begin(), part.services.end());
        EXPECT_FALSE(part.rules.empty());
        for (const KeepingWords& rule : part.rules) rules.insert(rule.rule);
    }
    std::sort(services.begin(), services.end());
    EXPECT_EQ(services.size(), world.services().services().size());
    EXPECT_EQ(std::adjacent_find(services.begin(), services.end()), services.end());
    for (const Rule& rule : world.sources().schedule.rules)
        EXPECT_EQ(rules.contains(rule.id), rule.id != "anything-else" || rules.contains("anything-else"))
            << rule.id;
    EXPECT_GT(rules.size(), 30U);
    EXPECT_TRUE(all.statutory && all.duty && all.voluntary);
}

// A child's statement says nothing of death; that in full does.
TEST(PrivacyStatement, SparesAChildWhatIsForTheDead) {
    const StatementWorld world;
    expect_unsaid(world.text("", Audience::child), {"the person died", "died before"});
    expect_said(
        world.text("looked-after", Audience::full),
        {"If the person died before their 18th birthday: at least until 15 years after the person died"});
}

TEST(PrivacyStatement, TellsWhatReachesAServiceFromOthers) {
    const StatementWorld world;
    expect_said(
        world.text("early-help", Audience::full),
        {"Looked-after child's case record – At least until your 75th birthday. The law says so: Care "
         "Planning, Placement and Case Review (England) Regulations 2010, reg 50."});
    expect_said(world.text("early-help", Audience::child),
                {"Looked-after child's case record – At least until your 75th birthday."});
    for (const KeepingWords& rule : world.about("early-help", Audience::full).longer)
        EXPECT_NE(rule.rule, "ehc-plan");  // of another file
}

TEST(PrivacyStatement, TellsARecipientOnlyForItsServices) {
    StatementWorld world;
    world.recipient({{"school", "A school", {}, {"mentoring"}, {"consent"}, "Education Act", true}, ""});
    expect_said(world.text("mentoring", Audience::child), {"A school: if you agree. We ask you first."});
    expect_unsaid(world.text("looked-after", Audience::child), {"A school"});
    expect_said(world.text("looked-after", Audience::child), {"The others can be your school, a doctor"});
    expect_said(world.text("", Audience::full),
                {"A school: if you agree (Education Act). Only if you agree. Only for: Youth mentoring."});
    world.recipient({{"most", "Most", {}, {"*"}, {"consent"}, ""}, ""});
    expect_unsaid(world.text("", Audience::full), {"Not for:"});
}

TEST(PrivacyStatement, TellsTheRecipientsOfTheReleaseRulesAsTheyStand) {
    const std::string before = StatementWorld().with_recipients().text("looked-after", Audience::child);
    expect_said(before,
                {"A school, college or nursery: if our work for children needs it, if the law says that we "
                 "must, if somebody's life or health is in danger or if you agree."});
    const std::string after =
        StatementWorld()
            .release("title = \"A school, college or nursery\"", "title = \"A teacher\"")
            .with_recipients()
            .text("looked-after", Audience::child);
    expect_said(after, {"A teacher: if our work"});
    expect_unsaid(after, {"A school, college or nursery"});
    expect_unsaid(StatementWorld().with_recipients().text("newsletter-contact", Audience::child),
                  {"A school, college or nursery"});
}

// ── Of a person ──

TEST(PrivacyStatement, TellsAPersonTheirDaysAndWhy) {
    const StatementWorld world;
    const std::vector<DecidedRecord> records = {
        decided("I1", "looked-after", "retain", "2086-05-14", "looked-after"),
        decided("I2", "universal-youth-service", "live")};
    expect_said(
        world.text(world.of_zoe(records, Audience::child)),
        {"What we keep about you", "26 November 2026", "Dear Zoë",
         "Looked-after child: care plan and reviews, from 4 March 2019 to 30 June 2021. We keep it until "
         "14 May 2086. This is because of the rule “Looked-after child's case record”: at least until "
         "your 75th birthday.",
         "Open-access youth club, from 4 March 2019 to 30 June 2021. We are still working on this"});
    expect_said(
        world.text(world.of_zoe(records, Audience::full)),
        {"Kept until 14 May 2086. This is because of the rule “Looked-after child's case record”: at least "
         "until your 75th birthday. The law says so: Care Planning, Placement and Case Review (England) "
         "Regulations 2010, reg 50. Then it is destroyed"});
}

// A hold, an inquiry, help to a relative or an appointment with the shredder: the person reads the same.
TEST(PrivacyStatement, TellsWhatIsOverItsDayInOneWay) {
    const StatementWorld world;
    std::set<std::string> texts;
    for (const char* outcome : {"due", "review", "held", "retain"})
        texts.insert(world.text(world.of_zoe(
            {decided("I1", "child-in-need", outcome, "2020-05-14", "child-in-need")}, Audience::full)));
    ASSERT_EQ(texts.size(), 1U);
    expect_said(*texts.begin(),
                {"Its time was up on 14 May 2020. It may still be needed, so it is looked at"});
}

TEST(PrivacyStatement, TellsWhatHasNoDay) {
    const StatementWorld world;
    const std::string text =
        world.text(world.of_zoe({decided("I1", "complaint-ca89", "permanent", "", "complaint-summary"),
                                 decided("I2", "child-in-need", "undetermined")},
                                Audience::full));
    expect_said(text,
                {"Kept for good. This is because of the rule “Children's complaints: management summary”",
                 "No day is set yet"});
}

TEST(PrivacyStatement, TellsWhatAPersonDecidedAndWhatIsKeptOfIt) {
    const StatementWorld world;
    DecidedRecord kept = decided("I1", "youth-justice-order", "retain", "2030-01-02", "youth-justice");
    kept.kept_by_a_person = true;
    kept.minimise_on = "2027-01-02";
    const auto text = [&](const DecidedRecord& one) {
        return world.text(world.of_zoe({one}, Audience::child));
    };
    expect_said(text(kept),
                {"until 2 January 2030. Somebody looked at it, and decided to keep it until then.",
                 "From 2 January 2027 on we keep less of it."});
    kept.is_reduced = true;
    expect_unsaid(text(kept), {"we keep less of it"});
}

// The release rules have a person decide whether they may be told: DPA 2018 Sch 4 para 3, Sch 2 para 2.
TEST(PrivacyStatement, NamesNoServiceThatAReleaseRuleKeepsBackOrWeighs) {
    const StatementWorld world;
    const std::vector<DecidedRecord> records = {
        decided("I1", "adoption-placement", "retain", "2126-01-02", "adoption-order"),
        decided("I2", "prevent-channel", "retain", "2056-01-02", "general-social-care"),
        decided("I3", "mappa", "retain", "2056-01-02", "public-protection"),
        decided("I4", "child-in-need", "retain", "2126-01-02", "adopted-child-earlier-record")};
    for (const Audience audience : both) {
        const PrivacyStatement statement = world.of_zoe(records, audience);
        ASSERT_EQ(statement.person->records.size(), 1U);
        EXPECT_EQ(statement.person->not_named, 3);
        const std::string text = world.text(statement);
        expect_unsaid(text, {"Placement for adoption", "Channel", "public protection arrangements",
                             "adopted child", "an order was made"});
        // Nor by the rule that keeps what may be told.
        expect_said(text, {"2 January 2126. It goes together with other parts of your record"});
        expect_said(text, {"There may be more."});
    }
}

// Whatever the rules say: of one that a person kept back nothing is told, of another of the same service it is.
TEST(PrivacyStatement, NamesNoInvolvementThatAPersonKeptBack) {
    const StatementWorld world;
    std::vector<DecidedRecord> records = {decided("I1", "mentoring", "retain", "2056-01-02", "mentoring"),
                                          decided("I2", "child-in-need", "live")};
    records[0].is_kept_back = true;
    const PrivacyStatement statement = world.of_zoe(records, Audience::full);
    ASSERT_EQ(statement.person->records.size(), 1U);
    EXPECT_EQ(statement.person->not_named, 1);
    expect_unsaid(world.text(statement), {"entoring"});
    records.push_back(decided("I3", "mentoring", "live"));
    EXPECT_EQ(world.of_zoe(records, Audience::full).person->records.size(), 2U);
}

TEST(PrivacyStatement, OfAPersonWithoutRecordsSaysSo) {
    const StatementWorld world;
    for (const Audience audience : both) {
        const std::string text = world.text(world.of_zoe({}, audience));
        expect_said(text, {"There may be more."});
        expect_unsaid(text, {"How long we keep it:", "How long it is kept:"});
    }
}

}  // namespace
}  // namespace casekeeper::test

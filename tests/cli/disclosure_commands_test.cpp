// SPDX-License-Identifier: MIT
//
// The disclosure log as a practitioner writes it and others read it.
#include "support/disclosure_world.h"

namespace casekeeper::test {
namespace {

class DisclosureCommandsTest : public DisclosureWorld {
protected:
    Said complete(const std::string& id, const Words& more) const {
        return as("petra", with({"disclosure", "complete", id}, more));
    }
    std::string shown(const std::string& id) const {
        return done("ada", {"disclosure", "show", id, "--format", "json"}).out;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisclosureCommandsTest);

constexpr const char* fields =
    "id person decided_on outcome recipient information reasons risk_assessment authorised_by lawful_basis "
    "consent "
    "method involvement recipient_kind consent_on conditions receipt items caveats overrides override_reason "
    "told";

TEST_P(DisclosureCommandsTest, RecordsAndListsWhatWasShared) {
    const Said said = share({"--conditions", "for the enquiry only", "--id", "S-1"});
    EXPECT_EQ(said.code, 0) << said;
    const Words lines = lines_of(listed());
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(keys_of(lines[0]), fields);
    EXPECT_EQ(word_at(lines[0], "id"), "S-1");
    EXPECT_EQ(word_at(lines[0], "recipient_kind"), "police");
    EXPECT_EQ(word_at(lines[0], "decided_on"), "2026-11-23");
    EXPECT_EQ(word_at(lines[0], "conditions"), "for the enquiry only");
    EXPECT_EQ(lines_of(done("ada", {"disclosure", "list"}).out)[0],
              "S-1\t2026-11-23\tshared\tperson:P1\tNetherby Police (police)");
}

TEST_P(DisclosureCommandsTest, LeavesALineOfCodesInTheRegister) {
    share({"--id", "S-1"});
    const std::string line = last_line();
    EXPECT_EQ(word_at(line, "kind"), "disclosure-recorded");
    EXPECT_TRUE(has(line, R"("outcome":"shared","recipient_kind":"police","basis":"public-task"})")) << line;
    for (const char* words : {"Netherby", "Okonjo", "enquiry", "P1", "S-1"})
        EXPECT_FALSE(has(line, words)) << words;
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

TEST_P(DisclosureCommandsTest, RecordsADecisionNotToShareOfAnybody) {
    const Said said = as("petra", {"disclosure", "record", "--person", "P1", "--outcome", "not-shared",
                                   "--recipient", "The Evening Post", "--information", "her name",
                                   "--reasons", "nobody needs it", "--authorised-by", "Grace Okonjo"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(word_at(listed({"--outcome", "not-shared"}), "recipient"), "The Evening Post");
    for (const char* option : {"--reasons", "--authorised-by"}) {
        Words words = {"disclosure", "record", "--person", "P1", "--outcome", "not-shared"};
        if (option != std::string("--reasons")) words = with(words, {"--reasons", "no need"});
        if (option != std::string("--authorised-by")) words = with(words, {"--authorised-by", "G"});
        EXPECT_TRUE(has(expect_no("petra", words, {64}).err, option)) << option;
    }
}

// Real life: it is recorded, and is a finding until all is said.
TEST_P(DisclosureCommandsTest, RecordsOneThatLacksSomethingAndSaysHowToCompleteIt) {
    const Said said = share({"--id", "S-1", "--risk-assessment", "", "--method", ""});
    EXPECT_EQ(said.code, 1) << said;
    EXPECT_TRUE(has(said.err, "casekeeper disclosure complete S-1 --risk-assessment TEXT --method TEXT"))
        << said;
    EXPECT_TRUE(has(said.out, "missing: the evidence of the risk assessment, how it was sent")) << said;
    EXPECT_TRUE(has(last_line(), R"("missing":2)"));
    share({"--id", "S-2"});
    EXPECT_EQ(lines_of(listed({"--incomplete"})).size(), 1U);
    EXPECT_TRUE(
        has(done("ada", {"disclosure", "list", "--incomplete"}).out, "missing: risk-assessment, method"));

    EXPECT_EQ(complete("S-1", {"--method", "by hand"}).code, 1);
    EXPECT_EQ(complete("S-1", {"--risk-assessment", "low"}).code, 0);
    EXPECT_EQ(listed({"--incomplete"}), "");
    EXPECT_EQ(word_at(last_line(), "kind"), "disclosure-completed");
}

// A reader takes its time, and nobody else may write while a unit of work is open: documents are read ahead of it.
TEST_P(DisclosureCommandsTest, ReadsDocumentsBeforeItWrites) {
    folder.write("bundle/a.txt", "a letter");
    load({R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})"});
    const auto kept = [&] { return sql_value("select cast(count(*) as text) from document_words"); };
    as("petra", with(sharing({"--items", "document:D1"}), {"--check-only"}));
    EXPECT_EQ(kept(), "0") << "whoever only looks keeps nothing";
    EXPECT_EQ(share({"--items", "document:D1"}).code, 0);
    EXPECT_EQ(kept(), "1");
}

TEST_P(DisclosureCommandsTest, NeverRewritesWhatWasSaid) {
    share({"--id", "S-1", "--method", ""});
    const Said said = expect_no(
        "petra", {"disclosure", "complete", "S-1", "--reasons", "another", "--method", "post"}, {77});
    EXPECT_TRUE(is_error(said, 77, "says already: reasons", "casekeeper disclosure show S-1"));
    EXPECT_TRUE(
        is_error(complete("S-1", {}), 64, "nothing is added to disclosure S-1", "disclosure show S-1"));
    EXPECT_TRUE(
        is_error(complete("S-9", {"--method", "post"}), 65, "no disclosure \"S-9\"", "disclosure list"));
    EXPECT_TRUE(is_error(share({"--id", "S-1"}), 65, "a disclosure S-1 already", "leave --id out"));
}

// What was missing may be what would have stopped it.
TEST_P(DisclosureCommandsTest, AsksTheSameWhenSomethingIsAdded) {
    EXPECT_EQ(share({"--id", "S-1", "--recipient", "Fern Lane School", "--lawful-basis", ""}).code, 1);
    EXPECT_TRUE(
        is_error(expect_no("petra", {"disclosure", "complete", "S-1", "--lawful-basis", "consent"}, {77}), 77,
                 "it is not said that consent was given", "--consent given"));
    EXPECT_EQ(complete("S-1", {"--lawful-basis", "public-task"}).code, 0);
}

// Of what a load brought in words of its own, what is missing can be added all the same.
TEST_P(DisclosureCommandsTest, CompletesWhatALoadBrought) {
    load(
        {R"({"type":"disclosure","id":"X1","person":"P1","decided_on":"2021-03-04","outcome":"shared","recipient":"Imran","information":"i","reasons":"r","consent":"Zofia agreed","lawful_basis":"Children Act","risk_assessment":"low","method":"post"})"});
    EXPECT_EQ(word_at(listed({"--incomplete"}), "id"), "X1");
    EXPECT_EQ(complete("X1", {"--authorised-by", "Grace Okonjo"}).code, 0);
    EXPECT_EQ(listed({"--incomplete"}), "");
    load(
        {R"({"type":"disclosure","id":"X1","person":"P1","decided_on":"2021-03-04","outcome":"shared","recipient":"Imran","information":"i","reasons":"r","consent":"Zofia agreed","lawful_basis":"Children Act","risk_assessment":"low","method":"post"})"});
    EXPECT_EQ(listed({"--incomplete"}), "") << "no load takes away what was added here";
}

TEST_P(DisclosureCommandsTest, FindsByPersonRecipientAndDay) {
    share({"--id", "S-1"});
    share({"--id", "S-2", "--recipient", "Fern Lane School", "--on", "2026-11-01"});
    EXPECT_EQ(lines_of(listed({"--person", "P1"})).size(), 2U);
    EXPECT_EQ(listed({"--person", "P9"}), "");
    EXPECT_EQ(word_at(listed({"--to", "school"}), "id"), "S-2");
    EXPECT_EQ(word_at(listed({"--to", "netherby police"}), "id"), "S-1");
    EXPECT_EQ(word_at(listed({"--since", "2026-11-02"}), "id"), "S-1");
    EXPECT_TRUE(is_error(as("ada", {"disclosure", "list", "--person", "P7"}), 65, "no person \"P7\"", ""));
    EXPECT_TRUE(
        is_error(as("ada", {"disclosure", "list", "--outcome", "lost"}), 64, "\"lost\" is no outcome", ""));
}

TEST_P(DisclosureCommandsTest, AsksForTheRoleOfEach) {
    for (const char* nobody : {"rita", "ada", "oscar"})
        EXPECT_TRUE(is_error(expect_no(nobody, sharing({}), {77}), 77, "may not record disclosures",
                             "practitioner or dpo"));
    EXPECT_EQ(as("dana", sharing({"--id", "S-1"})).code, 0);
    EXPECT_EQ(as("ada", {"disclosure", "list"}).code, 0);
    expect_no("ada", {"disclosure", "complete", "S-1", "--receipt", "x"}, {77});
    expect_no("ada", {"disclosure", "told", "S-1", "--of", "correction"}, {77});
}

TEST_P(DisclosureCommandsTest, SaysWhatIsWrong) {
    const auto wrong = [&](const Words& more, int code, const std::string& what, const std::string& hint) {
        EXPECT_TRUE(is_error(expect_no("petra", sharing(more), {code}), code, what, hint)) << joined(more);
    };
    wrong({"--outcome", "lost"}, 64, "\"lost\" is no outcome", "--outcome shared");
    wrong({"--lawful-basis", "because"}, 64, "none of the bases of UK GDPR Art 6(1)", "public-task");
    wrong({"--consent", "perhaps"}, 64, "--consent says neither", "not-asked: WHY");
    wrong({"--recipient-kind", "polise"}, 64, "\"polise\" is no kind of recipient: did you mean \"police\"?",
          "release_rules.toml");
    wrong({"--on", "2026-11-24"}, 65, "--on 2026-11-24 is still to come", "2026-11-23");
    wrong({"--consent", "given", "--consent-on", "2027-01-01"}, 65,
          "--consent-on 2027-01-01 is still to come", "");
    wrong({"--involvement", "I7"}, 65, "no involvement \"I7\"", "casekeeper explain P1");
    wrong({"--involvement", "I9"}, 65, "involvement I9 is in another person's record", "one for each");
    wrong({"--items", "entry:E9", "--involvement", ""}, 65, "entry:E9 is in another person's record",
          "one for each");
    wrong({"--items", "entry:E5"}, 65, "entry:E5 does not lie in involvement I1", "--involvement");
    wrong({"--items", "E1"}, 64, "\"E1\" names no involvement, entry or document", "entry:E7");
    wrong({"--items", "entry:E77"}, 65, "there is no entry:E77", "casekeeper explain P1");
    wrong({"--recipient", "person:P77"}, 65, "there is no \"person:P77\"", "");
    wrong({"--despite-restriction", "whim"}, 64, "\"whim\" is no ground", "rights-of-another");
    wrong({"--serious-harm", "harm", "--authorised-by", ""}, 64, "says who authorised it",
          "--authorised-by NAME");
    wrong({"--id", std::string(65, 'x')}, 64, "is no id of a disclosure", "--id DL7");
}

TEST_P(DisclosureCommandsTest, ChecksWithoutRecording) {
    const std::string before = everything();
    const Said said = as("petra", with(sharing({}), {"--check-only"}));
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_TRUE(has(said.out, "nothing is in the way")) << said;
    EXPECT_TRUE(has(said.out,
                    "to be passed on with it: address 1: This address was written down on 3 May 2019 and has "
                    "not been checked since: 7 years and 6 months."))
        << said;
    EXPECT_EQ(as("petra", with(sharing({"--method", ""}), {"--check-only"})).code, 1);
    const Said stopped =
        as("petra", with(sharing({"--recipient", "The Evening Post"}), {"--check-only", "--format", "json"}));
    EXPECT_EQ(stopped.code, 77) << stopped;
    EXPECT_EQ(word_at(json_items_at(stopped.out, "stops").at(0), "code"), "recipient-unknown");
    EXPECT_EQ(everything(), before);
}

TEST_P(DisclosureCommandsTest, TellsOfAChangeOnce) {
    share({"--id", "S-1", "--on", "2026-11-01"});
    const Said said = as("petra", {"disclosure", "told", "S-1", "--of", "correction", "--on", "2026-11-20",
                                   "--how", "letter"});
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_TRUE(has(listed(), R"("told":[{"on":"2026-11-20","of":"correction","how":"letter"}])"))
        << listed();
    EXPECT_EQ(word_at(last_line(), "kind"), "disclosure-told");
    const auto wrong = [&](const Words& more, int code, const std::string& what) {
        EXPECT_TRUE(is_error(expect_no("petra", with({"disclosure", "told"}, more), {code}), code, what, ""));
    };
    wrong({"S-1", "--of", "gossip"}, 64, "\"gossip\" is nothing that a recipient is told of");
    wrong({"S-1", "--of", "dispute", "--on", "2026-10-31"}, 65, "cannot have been told on 2026-10-31");
    wrong({"S-1", "--of", "dispute", "--on", "2026-11-24"}, 65, "cannot have been told on 2026-11-24");
    wrong({"S-9", "--of", "dispute"}, 65, "no disclosure \"S-9\"");
}

TEST_P(DisclosureCommandsTest, IsInTheMorningReport) {
    share({"--id", "S-1", "--method", ""});
    share({"--id", "S-2", "--recipient", "The Evening Post", "--serious-harm", "she will be hurt tonight"});
    ASSERT_LE(run({"nightly"}).code, 1);
    const std::string report = run({"report"}).out;
    for (const char* words :
         {"Disclosures that do not say all they should", "S-1", "casekeeper disclosure list",
          "Shared to prevent serious harm", "S-2", "recipient-unknown"})
        EXPECT_TRUE(has(report, words)) << words << "\n" << report;
    EXPECT_FALSE(has(report, "hurt tonight"));
}

// Written out and read in again it is the same.
TEST_P(DisclosureCommandsTest, LeavesInAnExportAndComesBackTheSame) {
    share({"--id", "S-1", "--items", "entry:E1,entry:E3", "--consent", "given", "--consent-on", "2026-11-01",
           "--receipt", "read on 23 November"});
    as("petra", {"disclosure", "told", "S-1", "--of", "dispute", "--how", "letter"});
    share({"--id", "S-2", "--recipient", "The Evening Post", "--serious-harm", "she will be hurt"});
    ASSERT_EQ(run({"export", "bundle", folder.path("out"), "--reason", "move"}).code, 0);
    const std::string lines = bytes_of(folder.path("out/disclosure.jsonl"));
    EXPECT_EQ(lines_of(lines).size(), 2U);
    const std::string other = "sqlite:" + folder.path("other.db");
    const Words in = {"--config", folder.path("config"), "--store", other};
    ASSERT_EQ(run_bare(with(in, {"import", "bundle", folder.path("out")})).code, 0);
    ASSERT_EQ(run_bare(with(in, {"export", "bundle", folder.path("again"), "--reason", "move"})).code, 0);
    EXPECT_EQ(bytes_of(folder.path("again/disclosure.jsonl")), lines);
}

}  // namespace
}  // namespace casekeeper::test

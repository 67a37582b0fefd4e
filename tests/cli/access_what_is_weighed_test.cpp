// SPDX-License-Identifier: MIT
//
// Which parts a file has for whoever asks to see it, and what is proposed to be weighed of each.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessWhatIsWeighed : public AccessWorld {
protected:
    static std::string called(const std::string& id, const std::string& given, const std::string& more = "") {
        return R"({"type":"person","id":")" + id + R"(","family_name":"Smith","given_names":")" + given +
               R"(","date_of_birth":"2005-05-04")" + more + "}";
    }
    void has_rule(const std::string& condition) const {
        configure("release_rules.toml",
                  bytes_of(folder.path("config/release_rules.toml")) +
                      "\n[[rule]]\nid = \"of-the-trust\"\nparagraph = \"own\"\ntitle = \"Own\"\n"
                      "lifts = \"Art 15\"\ntest = \"It is so.\"\ndecided_by = \"the officer\"\n"
                      "plain = \"So it is.\"\nrecord = []\nproposal = \"weigh\"\n[[rule.when]]\n" +
                      condition + "\n");
    }
    // A person's request as far as the proposals.
    void reviewed(const Words& lines) const {
        load(lines);
        open_and_review("R1", "P1");
    }
    void reviewed_for_a_parent(const Words& lines) const {
        load(with(lines, {R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-11-02",)"
                          R"("requester":{"name":"Ruth Haverford","capacity":"parent",)"
                          R"("evidence":"birth certificate"}})"}));
        know("R1");
        find_competent("R1", "no", {"--best-interests", "the school needs it"});
        search("R1");
        review("R1");
    }
    std::string third_party(const std::string& item, const std::string& about) const {
        return word_at(row("R1", item, "third-party", today, about), "proposal");
    }
    // What a part may have that nobody proposes anything of: a decision of one's own can be made on it.
    bool is_part(const std::string& item) const {
        return as("dana",
                  {"access", "decide", "R1", item, "--rule", "planning", "--withhold", "--reason", "a plan"})
                   .code == 0;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessWhatIsWeighed);

// ── Names ──

// What a father said is not the son's own words because both have one name.
TEST_P(AccessWhatIsWeighed, ANamesakesWordsAreNotThePersonsOwn) {
    reviewed({called("P1", "John"), called("P2", "John"),
              relationship("P1", "father", R"(,"other":"P2","known_to_subject":true)"),
              involvement("I1", "P1", "child-in-need", "2018-09-01"),
              entry("E1", "I1", "told us of the debts",
                    R"(,"flags":["crime"],"provided_by":{"name":"John Smith"})"),
              entry("E2", "I1", "spoke of Jim", R"(,"mentions":[{"name":"John Smith"}])")});
    EXPECT_EQ(proposal("R1", "entry:E1", "crime"), "weigh");
    EXPECT_EQ(third_party("entry:E1", "name:John Smith (one of several)"), "weigh");
    EXPECT_EQ(third_party("entry:E2", "name:John Smith (one of several)"), "weigh");
    // The one who consents may not be the one who is meant.
    expect_no(
        "petra",
        {"access", "consent", "R1", "--of", "name:John Smith (one of several)", "--given", "2026-11-23"},
        {77}, today, true);
}

TEST_P(AccessWhatIsWeighed, TheirOwnWordsAreTheirsWhereNobodySharesTheName) {
    reviewed({called("P1", "John"), involvement("I1", "P1", "child-in-need", "2018-09-01"),
              entry("E1", "I1", "told us of the debts",
                    R"(,"flags":["crime"],"provided_by":{"name":"John Smith"})")});
    EXPECT_EQ(proposal("R1", "entry:E1", "crime"), "");
    EXPECT_FALSE(is_anything_about("R1", "name:"));
}

// ── Disclosures ──

TEST_P(AccessWhatIsWeighed, ADisclosureIsWeighedLikeAnyPart) {
    has_rule("kinds = [\"disclosure\"]");
    reviewed(
        with(plain_record("1"),
             {professional("SW", "Sara Rowan", "social-work"),
              R"({"type":"disclosure","id":"X1","person":"P1","decided_on":"2021-03-04","outcome":"shared",)"
              R"("recipient":"Jane Roe","authorised_by":"SW","information":"the plan"})"}));
    EXPECT_EQ(proposal("R1", "disclosure:X1", "of-the-trust"), "weigh");
    EXPECT_EQ(third_party("disclosure:X1", "name:Jane Roe"), "weigh");
    EXPECT_FALSE(is_anything_about("R1", "professional:SW")) << "in her work she is not hidden";
}

TEST_P(AccessWhatIsWeighed, ADisclosureIsOfTheServiceItWasMadeIn) {
    load({person("P1", "2018-05-04"), involvement("I1", "P1", "child-protection-plan", "2024-02-01"),
          R"({"type":"disclosure","id":"X1","person":"P1","decided_on":"2024-03-04","outcome":"shared",)"
          R"("involvement":"I1","information":"the plan"})",
          R"({"type":"disclosure","id":"X2","person":"P1","decided_on":"2024-03-04","outcome":"shared",)"
          R"("information":"the plan"})"});
    reviewed_for_a_parent({});
    EXPECT_EQ(proposal("R1", "disclosure:X1", "child-abuse-best-interests"), "withhold");
    EXPECT_EQ(proposal("R1", "disclosure:X2", "child-abuse-best-interests"), "");
}

// ── Documents ──

TEST_P(AccessWhatIsWeighed, ADocumentIsOfItsOwnKindAndOfItsEntrys) {
    has_rule("kinds = [\"document\"]\nproposal = \"withhold\"\n[[rule.when]]\nkinds = [\"letter-received\"]");
    folder.write("bundle/a.txt", "a");
    reviewed(with(plain_record("1"), {entry("E2", "I1", "wrote", "", "letter-received"),
                                      R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})",
                                      R"({"type":"document","id":"D2","entry":"E2","file":"a.txt"})"}));
    EXPECT_EQ(proposal("R1", "document:D1", "of-the-trust"), "withhold");
    EXPECT_EQ(proposal("R1", "entry:E1", "of-the-trust"), "");
    EXPECT_EQ(proposal("R1", "entry:E2", "of-the-trust"), "weigh");
    EXPECT_TRUE(has(word_at(row("R1", "document:D2", "of-the-trust"), "why"), "letter-received"));
}

// ── Involvements ──

TEST_P(AccessWhatIsWeighed, TheRowOfAnInvolvementIsAPart) {
    has_rule("kinds = [\"involvement\"]");
    reviewed({called("P1", "John"), called("P2", "Ann"),
              person("P3", "1981-02-02",
                     R"(,"contacts":[{"kind":"phone","value":"01632 960123","protected":true}])"),
              involvement(
                  "I1", "P1", "child-in-need", "2018-09-01", "2022-09-01",
                  R"(,"closure_reason":"moved; ring 01632 960123","roles":{"alleged-perpetrator":"P2"})")});
    EXPECT_EQ(proposal("R1", "involvement:I1", "of-the-trust"), "weigh");
    EXPECT_EQ(third_party("involvement:I1", "person:P2"), "weigh");
    EXPECT_EQ(word_at(row("R1", "involvement:I1", "protected-place"), "about"), "place:P3/contact/0");
}

TEST_P(AccessWhatIsWeighed, AnInvolvementIsInScopeOnTheDaysItWasOpen) {
    load({person("P1", "2005-05-04"), involvement("I1", "P1", "child-in-need", "2010-09-01", "2012-09-01"),
          involvement("I2", "P1", "child-in-need", "2014-09-01")});
    open("R1", "P1", {"--from", "2013-01-01", "--to", "2016-01-01"});
    know("R1");
    review("R1");
    EXPECT_FALSE(is_part("involvement:I1"));
    EXPECT_TRUE(is_part("involvement:I2"));
}

// At an erasure documents that lay in two records move under an entry of the product's own.
TEST_P(AccessWhatIsWeighed, ADocumentThatWasMovedIsAPartAndTheEntryThatHoldsItIsNone) {
    folder.write("bundle/a.txt", "\x89PNG\r\n\x1a\n a picture that is broken");
    reviewed(
        with(plain_record("1"), {entry("casekeeper-1", "I1", "Documents that lay in another record too.",
                                       R"(,"flags":["casekeeper"])", "note", "2026-11-01"),
                                 R"({"type":"document","id":"D1","entry":"casekeeper-1","file":"a.txt"})"}));
    EXPECT_EQ(proposal("R1", "document:D1", "unread"), "look") << shown("R1");
    EXPECT_FALSE(is_part("entry:casekeeper-1"));
}

// A document that lies in two people's records is about both, and the other is weighed.
TEST_P(AccessWhatIsWeighed, ADocumentOfAnothersThatLiesInTheRecordTooIsAPart) {
    folder.write("bundle/a.txt", "\x89PNG\r\n\x1a\n a picture that is broken");
    Words other = plain_record("2");
    other.front() = R"({"type":"person","id":"P2","family_name":"Ashdown","given_names":"Kit"})";
    reviewed(with(with(plain_record("1"), other),
                  {involvement("I3", "P1", "child-in-need", "2023-01-01"),
                   R"({"type":"entry","id":"E9","involvement":"I2","kind":"note",)"
                   R"("occurred_at":"2019-10-02T10:00:00","flags":["legal-advice"]})",
                   R"({"type":"document","id":"D1","entry":"E9","file":"a.txt","also_in":["I1","I3"]})"}));
    EXPECT_EQ(proposal("R1", "document:D1", "unread"), "look") << shown("R1");
    EXPECT_EQ(proposal("R1", "document:D1", "legal-privilege"), "withhold");
    EXPECT_FALSE(is_part("entry:E9"));
    EXPECT_EQ(third_party("document:D1", "person:P2"), "weigh")
        << "that it lay in their record too is theirs";
    complete("R1");
    EXPECT_EQ(sql("select item from access_part where item like 'document:%'"), Words{"document:D1"});
}

// DPA 2018 Sch 3 para 6: a letter of a health service is health data in whichever record a copy of it lies.
TEST_P(AccessWhatIsWeighed, ALetterOfAHealthServiceIsHealthDataWhereverItLies) {
    folder.write("bundle/a.txt", "a");
    reviewed(with(plain_record("1"),
                  {involvement("I2", "P1", "young-people-drug-service", "2019-01-01"),
                   entry("E2", "I2", "wrote to her", "", "letter-received"),
                   R"({"type":"document","id":"D1","entry":"E2","file":"a.txt","also_in":["I1"]})",
                   R"({"type":"document","id":"D2","entry":"E1","file":"a.txt","also_in":["I2"]})"}));
    EXPECT_EQ(proposal("R1", "document:D1", "health-bar"), "barred");
    EXPECT_EQ(proposal("R1", "document:D2", "health-bar"), "barred") << "it lies with the health service too";
    EXPECT_EQ(proposal("R1", "entry:E1", "health-bar"), "");
}

// "self" is whoever the record is about in which somebody wrote it.
TEST_P(AccessWhatIsWeighed, WhatAnotherSaidInTheirOwnRecordIsNotThePersonsOwn) {
    folder.write("bundle/a.txt", "a");
    const auto document = [](const std::string& id, const std::string& with_entry) {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + with_entry +
               R"(","file":"a.txt","also_in":["I1"]})";
    };
    const auto told = [](const std::string& id, const std::string& in, const std::string& by) {
        return entry(id, in, "told us of the debts", R"(,"flags":["crime"],"provided_by":)" + by);
    };
    reviewed({called("P1", "John"), called("P2", "Ann"), called("P4", "John"),
              involvement("I1", "P1", "child-in-need", "2018-09-01"),
              involvement("I2", "P2", "child-in-need", "2018-09-01"),
              involvement("I4", "P4", "child-in-need", "2018-09-01"),
              told("E2", "I4", R"({"name":"John Smith","relation":"self"})"),
              told("E3", "I2", R"({"name":"Ann Smith","relation":"self"})"),
              told("E4", "I2", R"({"name":"Ann Smith"})"), told("E5", "I2", R"({"name":"John Smith"})"),
              document("D2", "E2"), document("D3", "E3"), document("D4", "E4"), document("D5", "E5")});
    EXPECT_EQ(third_party("document:D2", "person:P4"), "weigh") << "a namesake's own word";
    for (const char* item : {"document:D3", "document:D4", "document:D5"})
        EXPECT_EQ(third_party(item, "person:P2"), "weigh") << item;
    for (const char* item : {"document:D2", "document:D3", "document:D4", "document:D5"})
        EXPECT_EQ(proposal("R1", item, "crime"), "weigh") << item;
    EXPECT_EQ(third_party("document:D5", "name:John Smith (one of several)"), "weigh")
        << "that record knows nobody of the name: it is not said that it is the reader";
}

// In another's record a relation is what somebody is to that other, and whom its names mean it knows best.
TEST_P(AccessWhatIsWeighed, InAnothersRecordARelationIsToThatOther) {
    folder.write("bundle/a.txt", "a");
    reviewed({called("P1", "John"), called("P2", "Ann"), called("P3", "Mary"),
              relationship("P1", "mother", R"(,"other":"P3","known_to_subject":true)"),
              relationship("P2", "sibling", R"(,"other":"P1","known_to_subject":true)"),
              involvement("I1", "P1", "child-in-need", "2018-09-01"),
              involvement("I2", "P2", "child-in-need", "2018-09-01"),
              entry("E2", "I2", "spoke of them",
                    R"(,"mentions":[{"name":"Mary Smith","relation":"mother"},{"name":"John Smith"}])"),
              R"({"type":"document","id":"D1","entry":"E2","file":"a.txt","also_in":["I1"]})"});
    EXPECT_EQ(third_party("document:D1", "name:Mary Smith (one of several)"), "weigh");
    EXPECT_FALSE(is_anything_about("R1", "person:P3"));
    EXPECT_FALSE(is_anything_about("R1", "name:John")) << "that record says who he is: whoever asks";
}

// ── A child's own words ──

// DPA 2018 Sch 3 para 4, 10: what a child told a worker is weighed before a parent sees it.
TEST_P(AccessWhatIsWeighed, AChildsOwnWordsAreWeighedForAParent) {
    const Words lines = {
        person("P1", "2018-05-04"), involvement("I1", "P1", "child-in-need", "2024-02-01"),
        entry("E1", "I1", "met her at school", R"(,"subject_words":"I do not like it at home")"),
        entry("E2", "I1", "met her at school")};
    reviewed_for_a_parent(lines);
    EXPECT_EQ(proposal("R1", "entry:E1", "expectations"), "weigh");
    EXPECT_EQ(proposal("R1", "entry:E2", "expectations"), "");
    EXPECT_TRUE(has(word_at(row("R1", "entry:E1", "expectations"), "why"), "own words"));
}

TEST_P(AccessWhatIsWeighed, TheirOwnWordsAreShownToThePerson) {
    reviewed(with(plain_record("1"), {entry("E2", "I1", "met her", R"(,"subject_words":"I like chess")")}));
    EXPECT_EQ(proposal("R1", "entry:E2", "expectations"), "");
}

// ── Consent ──

// A word of consent changes what is proposed: nothing goes on before it is proposed anew.
TEST_P(AccessWhatIsWeighed, AConsentWantsAReviewAndSaysSo) {
    reviewed(with(plain_record("1"), {entry("E2", "I1", "rang", R"(,"mentions":[{"name":"Jane Roe"}])")}));
    withhold_the_rest("R1");
    const Said said =
        done("petra", {"access", "consent", "R1", "--of", "name:Jane Roe", "--given", "2026-11-23"});
    EXPECT_TRUE(has(said.out + said.err, "casekeeper access review R1")) << said;
    expect_no("dana", finishing("R1"), {77}, today, true);
    EXPECT_EQ(sql("select request from access_review_due"), Words{"R1"});
    review("R1");
    EXPECT_EQ(decision("R1", "entry:E2", "third-party"), "") << "it was withheld without her word";
    EXPECT_TRUE(has(word_at(row("R1", "entry:E2", "third-party"), "why"), "to be judged again"));
    EXPECT_EQ(sql("select request from access_review_due"), Words{});
}

// What was decided of somebody's part before they said no is decided anew, whoever decided it and on which day.
TEST_P(AccessWhatIsWeighed, ARefusalOfConsentUndoesADecisionToShow) {
    reviewed(with(plain_record("1"),
                  {entry("E2", "I1", "rang", R"(,"mentions":[{"name":"Jane Roe"},{"name":"Sam Poe"}])")}));
    for (const std::string& one : rows("R1")) done("dana", deciding("R1", one, {"--show"}));
    done("dana", finishing("R1"));
    sign("R1");
    announce("R1");
    done("petra", {"access", "consent", "R1", "--of", "name:Jane Roe", "--refused", to_text(today),
                   "--reason", "she is afraid of him"});
    expect_no("dana", dispatching("R1"), {77}, today, true);
    review("R1");
    const auto decided = [&](const std::string& about) {
        return word_at(row("R1", "entry:E2", "third-party", today, about), "decision");
    };
    EXPECT_EQ(decided("name:Jane Roe"), "");
    EXPECT_EQ(decided("name:Sam Poe"), "show") << "of others nothing was said";
    expect_no("dana", finishing("R1"), {77}, today, true);
    show_item("R1", "entry:E2", "third-party");
    review("R1");
    EXPECT_EQ(decided("name:Jane Roe"), "show") << "decided with her word in view";
    done("petra", {"access", "consent", "R1", "--of", "name:Jane Roe", "--refused", to_text(today),
                   "--reason", "he has found out where she lives"});
    review("R1");
    EXPECT_EQ(decided("name:Jane Roe"), "") << "it is another word";
}

TEST_P(AccessWhatIsWeighed, SoDoesARefusalThatALoadBrings) {
    const std::string jane = R"(,"name":"Jane Roe","known_to_subject":false)";
    reviewed(with(plain_record("1"), {relationship("P1", "neighbour", jane),
                                      entry("E2", "I1", "rang", R"(,"mentions":[{"name":"Jane Roe"}])")}));
    for (const std::string& one : rows("R1")) done("dana", deciding("R1", one, {"--show"}));
    done("dana", finishing("R1"));
    sign("R1");
    announce("R1");
    load({relationship("P1", "neighbour", jane + R"(,"consent_to_disclose":"refused")")});
    expect_no("dana", dispatching("R1"), {77}, today, true);
    review("R1");
    EXPECT_EQ(decision("R1", "entry:E2", "third-party"), "");
}

TEST_P(AccessWhatIsWeighed, AskingForConsentChangesNothing) {
    reviewed(with(plain_record("1"), {entry("E2", "I1", "rang", R"(,"mentions":[{"name":"Jane Roe"}])")}));
    const Said said =
        done("petra", {"access", "consent", "R1", "--of", "name:Jane Roe", "--asked", "2026-11-23"});
    EXPECT_FALSE(has(said.out + said.err, "access review")) << said;
    EXPECT_EQ(sql("select request from access_review_due"), Words{});
}

// A reader may take its time: what each step reviews is read and kept before it holds the store.
TEST_P(AccessWhatIsWeighed, DocumentsAreReadBeforeEachStepThatReviewsThem) {
    folder.write("bundle/a.txt", "The bus was late.");
    reviewed(with(record_with_advice("1"), {entry("E2", "I1", "see beside", R"(,"author":"W1")"),
                                            professional("W1", "Ann Hillier", "social-work"),
                                            R"({"type":"document","id":"D1","entry":"E2","file":"a.txt"})"}));
    const auto is_kept_anew = [&](const std::string& what) {
        EXPECT_EQ(sql_value("select count(*) from document_words"), "1") << what;
        sql("delete from document_words");
    };
    is_kept_anew("review");
    withhold_the_rest("R1");
    is_kept_anew("decide");
    countersign("R1");
    done("dana", finishing("R1"));
    is_kept_anew("done");
    done("dana", assembling("R1"));
    done("david", {"access", "sign", "R1"});
    is_kept_anew("sign");
    done("dana", sealing("R1"));
    announce("R1");
    dispatch("R1");
    is_kept_anew("dispatch");
}

}  // namespace
}  // namespace casekeeper::test

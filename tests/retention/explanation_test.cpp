// SPDX-License-Identifier: MIT
#include "retention/explanation.h"

#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ExplanationTest : public LoadedStoreTest {
protected:
    Explained why(const std::string& id, const std::string& on = "2026-11-23") {
        return explain(database(), day(on), id);
    }
    // "INVOLVEMENT outcome day" of each decision.
    Texts decisions(const std::string& id, const std::string& on = "2026-11-23") {
        Texts texts;
        for (const ShownDecision& shown : why(id, on).decisions)
            texts.push_back(shown.decision.involvement + " " + shown.decision.outcome + " " +
                            shown.decision.retain_until.value_or("-"));
        return texts;
    }
    // I1 is kept long, I2 less, I3 is open; a document of I2 lies in others too.
    void load_documents() {
        folder.write("bundle/a.txt", "a");
        load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
              involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"), person("P2"),
              involvement("I2", "P2",
                          R"(,"service":"youth-club","opened":"2015-01-01","closed":"2016-01-01")"),
              involvement("I3", "P2"), entry("E2", "I2"), entry("E1", "I1"), document("D1", ""),
              document("D2", R"(,"also_in":["I1"])"), document("D3", R"(,"also_in":["I3","I1"])"),
              document("D4", R"(,"also_in":["I2"])")});
    }
    static std::string document(const std::string& id, const std::string& more) {
        return R"({"type":"document","id":")" + id + R"(","entry":"E2","file":"a.txt")" + more + "}";
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ExplanationTest);

TEST_P(ExplanationTest, TellsOfAPersonsWholeFile) {
    load_documents();
    EXPECT_EQ(why("P2").kind, "person");
    EXPECT_EQ(decisions("P2"), (Texts{"I2 due 2016-01-01", "I3 live -"}));
}

TEST_P(ExplanationTest, TellsOfAnEntryWhatItsInvolvementSays) {
    load_documents();
    EXPECT_EQ(why("E1").kind, "entry");
    EXPECT_EQ(decisions("entry:E1"), decisions("involvement:I1"));
}

TEST_P(ExplanationTest, TellsOfADocumentWhatItsInvolvementSays) {
    load_documents();
    EXPECT_EQ(why("document:D1").kind, "document");
    EXPECT_EQ(decisions("D1"), Texts{"I2 due 2016-01-01"});
    EXPECT_EQ(decisions("D4"), Texts{"I2 due 2016-01-01"});
}

TEST_P(ExplanationTest, KeepsADocumentAsLongAsAnythingItLiesIn) {
    load_documents();
    EXPECT_EQ(decisions("D2"), (Texts{"I1 retain 2076-02-03", "I2 due 2016-01-01", "I1 retain 2076-02-03"}));
    EXPECT_EQ(decisions("D3"),
              (Texts{"I3 live 2076-02-03", "I2 due 2016-01-01", "I1 retain 2076-02-03", "I3 live -"}));
}

TEST_P(ExplanationTest, SaysWhyStepByStep) {
    load_documents();
    const ShownDecision shown = why("I1").decisions.at(0);
    EXPECT_FALSE(shown.explanation.steps.empty());
    EXPECT_EQ(shown.decision.rule, "looked-after");
    EXPECT_NE(to_text(why("I1")).find("retain until 3 February 2076 (rule looked-after), then destroy"),
              std::string::npos);
}

TEST_P(ExplanationTest, TakesATypedIdWhereSeveralThingsAreCalledAlike) {
    load({person("X"), involvement("X", "X"), entry("X", "X")});
    EXPECT_EQ(error_of([&] { why("X"); }), "65: several things are called X");
    EXPECT_EQ(hint_of([&] { why("X"); }), "say which: involvement:X or person:X");
    for (const char* kind : {"person", "involvement", "entry"})
        EXPECT_EQ(why(std::string(kind) + ":X").kind, kind);
}

TEST_P(ExplanationTest, TakesAnIdThatLooksTyped) {
    load({person("person:P1"), involvement("I1", "person:P1")});
    EXPECT_EQ(why("person:P1").id, "person:P1");
    EXPECT_EQ(why("person:person:P1").id, "person:P1");
}

TEST_P(ExplanationTest, KnowsNothingThatIsNotThere) {
    for (const char* id : {"P9", "person:P9", "", "person:", "thing:P1"})
        EXPECT_EQ(error_of([&] { why(id); }), "65: nothing in the store is called " + std::string(id));
}

TEST_P(ExplanationTest, SaysWhomItCannotRead) {
    load({person("P1"), involvement("I1", "P1")});
    sql("update involvement set closed = 'soon'");
    for (const char* id : {"P1", "I1"})
        EXPECT_EQ(error_of([&] { why(id); }), "65: what is stored of person P1 cannot be read");
}

TEST_P(ExplanationTest, TellsOfAPersonWithoutAnyInvolvement) {
    load({person("P1")});
    EXPECT_EQ(decisions("P1"), Texts{" undetermined -"});
    EXPECT_EQ(to_text(why("P1")).find("person P1\nperson P1: undetermined: a person must look\n"), 0U);
}

}  // namespace
}  // namespace casekeeper::test

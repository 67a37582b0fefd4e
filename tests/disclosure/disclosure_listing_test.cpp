// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_listing.h"

#include "support/loaded_store.h"
#include "support/shipped_rules.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class DisclosureListingTest : public LoadedStoreTest {
protected:
    static std::string line(const std::string& id, const std::string& more, const std::string& of = "P1") {
        return R"({"type":"disclosure","id":")" + id + R"(","person":")" + of +
               R"(","decided_on":"2026-01-02","outcome":"shared")" + more + "}";
    }
    static DisclosureFilter of_person(const std::string& id) {
        DisclosureFilter filter;
        filter.person = id;
        return filter;
    }
    Texts listed(const DisclosureFilter& filter) {
        Texts ids;
        list_disclosures(database(), filter, [&](const Record& one) { ids.push_back(one.key()); });
        return ids;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DisclosureListingTest);

TEST_P(DisclosureListingTest, ListsInTheOrderOfIdsOfAllJoinedRecords) {
    load({person("P1"), person("P2"), person("P3"),
          R"({"type":"relationship","person":"P1","kind":"same-person","other":"P2"})", line("B", ""),
          line("A", "", "P2"), line("C", "", "P3")});
    EXPECT_EQ(listed({}), (Texts{"A", "B", "C"}));
    EXPECT_EQ(listed(of_person("P1")), (Texts{"A", "B"}));
    EXPECT_EQ(error_of([&] { listed(of_person("P9")); }), "65: there is no person \"P9\" in the store");
}

// A page is 500: none is told twice or passed over.
TEST_P(DisclosureListingTest, PagesThroughManyIncompleteOnes) {
    Texts lines = {person("P1")};
    for (int number = 1000; number < 2010; ++number) lines.push_back(line("S" + std::to_string(number), ""));
    load(lines);
    DisclosureFilter incomplete;
    incomplete.incomplete_only = true;
    EXPECT_EQ(listed(incomplete).size(), 1010U);
    const IncompleteDisclosures found = incomplete_disclosures(database(), 3);
    EXPECT_EQ(found.number, 1010);
    EXPECT_EQ(found.first.size(), 3U);
    EXPECT_EQ(found.first.front().key(), "S1000");
}

TEST_P(DisclosureListingTest, ShowsAllThatWasRecorded) {
    load(
        {person("P1"),
         line(
             "S1",
             R"(,"recipient":"Netherby\tPolice","recipient_kind":"police","reasons":"two\nlines","consent":"given","consent_on":"2026-01-01","told":[{"on":"2026-02-01","of":"dispute"}])")});
    const std::string text = to_text(show_disclosure(database(), "S1", today), shipped_rules().recipients());
    for (const char* words :
         {"disclosure S1\n  shared on 2 January 2026, of person:P1\n", "  with whom: Netherby Police\n",
          "  kind of recipient: police (The police; ", "  why: two lines\n",
          "  consent: given, on 1 January 2026\n", "  told of the dispute on 1 February 2026\n",
          "  missing: what, on which lawful basis, ",
          "  next: casekeeper disclosure complete S1 --information TEXT --lawful-basis TEXT "
          "--risk-assessment TEXT "
          "--authorised-by TEXT --method TEXT\n"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    EXPECT_EQ(error_of([&] { show_disclosure(database(), "S9", today); }),
              "65: there is no disclosure \"S9\"");
}

// What is disputed of it, of what it lies in, and of all where nobody said what was given.
TEST_P(DisclosureListingTest, ShowsWhatIsDisputedOfWhatWasGiven) {
    load(
        {person("P1"), person("P2"),
         involvement(
             "I1", "P1",
             R"(,"service":"youth-club","opened":"2012-01-01","remarks":[{"kind":"statement","on":"2026-01-01","text":"no"}])"),
         involvement("I2", "P2", R"(,"service":"youth-club","opened":"2012-01-01")"),
         entry("E1", "I1", R"(,"flags":["disputed"])"), entry("E2", "I1"),
         line("A", R"(,"items":["entry:E2"])"), line("B", ""), line("C", R"(,"items":["none"])"),
         line("D", R"(,"items":["involvement:I2","entry:E1"])")});
    const auto shown = [&](const std::string& id) {
        Texts items;
        for (const DisputedPart& part : show_disclosure(database(), id, today).disputed)
            items.push_back(part.item);
        return items;
    };
    EXPECT_EQ(shown("A"), Texts{"involvement:I1"});
    EXPECT_EQ(shown("B"), (Texts{"entry:E1", "involvement:I1"}));
    EXPECT_EQ(shown("C"), Texts{});
    EXPECT_EQ(shown("D"), (Texts{"entry:E1", "involvement:I1"})) << "what is another's by now is passed over";
}

// What a load brought in words of its own is for whoever reads the log, and in no report.
TEST_P(DisclosureListingTest, TellsOverridesInCodes) {
    load({person("P1"), line("S1", R"(,"overrides":["service","as Zofia asked"],"override_reason":"harm")")});
    EXPECT_EQ(overrides_in_words(disclosures_with_override(database(), day("2026-01-02")).front()),
              "service, as its source says");
}

TEST_P(DisclosureListingTest, FindsThoseMadeToPreventHarm) {
    load({person("P1"), line("S1", R"(,"overrides":["service","basis"],"override_reason":"harm")"),
          line("S2", "")});
    const auto found = disclosures_with_override(database(), day("2026-01-02"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(overrides_in_words(found.front()), "service, basis");
    EXPECT_TRUE(disclosures_with_override(database(), day("2026-01-03")).empty());
}

}  // namespace
}  // namespace casekeeper::test

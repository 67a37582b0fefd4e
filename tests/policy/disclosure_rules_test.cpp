// SPDX-License-Identifier: MIT
#include "policy/disclosure_rules.h"

#include <gmock/gmock.h>

#include "support/shipped_rules.h"
#include "support/test_store.h"

namespace casekeeper {
namespace {

using test::day;
using test::record;
using test::shipped_catalogue;
using test::shipped_rules;
using test::today;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Texts = std::vector<std::string>;

// Complete but for what is said of it.
Record shared(const std::string& more) {
    return record(
        R"({"type":"disclosure","id":"DL1","person":"P1","decided_on":"2026-11-23","outcome":"shared")" +
        more + "}");
}
std::string to(const std::string& recipient, const std::string& basis = "public-task") {
    return R"(,"recipient":")" + recipient + R"(","lawful_basis":")" + basis + "\"";
}
std::string consent(const std::string& word, const std::string& on = "") {
    return R"(,"consent":")" + word + "\"" + (on.empty() ? "" : R"(,"consent_on":")" + on + "\"");
}

// The codes of what is in the way; a lifted one in brackets.
struct Asked {
    std::string more;
    Texts services = {"child-in-need"};
    std::size_t restricted = 0;
    std::string ground = {};
    Texts places_in = {};
    Texts in_confidence = {};
};
Texts stops(const Asked& asked) {
    const Record disclosure = shared(asked.more);
    const DisclosureFacts facts{disclosure,   asked.services,  asked.restricted,
                                asked.ground, asked.places_in, asked.in_confidence};
    Texts codes;
    for (const DisclosureStop& stop : stops_of(facts, shipped_rules(), shipped_catalogue()))
        codes.push_back(stop.is_lifted ? "(" + stop.code + ")" : stop.code);
    for (const std::string& code : codes)
        EXPECT_TRUE(is_override(code.front() == '(' ? code.substr(1, code.size() - 2) : code)) << code;
    return codes;
}

constexpr const char* against_harm =
    R"(,"override_reason":"she will be hurt tonight","authorised_by":"G. Okonjo")";

// ── Who may be told of which service ──

// Rows: kinds of recipients; columns: services. "+" may be told on public task or a duty of law, "c" with
// consent alone, "." not at all. The law and the trust's policy stand in config/release_rules.toml.
TEST(DisclosureRules, KnowWhoMayBeToldOfWhichService) {
    const Texts services = {"child-in-need",        "s47-enquiry",        "looked-after",
                            "care-leaver-relevant", "adoption-placement", "youth-justice-order",
                            "ehc-needs-plan",       "early-help",         "counselling-consent",
                            "lado-allegation",      "legal-claim",        "newsletter-contact"};
    const std::vector<std::pair<std::string, std::string>> table = {
        {"children-services", "++++++++.+.."},  {"police", "++++.+.+.+.."},  {"court", "++++++++.++."},
        {"court-confidential", "+++++......."}, {"health", "++++++++...."},  {"school", "++++.+++...."},
        {"youth-justice", "++++.+......"},      {"housing", "c..c........"}, {"carer", "..++.+......"},
        {"adoption", "..+.+......."},           {"parent", "+++..+++...."},  {"advocate", "cccc.c......"},
        {"adult-services", "+.++..+....."},     {"lawyer", ".++.+.....+."},  {"regulator", "++++++++++++"},
        {"government", "..++.++....."},         {"partner", "c..c...cc..."}, {"employer", "...+.....+.."},
    };
    ASSERT_EQ(table.size(), shipped_rules().recipients().all().size());
    for (const auto& [kind, row] : table) {
        ASSERT_EQ(row.size(), services.size());
        const std::string basis = kind == "court-confidential" ? "legal-obligation" : "public-task";
        for (std::size_t at = 0; at < services.size(); ++at) {
            const std::string said = R"(,"recipient_kind":")" + kind + R"(","lawful_basis":")" + basis + "\"";
            const Texts without = stops({said, {services[at]}});
            const Texts with = stops({said + consent("given", "2026-11-01"), {services[at]}});
            const char found = with.empty() ? (without.empty() ? '+' : 'c') : '.';
            EXPECT_EQ(std::string(1, found), std::string(1, row[at])) << kind << " of " << services[at];
        }
    }
}

TEST(DisclosureRules, StopARecipientOfNoKind) {
    EXPECT_THAT(stops({to("The Evening Post")}), ElementsAre("recipient-unknown"));
    EXPECT_THAT(stops({R"(,"lawful_basis":"public-task")"}), ElementsAre("recipient-unknown"));
    EXPECT_THAT(stops({to("Netherby Police")}), IsEmpty());
    EXPECT_THAT(stops({to("PC 4711") + R"(,"recipient_kind":"police")"}), IsEmpty());
}

// Whoever calls a school a police station does not send it what only the police may have.
TEST(DisclosureRules, StopARecipientWhoIsCalledOtherwiseThanTheyAreSaidToBe) {
    EXPECT_THAT(stops({to("Hollin Bank School") + R"(,"recipient_kind":"police")"}),
                ElementsAre("recipient-unclear"));
    EXPECT_THAT(stops({to("Earls Court School")}), ElementsAre("recipient-unclear"));
    EXPECT_THAT(stops({to("Earls Court School") + R"(,"recipient_kind":"school")"}), IsEmpty());
}

TEST(DisclosureRules, StopWhereOneServiceOfSeveralIsNotForThem) {
    EXPECT_THAT(stops({to("Hollin Bank School"), {"child-in-need", "legal-claim"}}), ElementsAre("service"));
    EXPECT_THAT(stops({to("Hollin Bank School"), {"child-in-need", "s47-enquiry"}}), IsEmpty());
    EXPECT_THAT(stops({to("Hollin Bank School"), {"a-service-nobody-knows"}}), ElementsAre("service"));
}

// Of whom no service is known, nobody is told but whoever may be told of every one.
TEST(DisclosureRules, StopWhereNoServiceIsKnown) {
    EXPECT_THAT(stops({to("Hollin Bank School"), {}}), ElementsAre("service"));
    EXPECT_THAT(stops({to("Hollin Bank School") + against_harm, {}}), ElementsAre("(service)"));
    EXPECT_THAT(stops({to("Ofsted"), {}}), IsEmpty());
}

// FPR 2010 r29.1: what stands on form C8 no party is shown; what else a court has, the parties read.
TEST(DisclosureRules, KnowACourtThatIsToldOnFormC8) {
    const RecipientKinds& kinds = shipped_rules().recipients();
    const auto ids = [&](const char* name) {
        Texts all;
        for (const RecipientKind* one : kinds.recognised_in(name)) all.push_back(one->id);
        return all;
    };
    for (const char* name :
         {"the county court, form C8", "The Family Court (on form C8)", "form C8 to the court"})
        EXPECT_THAT(ids(name), ElementsAre("court-confidential")) << name;
    EXPECT_THAT(ids("the county court"), ElementsAre("court"));
    EXPECT_THAT(ids("the court, and her father by form C8"),
                ::testing::UnorderedElementsAre("court", "parent", "court-confidential"));
    EXPECT_TRUE(kinds.find("court-confidential")->may_have_protected_places);
    EXPECT_FALSE(kinds.find("court")->may_have_protected_places);
}

TEST(DisclosureRules, KnowAgainstWhatOneCanBeMade) {
    for (const char* code : {"service", "in-confidence", "restricted:claims"})
        EXPECT_TRUE(is_override(code)) << code;
    for (const char* words : {"", "Zebedee said so", "service:Zebedee", "restricted:Zebedee", ":claims"})
        EXPECT_FALSE(is_override(words)) << words;
    EXPECT_THAT(overrides_of(shared(R"(,"overrides":["basis","as Zebedee said","restricted:claims"])")),
                ElementsAre("basis", "restricted:claims"));
}

TEST(DisclosureRules, StopABasisThatIsNotTheirs) {
    EXPECT_THAT(stops({to("the county court", "legitimate-interests")}), ElementsAre("basis"));
    EXPECT_THAT(stops({to("the county court", "legal-obligation: order of 3 May")}), IsEmpty());
    EXPECT_THAT(stops({R"(,"recipient":"the county court")"}), IsEmpty()) << "not said: it is incomplete";
}

// ── Consent ──

TEST(DisclosureRules, StopWithoutTheConsentThatIsTheBasis) {
    const std::string school = to("Hollin Bank School", "consent");
    EXPECT_THAT(stops({school + consent("refused")}), ElementsAre("consent-refused"));
    EXPECT_THAT(stops({school + consent("not-asked: no time")}), ElementsAre("consent-not-given"));
    EXPECT_THAT(stops({school}), ElementsAre("consent-not-given"));
    EXPECT_THAT(stops({school + consent("given")}), ElementsAre("consent-undated"));
    EXPECT_THAT(stops({school + consent("given", "2026-11-01")}), IsEmpty());
}

// Twelve months: on the last of them it still counts.
TEST(DisclosureRules, StopAConsentThatIsTooOldToBeTheBasis) {
    const std::string school = to("Hollin Bank School", "consent");
    EXPECT_THAT(stops({school + consent("given", "2025-11-23")}), IsEmpty());
    EXPECT_THAT(stops({school + consent("given", "2025-11-22")}), ElementsAre("consent-old"));
}

// UK GDPR Art 7: what was decided without it does not rest on a consent that came later; one that was fresh then
// is not old for being written down late.
TEST(DisclosureRules, WeighConsentAsItStoodWhenItWasDecided) {
    const auto decided = [](const std::string& on, const std::string& consent_on) {
        Record one = shared(to("Hollin Bank School", "consent") + consent("given", consent_on));
        one.set("decided_on", on);
        const DisclosureFacts facts{one, {"child-in-need"}, 0, "", {}, {}};
        Texts codes;
        for (const DisclosureStop& stop : stops_of(facts, shipped_rules(), shipped_catalogue()))
            codes.push_back(stop.code);
        return codes;
    };
    EXPECT_THAT(decided("2026-11-01", "2026-11-02"), ElementsAre("consent-later"));
    EXPECT_THAT(decided("2026-11-01", "2026-11-01"), IsEmpty());
    EXPECT_THAT(decided("2024-11-01", "2024-10-01"), IsEmpty());
    EXPECT_THAT(decided("2024-11-01", "2023-10-31"), ElementsAre("consent-old"));
}

// Golden rule 3: consent is not needed where a child is or may be at risk.
TEST(DisclosureRules, AskNoConsentWhereItIsNotTheBasis) {
    for (const char* word : {"refused", "not-asked: it could put her at risk"})
        EXPECT_THAT(stops({to("Netherby Police") + consent(word)}), IsEmpty()) << word;
    EXPECT_THAT(stops({to("Netherby Police") + consent("given", "2001-01-01")}), IsEmpty());
}

TEST(DisclosureRules, AskForConsentWhereTheKindNeedsIt) {
    EXPECT_THAT(stops({to("Ashby Housing")}), ElementsAre("consent-not-given"));
    EXPECT_THAT(stops({to("Ashby Housing") + consent("refused")}), ElementsAre("consent-refused"));
    EXPECT_THAT(stops({to("Ashby Housing") + consent("given", "2026-11-01")}), IsEmpty());
}

// ── What may not be used, or not be known ──

TEST(DisclosureRules, StopWhatIsRestrictedButOnAGround) {
    EXPECT_THAT(stops({to("Netherby Police"), {"child-in-need"}, 2}), ElementsAre("restricted"));
    EXPECT_THAT(stops({to("Netherby Police"), {"child-in-need"}, 2, "rights-of-another"}),
                ElementsAre("(restricted)"));
    EXPECT_THAT(stops({to("Netherby Police") + against_harm, {"child-in-need"}, 1}),
                ElementsAre("restricted"))
        << "a ground of Art 18(2) is said as such";
}

TEST(DisclosureRules, StopAProtectedPlaceWhateverTheReason) {
    EXPECT_THAT(stops({to("her mother"), {"child-in-need"}, 0, "", {"information"}}),
                ElementsAre("protected-place"));
    EXPECT_THAT(
        stops({to("her mother") + against_harm, {"child-in-need"}, 0, "public-interest", {"entry:E7"}}),
        ElementsAre("protected-place"));
}

TEST(DisclosureRules, StopWhatWasToldInConfidenceButForALawOrALife) {
    const Asked asked{to("her mother"), {"child-in-need"}, 0, "", {}, {"entry:E7"}};
    EXPECT_THAT(stops(asked), ElementsAre("in-confidence"));
    Asked other = asked;
    other.more = to("her mother", "vital-interests");
    EXPECT_THAT(stops(other), IsEmpty());
    other.more = to("her mother") + against_harm;
    EXPECT_THAT(stops(other), ElementsAre("(in-confidence)"));
}

// Golden rule 1: protection from harm outranks privacy, with a reason and somebody who answers for it.
TEST(DisclosureRules, LiftWhatStandsInTheWayToPreventSeriousHarm) {
    const std::string post = to("The Evening Post", "consent") + consent("refused");
    EXPECT_THAT(stops({post}), ElementsAre("recipient-unknown", "consent-refused"));
    EXPECT_THAT(stops({post + against_harm}), ElementsAre("(recipient-unknown)", "(consent-refused)"));
    EXPECT_THAT(stops({post + R"(,"override_reason":"harm")"}),
                ElementsAre("recipient-unknown", "consent-refused"))
        << "nobody authorised it";
    EXPECT_THAT(stops({post + R"(,"override_reason":" ","authorised_by":"G. Okonjo")"}),
                ElementsAre("recipient-unknown", "consent-refused"));
}

TEST(DisclosureRules, StopNoDecisionNotToShare) {
    const Record kept = record(
        R"({"type":"disclosure","id":"DL1","person":"P1","decided_on":"2026-11-23","outcome":"not-shared","recipient":"The Evening Post"})");
    const DisclosureFacts facts{kept, {"legal-claim"}, 3, "", {"information"}, {"entry:E7"}};
    EXPECT_THAT(stops_of(facts, shipped_rules(), shipped_catalogue()), IsEmpty());
}

// Stops are read by people, and hold nothing of whoever they are about.
TEST(DisclosureRules, SayNoNameInAStop) {
    const Record disclosure =
        shared(to("Zebedee Quill of the Evening Post", "consent") + consent("refused, said Zebedee"));
    const DisclosureFacts facts{disclosure, {"legal-claim"}, 1, "", {"recipient"}, {"entry:E7"}};
    const auto found = stops_of(facts, shipped_rules(), shipped_catalogue());
    EXPECT_EQ(found.size(), 5U);
    for (const DisclosureStop& stop : found) {
        EXPECT_EQ((stop.what + stop.hint).find("Zebedee"), std::string::npos) << stop.what;
        EXPECT_FALSE(stop.hint.empty());
    }
}

// ── What must be written down ──

TEST(DisclosureRules, MissNothingInACompleteDisclosure) {
    const std::string all =
        R"(,"information":"i","reasons":"r","risk_assessment":"a","authorised_by":"w","method":"m")";
    EXPECT_THAT(missing_in(shared(to("her school") + consent("given") + all)), IsEmpty());
    EXPECT_THAT(missing_in(shared(to("her school") + consent("not-asked: she is two") + all)), IsEmpty());
    EXPECT_THAT(missing_in(shared(to("her school") + consent("given by Agnieszka") + all)), IsEmpty());
    EXPECT_THAT(missing_in(shared(to("her school", "consent") + consent("given", "2026-01-01") + all)),
                IsEmpty());
}

TEST(DisclosureRules, NameWhatIsMissing) {
    EXPECT_THAT(missing_in(shared("")), ElementsAre("recipient", "information", "reasons", "lawful-basis",
                                                    "consent", "risk-assessment", "authorised-by", "method"));
    const std::string all =
        R"(,"information":"i","reasons":" ","risk_assessment":"a","authorised_by":"w","method":"m")";
    EXPECT_THAT(missing_in(shared(to("her school") + consent("not-asked") + all)),
                ElementsAre("reasons", "consent"));
    EXPECT_THAT(missing_in(shared(to("her school", "Consent") + consent("given") + all)),
                ElementsAre("reasons", "consent-on"));
    for (const std::string& option : missing_in(shared(""))) EXPECT_NE(missing_in_words(option), option);
}

TEST(DisclosureRules, AskOfADecisionNotToShareWhatOfWhomWhyAndByWhom) {
    EXPECT_THAT(
        missing_in(record(
            R"({"type":"disclosure","id":"DL1","person":"P1","decided_on":"2026-11-23","outcome":"not-shared"})")),
        ElementsAre("recipient", "information", "reasons", "authorised-by"));
}

TEST(DisclosureRules, ReadTheWordOfConsent) {
    EXPECT_EQ(consent_in("given").word, SaidConsent::Word::given);
    EXPECT_EQ(consent_in("given by Zofia on 2 July").word, SaidConsent::Word::given);
    EXPECT_EQ(consent_in("refused").word, SaidConsent::Word::refused);
    EXPECT_EQ(consent_in("not-asked: she may flee ").why, "she may flee");
    EXPECT_EQ(consent_in("not-asked:\u00A0\n").why, "");
    EXPECT_EQ(consent_in("not asked").word, SaidConsent::Word::not_asked);
    EXPECT_EQ(consent_in("givenness").word, SaidConsent::Word::other);
    EXPECT_EQ(consent_in(" ").word, SaidConsent::Word::none);
}

}  // namespace
}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// Who may ask: the cases E and W of domain/worked_cases.csv on parents, solicitors, small children and the
// dead, as requests to delete, by the commands.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class WhoMayAskWorkedCases : public DeletionWorld {
protected:
    Said recorded(const std::string& request, const Words& evidence) const {
        return done("petra", with({"deletion", "verify-identity", request}, evidence));
    }
    // Nobody gets on to the verdicts.
    void expect_no_further(const std::string& request) const {
        EXPECT_EQ(state_of(request), "received");
        EXPECT_TRUE(is_no(as("petra", {"deletion", "assess", request}), {77}));
        night(today);
        EXPECT_EQ(state_of(request), "received") << "the night refuses and grants nothing";
    }
    void refuse_and_tell(const std::string& request) const {
        decide(request, {"--refuse"});
        EXPECT_EQ(state_of(request), "refused");
        done("dana", {"deletion", "notify", request, "--write"});
        EXPECT_GE(letters().size(), 1U);
        EXPECT_TRUE(has(said_in_letters(), "Information Commissioner")) << said_in_letters();
        done("dana", {"deletion", "notify", request, "--sent", "2026-11-23"});
        night(after_cooling_off);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(WhoMayAskWorkedCases);

// E08 (ICO; Stockton and Waltham Forest guidance; Gillick): a mother with parental responsibility; the
// competent fourteen-year-old objects: not entitled, the right is the child's.
TEST_P(WhoMayAskWorkedCases, E08NotOverTheHeadOfACompetentYoungPerson) {
    load({person("P-E08", "2012-09-01"),
          involvement("I-E08", "P-E08", "counselling-consent", "2025-01-10", "2026-02-01"),
          note("E-E08", "I-E08", "2025-02-01", "spoke about moving school")});
    open("R1", "P-E08", {"--by", "parent", "--requester", "Ruth Haverford"});
    recorded("R1", {"--known", "--authority", "birth certificate, parental responsibility"});
    const Said found = find_competent("R1", "yes", {"--agrees", "no"});
    EXPECT_TRUE(has(found.out + found.err, "Gillick")) << found;
    EXPECT_TRUE(has(found.out + found.err, "casekeeper deletion decide R1 --refuse")) << found;
    expect_no_further("R1");
    refuse_and_tell("R1");
    EXPECT_EQ(ids("entry"), "E-E08");
}

// The same mother, where the young person agrees.
TEST_P(WhoMayAskWorkedCases, E08WithTheYoungPersonsAgreement) {
    load({person("P-E08", "2012-09-01"),
          involvement("I-E08", "P-E08", "counselling-consent", "2025-01-10", "2026-02-01")});
    open("R1", "P-E08", {"--by", "parent", "--requester", "Ruth Haverford"});
    recorded("R1", {"--known", "--authority", "birth certificate, parental responsibility"});
    find_competent("R1", "yes", {"--agrees", "yes"});
    EXPECT_EQ(state_of("R1"), "entitled");
    find_competent("R1", "yes", {"--agrees", "no"});
    EXPECT_EQ(state_of("R1"), "received") << "they have thought better of it";
}

// E09 (ICO; Art 17): a father with parental responsibility, a holiday club, a child of 6: if it is in the
// child's best interests; the evidence is recorded.
TEST_P(WhoMayAskWorkedCases, E09ForASmallChildInTheirBestInterests) {
    load({person("P-E09", "2020-07-15"),
          involvement("I-E09", "P-E09", "holiday-activities", "2026-07-20", "2026-08-28")});
    open("R1", "P-E09", {"--by", "parent", "--requester", "Ralph Haverford"});
    recorded("R1", {"--known", "--authority", "birth certificate, parental responsibility"});
    find_competent("R1", "no");
    EXPECT_EQ(state_of("R1"), "received") << "nobody has weighed the child's interests";
    find_competent("R1", "no", {"--best-interests", "a booking, nothing about safety: no harm in its going"});
    EXPECT_EQ(state_of("R1"), "entitled");
    EXPECT_TRUE(has(shown("R1"), "birth certificate")) << "the evidence is recorded";
    assess("R1");
    EXPECT_EQ(verdict("R1", "involvement:I-E09"), "free");
    warn_and_confirm("R1");
    decide("R1", {"--delete", "all-free"});
    night(after_cooling_off);
    EXPECT_EQ(ids("involvement"), "");
    EXPECT_EQ(ids("person"), "");
}

// E10 (recital 65; Art 17(1)(b); ICO): an adult of 23 who consented at 14: erased, and that weighs.
TEST_P(WhoMayAskWorkedCases, E10ConsentGivenAsAChildWeighsForDeleting) {
    load({person("P-E10", "2003-01-15"),
          involvement("I-E10", "P-E10", "participation-group", "2017-05-01", "2021-07-31")});
    open("R1", "P-E10");
    know("R1");
    EXPECT_EQ(state_of("R1"), "entitled") << "an adult's competence is presumed";
    assess("R1");
    EXPECT_EQ(verdict("R1", "involvement:I-E10"), "free");
    EXPECT_TRUE(has(json_text_at(item("R1", "involvement:I-E10"), "reason"), "as a child"));
    warn_and_confirm("R1");
    decide("R1", {"--delete", "all-free"});
    night(after_cooling_off);
    EXPECT_EQ(ids("person"), "");
    EXPECT_EQ(state_of("R1"), "executed");
}

// E14 (DPA 2018 s3(2)): a child who died in 2019, asked for by a grandparent: no such request; answered, and
// the schedule goes on as it was.
TEST_P(WhoMayAskWorkedCases, E14TheRightIsALivingPersons) {
    load({person("P-E14", "2010-01-01", R"(,"date_of_death":"2019-03-03")"),
          involvement("I-E14", "P-E14", "early-help", "2016-09-01", "2019-04-01")});
    const auto kept_until = [&] {
        const std::string listed = done("ada", {"retention", "list", "--format", "json"}).out;
        return json_text_at(listed, "rule") + " " + json_text_at(listed, "retain_until");
    };
    const std::string before = kept_until();
    EXPECT_EQ(before, "early-help 2040-01-01");
    open("R1", "P-E14", {"--by", "other", "--requester", "Gran Haverford"});
    const Said said = recorded("R1", {"--known", "--authority", "a family tree"});
    EXPECT_TRUE(has(said.out + said.err, "DPA 2018 s3(2)")) << said;
    expect_no_further("R1");
    refuse_and_tell("R1");
    EXPECT_EQ(kept_until(), before);
    EXPECT_EQ(ids("involvement"), "I-E14");
}

// W01 (ICO SME SAR checklist): a child of 13 in England who understands may ask; there is no fixed age.
TEST_P(WhoMayAskWorkedCases, W01AChildOf13WhoUnderstandsMayAsk) {
    load({person("P-W01", "2013-06-06"), involvement("I-W01", "P-W01", "mentoring", "2025-01-10")});
    open("R1", "P-W01");
    const Said known = know("R1");
    EXPECT_TRUE(has(known.out + known.err, "understands")) << "says what is missing: " << known;
    expect_no_further("R1");
    find_competent("R1");
    EXPECT_EQ(state_of("R1"), "entitled");
    assess("R1");
    EXPECT_EQ(state_of("R1"), "assessed");
}

TEST_P(WhoMayAskWorkedCases, W01AChildWhoDoesNotUnderstandMayNot) {
    load({person("P-W01", "2013-06-06"), involvement("I-W01", "P-W01", "mentoring", "2025-01-10")});
    open("R1", "P-W01");
    know("R1");
    find_competent("R1", "no");
    expect_no_further("R1");
    refuse_and_tell("R1");
    EXPECT_EQ(ids("involvement"), "I-W01");
}

// W02 (Waltham Forest; Stockton DSAR policy): a parent without parental responsibility has no standing;
// authority or a court order is asked for.
TEST_P(WhoMayAskWorkedCases, W02AParentWithoutParentalResponsibilityHasNoStanding) {
    load({person("P-W02", "2018-01-01"), involvement("I-W02", "P-W02", "mentoring", "2025-01-10")});
    open("R1", "P-W02", {"--by", "parent", "--requester", "Ralph Haverford"});
    const Said known = know("R1");
    EXPECT_TRUE(has(known.out + known.err, "court order")) << known;
    find_competent("R1", "no", {"--best-interests", "no harm in its going"});
    expect_no_further("R1");
    recorded("R1", {"--authority", "an order of the family court"});
    EXPECT_EQ(state_of("R1"), "entitled") << "the evidence was all that was missing";
}

// W04 (ICO SME SAR checklist): a solicitor with the signed authority of an adult care leaver; the evidence is
// the solicitor's to give.
TEST_P(WhoMayAskWorkedCases, W04ASolicitorShowsTheSignedAuthority) {
    load({person("P-W04", "2002-03-03"),
          involvement("I-W04", "P-W04", "looked-after", "2010-01-10", "2020-03-03"),
          involvement("I-W04-mentor", "P-W04", "mentoring", "2018-01-10", "2019-03-03")});
    open("R1", "P-W04", {"--by", "representative", "--requester", "Hart Solicitors"});
    know("R1");
    expect_no_further("R1");
    recorded("R1", {"--authority", "authority signed by the client"});
    EXPECT_EQ(state_of("R1"), "entitled");
    assess("R1");
    EXPECT_EQ(verdict("R1", "involvement:I-W04"), "statutory");
    EXPECT_EQ(verdict("R1", "involvement:I-W04-mentor"), "free");
}

}  // namespace
}  // namespace casekeeper::test

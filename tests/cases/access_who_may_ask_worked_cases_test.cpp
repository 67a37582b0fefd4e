// SPDX-License-Identifier: MIT
//
// Who may ask to see a record: the cases W01, W02 and W04 of domain/worked_cases.csv, from the lines of a
// bundle to what may be looked at, by the commands.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessWhoMayAskWorkedCases : public AccessWorld {
protected:
    Said recorded(const std::string& request, const Words& evidence) const {
        return done("petra", with({"access", "verify-identity", request}, evidence));
    }
    // Nobody gets on to what may be shown.
    void expect_no_further(const std::string& request) const {
        EXPECT_EQ(state_of(request), "received");
        expect_no("dana", {"access", "review", request}, {77}, today, true);
        night(today);
        EXPECT_EQ(state_of(request), "received") << "the night refuses and grants nothing";
    }
    void reviewed_by_now(const std::string& request, Date on = today) const {
        search(request, on);
        review(request, on);
        EXPECT_EQ(state_of(request, on), "reviewed");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessWhoMayAskWorkedCases);

// W01 (ICO SME SAR checklist): a child of 13 in England who understands may ask; there is no fixed age.
TEST_P(AccessWhoMayAskWorkedCases, W01AChildOf13WhoUnderstandsMayAsk) {
    load({person("P1", "2013-06-06"), involvement("I1", "P1", "mentoring", "2025-01-10")});
    open("W01", "P1");
    const Said known = know("W01");
    EXPECT_TRUE(has(known.out + known.err, "understands")) << "says what is missing: " << known;
    expect_no_further("W01");
    find_competent("W01");
    EXPECT_EQ(state_of("W01"), "entitled");
    reviewed_by_now("W01");
}

TEST_P(AccessWhoMayAskWorkedCases, W01AChildWhoDoesNotUnderstandMayNot) {
    load({person("P1", "2013-06-06"), involvement("I1", "P1", "mentoring", "2025-01-10")});
    open("W01", "P1");
    know("W01");
    find_competent("W01", "no");
    expect_no_further("W01");
    done("dana", refusing("W01"));
    EXPECT_EQ(state_of("W01"), "refused");
}

// W02 (Waltham Forest; Stockton DSAR policy): a parent without parental responsibility has no standing;
// authority or a court order is asked for.
TEST_P(AccessWhoMayAskWorkedCases, W02AParentWithoutParentalResponsibilityHasNoStanding) {
    load({person("P1", "2018-01-01"), involvement("I1", "P1", "mentoring", "2025-01-10")});
    open("W02", "P1", {"--by", "parent", "--requester", "Ralph Haverford"});
    const Said known = know("W02");
    EXPECT_TRUE(has(known.out + known.err, "court order")) << known;
    find_competent("W02", "no", {"--best-interests", "he looks after her at weekends"});
    expect_no_further("W02");
    recorded("W02", {"--authority", "an order of the family court"});
    EXPECT_EQ(state_of("W02"), "entitled") << "the evidence was all that was missing";
    reviewed_by_now("W02");
}

// W04 (ICO SME SAR checklist): a solicitor with the signed authority of an adult care leaver; the evidence is
// the solicitor's to give.
TEST_P(AccessWhoMayAskWorkedCases, W04ASolicitorShowsTheSignedAuthority) {
    load({person("P1", "2002-03-03"), involvement("I1", "P1", "looked-after", "2010-01-10", "2020-03-03"),
          entry("E1", "I1", "moved in with the Rowans")});
    open("W04", "P1", {"--by", "representative", "--requester", "Hart Solicitors"});
    know("W04");
    expect_no_further("W04");
    recorded("W04", {"--authority", "authority signed by the client"});
    EXPECT_EQ(state_of("W04"), "entitled");
    reviewed_by_now("W04");
    complete("W04");
    EXPECT_EQ(state_of("W04"), "dispatched");
}

}  // namespace
}  // namespace casekeeper::test

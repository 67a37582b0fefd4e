// SPDX-License-Identifier: MIT
#include "custody/request_findings.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "base/json_read.h"

namespace casekeeper::test {
namespace {

Date day(const char* text) {
    return parse_date(text).value();
}
const Date today = day("2026-11-23");

// One request of 2 November, as what is found of who asks comes in.
class RequestFindings : public testing::Test {
protected:
    RequestFindings() {
        request.values.resize(format_of(request.type).fields.size());
        request.set("received_at", "2026-11-02");
    }
    bool put(const IdentityFinding& finding, bool is_settled = false) {
        const bool changed = put_identity(request, finding, identity_before(is_settled, events), today,
                                          "casekeeper access show A1");
        CaseEvent event;
        event.event = "identity";
        event.facts = facts_of(finding).json();
        events.push_back(event);
        return changed;
    }
    static IdentityFinding asked(const char* on) {
        IdentityFinding finding;
        finding.asked_on = day(on);
        return finding;
    }
    static IdentityFinding received(const char* on, const char* evidence = "passport") {
        IdentityFinding finding;
        finding.received_on = day(on);
        finding.evidence = evidence;
        return finding;
    }
    static IdentityFinding doubted() {
        IdentityFinding finding;
        finding.doubt = "the passport was reported stolen";
        return finding;
    }
    std::string clock() const { return request.value("identity").value_or(""); }

    Record request{RecordType::access_request, {}};
    std::vector<CaseEvent> events;
};

TEST_F(RequestFindings, OnlyWhatWasAskedForMovesTheClock) {
    EXPECT_FALSE(put(received("2026-11-10")));
    EXPECT_EQ(clock(), "");
    EXPECT_TRUE(put(asked("2026-11-11")));
    EXPECT_TRUE(put(received("2026-11-16")));
    EXPECT_EQ(clock(), R"({"asked_on":"2026-11-11","received_on":"2026-11-16"})");
}

TEST_F(RequestFindings, SomethingIsSaidAndOneThingAlone) {
    EXPECT_THROW(put({}), UsageError);
    IdentityFinding both = doubted();
    both.known = true;
    EXPECT_THROW(put(both), UsageError);
    for (std::string IdentityFinding::*const text :
         {&IdentityFinding::doubt, &IdentityFinding::evidence, &IdentityFinding::authority}) {
        IdentityFinding blank;
        blank.*text = " ";
        EXPECT_THROW(put(blank), UsageError);
    }
}

// A birth certificate shows whose parent somebody is, and not that it is they who sent it.
TEST_F(RequestFindings, AuthorityThatCameIsNoEvidenceOfIdentity) {
    IdentityFinding papers = received("2026-11-16", "");
    papers.authority = "birth certificate";
    EXPECT_THROW(put(papers), UsageError);
    papers.evidence = "passport";
    EXPECT_FALSE(put(papers));
    papers = {};
    papers.authority = "birth certificate";
    put(asked("2026-11-11"));
    put(papers);
    EXPECT_EQ(clock(), R"({"asked_on":"2026-11-11"})") << "the clock waits for identity still";
}

TEST_F(RequestFindings, WhoAsksIsSettledAndNothingIsWaitedForAnyMore) {
    EXPECT_FALSE(end_wait_for_identity(request, today)) << "nothing was asked for";
    put(asked("2026-11-11"));
    EXPECT_TRUE(end_wait_for_identity(request, today));
    EXPECT_EQ(clock(), R"({"asked_on":"2026-11-11","received_on":"2026-11-23"})");
    EXPECT_FALSE(end_wait_for_identity(request, day("2026-11-24")));
}

TEST_F(RequestFindings, EvidenceIsAskedForOnce) {
    put(asked("2026-11-11"));
    EXPECT_THROW(put(asked("2026-11-12")), Refused);
    EXPECT_THROW(put(asked("2026-11-11"), true), Refused) << "it is settled";
}

// UK GDPR Art 12(6): where there is reasonable doubt evidence is asked for, and the clock waits for it anew.
TEST_F(RequestFindings, AfterADoubtItIsAskedForOnceMore) {
    put(asked("2026-11-11"));
    put(received("2026-11-16"));
    const std::string before = clock();
    EXPECT_FALSE(put(doubted()));
    EXPECT_EQ(clock(), before) << "a doubt by itself moves nothing";
    EXPECT_THROW(put(asked("2026-11-15")), InputError) << "before the evidence that is doubted";
    put(asked("2026-11-18"));
    EXPECT_EQ(clock(), R"({"asked_on":"2026-11-18"})");
    EXPECT_THROW(put(asked("2026-11-19")), Refused);
    put(received("2026-11-20"));
    EXPECT_EQ(clock(), R"({"asked_on":"2026-11-18","received_on":"2026-11-20"})");
}

TEST_F(RequestFindings, AfterADoubtWhatComesUnaskedMovesNothing) {
    put(asked("2026-11-11"));
    put(received("2026-11-16"));
    put(doubted());
    const std::string before = clock();
    put(received("2026-11-20", "driving licence"));
    EXPECT_EQ(clock(), before);
}

TEST_F(RequestFindings, HistoryTellsIdentityFromAuthority) {
    IdentityFinding finding = received("2026-11-16");
    finding.authority = "court order";
    EXPECT_EQ(identity_in_words(facts_of(finding).json()), "passport; authority: court order");
    EXPECT_EQ(identity_in_words(facts_of(doubted()).json()), "doubted: the passport was reported stolen");
    EXPECT_EQ(identity_in_words(facts_of(asked("2026-11-11")).json()), "");
}

TEST_F(RequestFindings, HistoryTellsWhetherTheYoungPersonAgrees) {
    CompetenceFinding finding;
    finding.assessor = "Petra";
    finding.basis = "explained it back";
    finding.on = today;
    EXPECT_EQ(competence_in_words(facts_of(finding, today).json()), "explained it back");
    finding.agrees = false;
    EXPECT_EQ(competence_in_words(facts_of(finding, today).json()), "explained it back; they do not agree");
    finding.agrees = true;
    EXPECT_EQ(competence_in_words(facts_of(finding, today).json()), "explained it back; they agree");
}

}  // namespace
}  // namespace casekeeper::test

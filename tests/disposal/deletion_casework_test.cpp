// SPDX-License-Identifier: MIT
#include "disposal/deletion_casework.h"

#include "base/errors.h"
#include "support/request_world.h"

namespace casekeeper::test {
namespace {

class DeletionCaseworkTest : public RequestWorld {
protected:
    // "77: what is wrong", or "done".
    template <typename Act>
    static std::string said_of(const Act& act) {
        try {
            act();
        } catch (const Error& error) {
            return std::to_string(static_cast<int>(error.code())) + ": " + error.what();
        }
        return "done";
    }
    std::string assessed(const Texts& scope = {}) {
        const std::string request = open("Quill", scope);
        known(request);
        assess(request);
        return request;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionCaseworkTest);

TEST_P(DeletionCaseworkTest, SeveralDecisionsAddUp) {
    load_due({quill(true)});
    const std::string request = confirmed();
    EXPECT_EQ(decide(request, {"involvement:C1"}).state, "confirmed") << "N1 is still to be decided";
    EXPECT_EQ(decide(request, {}, {"involvement:N1"}).state, "partly-refused");
    const std::vector<DeletionItem> items = DeletionStore(database()).items(request);
    EXPECT_EQ(*items[0].decision + " " + *items[0].decided_by + ": " + *items[0].decision_reason,
              "delete dana: as asked");
    EXPECT_EQ(*items[1].decision, "keep");
}

TEST_P(DeletionCaseworkTest, NothingIsDecidedForWhoeverMayNotAskAnyMore) {
    load_due({quill()});
    const std::string request = confirmed();
    load({person("Quill", R"(,"date_of_birth":"2001-02-03","date_of_death":"2026-11-21")")});
    EXPECT_EQ(said_of([&] { decide(request, {"involvement:C1"}); }).substr(0, 3), "77:");
    EXPECT_EQ(refuse(request).state, "refused") << "it is answered all the same";
}

TEST_P(DeletionCaseworkTest, AWarningIsOfWhatLiesThere) {
    load_due({quill()});
    const std::string request = assessed();
    load({entry("E9", "C1")});
    EXPECT_EQ(said_of([&] { warn(request); }),
              "77: what request " + request + " asks for has changed since it was assessed");
    EXPECT_EQ(said_of([&] {
                  casework(wren, [&](DeletionCasework& work) { work.require_as_assessed(request); });
              }).substr(0, 3),
              "77:");
}

TEST_P(DeletionCaseworkTest, AWarningIsGivenAfterTheAssessmentAndNotInTheFuture) {
    load_due({quill()});
    const std::string request = assessed();
    const auto on = [&](int day) {
        return Date{std::chrono::year{2026}, std::chrono::month{11},
                    std::chrono::day(static_cast<unsigned>(day))};
    };
    EXPECT_EQ(said_of([&] { warn(request, on(22)); }).substr(0, 3), "65:");
    EXPECT_EQ(said_of([&] { warn(request, on(24)); }).substr(0, 3), "65:");
    EXPECT_EQ(said_of([&] { warn(request, on(23)); }), "done");
}

TEST_P(DeletionCaseworkTest, AMarkIsOfAPartAndHasAReason) {
    load_due({quill(true)});
    const std::string request = assessed({"involvement:C1"});
    EXPECT_EQ(said_of([&] {
                  assess(request, {{"involvement:N1", "misfiled", "why", "wren", "2026-11-23"}});
              }),
              "65: \"involvement:N1\" is no part of what request " + request + " asks for");
    EXPECT_EQ(said_of([&] {
                  assess(request, {{"entry:E1", "misfiled", " ", "wren", "2026-11-23"}});
              }),
              "64: a reason is needed");
    EXPECT_EQ(verdicts(assess(request, {{"entry:E1", "misfiled", "another's", "wren", "2026-11-23"}})),
              "entry:E1 person-decides, involvement:C1 free");
}

TEST_P(DeletionCaseworkTest, WhatWasDecidedBeforeADoubtIsVoid) {
    load_due({quill(true)});
    const std::string request = confirmed();
    decide(request, {"involvement:C1"});
    as(wren, [&](const Actor& who, const SignedAct& act) {
        CompetenceFinding finding;
        finding.assessor = "S";
        finding.basis = "a stay in hospital";
        finding.on = today;
        return RequestIntake(database(), who, act, RequestRight::erasure).judge(request, finding);
    });
    EXPECT_EQ(state(request), "received");
    for (const DeletionItem& item : DeletionStore(database()).items(request))
        EXPECT_FALSE(item.decision) << item.item;
}

}  // namespace
}  // namespace casekeeper::test

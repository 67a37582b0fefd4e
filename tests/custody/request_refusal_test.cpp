// SPDX-License-Identifier: MIT
#include "custody/request_refusal.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

constexpr Date day{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

CaseEvent event(const std::string& name, const std::string& facts = "{}",
                const std::string& on = "2026-11-01") {
    CaseEvent record;
    record.event = name;
    record.on = on;
    record.facts = facts;
    return record;
}

// A request of which everything is in order.
class RequestRefusal : public ::testing::Test {
protected:
    RequestRefusal() {
        DeletionCase one;
        one.request = "R1";
        one.person = "P1";
        one.state = "granted";
        one.assessment = "abc";
        one.has_request = true;
        question.one = one;
        DeletionItem item;
        item.item = "involvement:I1";
        item.involvement = "I1";
        item.verdict = "free";
        item.decision = "delete";
        item.decided_by = "dana";
        question.items = {item};
        fresh.digest = "abc";
        fresh.items = question.items;
        question.fresh = &fresh;
        question.events = {event("identify"), event("assess"), event("warn", R"({"assessment":"abc"})"),
                           event("confirm"), event("grant", R"({"role":"dpo"})")};
        question.cooling_off_days = 7;
    }
    std::string code() {
        std::vector<std::string> holds;
        return request_refusal(question, day, holds);
    }

    RequestAssessment fresh;
    RequestQuestion question;
};

TEST_F(RequestRefusal, NothingSpeaksAgainstOneInOrder) {
    EXPECT_EQ(code(), "");
}

TEST_F(RequestRefusal, EachQuestionIsAsked) {
    const auto with = [&](const auto& change) {
        const RequestQuestion before = question;
        const RequestAssessment as_assessed = fresh;
        change();
        const std::string said = code();
        question = before;
        fresh = as_assessed;
        return said;
    };
    EXPECT_EQ(with([&] { question.one.reset(); }), "gone");
    EXPECT_EQ(with([&] { question.fresh = nullptr; }), "gone");
    EXPECT_EQ(with([&] { question.one->has_request = false; }), "gone");
    for (const char* state : {"received", "entitled", "assessed", "warned", "confirmed", "executed",
                              "refused", "notified", "withdrawn", "referred", "disputed"})
        EXPECT_EQ(with([&] { question.one->state = state; }), "not-decided") << state;
    EXPECT_EQ(with([&] { question.one->asks_for = "correction"; }), "not-decided");
    EXPECT_EQ(with([&] { question.items[0].decision.reset(); }), "not-decided");
    EXPECT_EQ(with([&] { question.items[0].decided_by.reset(); }), "not-decided");
    EXPECT_EQ(with([&] { question.items[0].decision = "keep"; }), "not-decided") << "nothing is to go";
    EXPECT_EQ(with([&] { question.events[2].event = "lost"; }), "not-warned");
    EXPECT_EQ(with([&] { question.events[2].facts = R"({"assessment":"older"})"; }), "not-warned")
        << "of something else";
    EXPECT_EQ(with([&] { question.events[3].event = "lost"; }), "not-confirmed");
    EXPECT_EQ(with([&] { question.events[4].event = "lost"; }), "not-decided");
    EXPECT_EQ(with([&] { question.events[4].facts = R"({"role":"practitioner"})"; }), "not-decided");
    EXPECT_EQ(with([&] { fresh.items[0].verdict = "statutory"; }), "statutory");
    EXPECT_EQ(with([&] { fresh.digest = "other"; }), "changed");
    EXPECT_EQ(with([&] { fresh.open_access_request = "A1"; }), "access-first");
    EXPECT_EQ(with([&] { question.others_open = true; }), "request-first");
    EXPECT_EQ(with([&] { question.is_entitled = false; }), "not-entitled");
    EXPECT_EQ(with([&] { question.events[4].on = "2026-11-25"; }), "cooling-off");
}

TEST_F(RequestRefusal, WhatWasSaidBeforeTheLatestAssessmentDoesNotStand) {
    for (const char* anew : {"assess", "reassess", "reopen", "doubt"}) {
        question.events.push_back(event(anew));
        EXPECT_EQ(code(), "not-warned") << anew;
        question.events.pop_back();
    }
    question.events.push_back(event("warn", R"({"assessment":"abc"})"));
    EXPECT_EQ(code(), "not-confirmed") << "warned again, and not asked again";
    question.events.push_back(event("confirm"));
    EXPECT_EQ(code(), "not-decided") << "asked again, and not decided again";
}

TEST_F(RequestRefusal, AdviceAndDisputesChangeNothingOfIt) {
    question.events.insert(question.events.begin() + 3, {event("refer"), event("advise")});
    question.events.push_back(event("dispute"));
    question.events.push_back(event("stand"));
    EXPECT_EQ(code(), "");
}

TEST_F(RequestRefusal, AHoldOnAPartThatStaysIsNoObstacle) {
    Decision decision;
    decision.involvement = "I2";
    decision.holds = {"H1"};
    fresh.decided.decisions = {decision};
    DeletionItem kept = question.items[0];
    kept.item = "involvement:I2";
    kept.involvement = "I2";
    kept.decision = "keep";
    question.items.push_back(kept);
    EXPECT_EQ(code(), "");
    question.items.back().decision = "delete";
    std::vector<std::string> holds;
    EXPECT_EQ(request_refusal(question, day, holds), "held");
    EXPECT_EQ(holds, std::vector<std::string>{"H1"});
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// A store in which things come due, the disposition review of its nights, and people who sign off.
#pragma once

#include <string>
#include <vector>

#include "disposal/disposition_review.h"
#include "disposal/sign_off.h"
#include "retention/holds.h"
#include "support/gate_world.h"

namespace casekeeper::test {

class ReviewWorld : public GateWorld {
protected:
    using Texts = std::vector<std::string>;

    // A night up to its review.
    ReviewResult review(Date on = today, bool dry_run = false) {
        night(to_text(on));
        const ScheduleInForce in_force = schedule_in_force(database());
        ReviewOrder order;
        order.day = on;
        order.at = to_text(on) + "T03:00:00Z";
        order.actor = "night";
        order.dry_run = dry_run;
        return review_dispositions(database(), in_force, order);
    }
    // A youth club's involvement whose record ends in one of the schedule's ways.
    static Texts in_the_way(const std::string& way, const std::string& of = "Quill") {
        return {person(of, R"(,"date_of_birth":"2001-02-03")"),
                involvement(
                    "C-" + of, of,
                    R"(,"service":"youth-club","closed":"2016-01-01","attributes":{"way":")" + way + "\"}")};
    }
    // Every proposal, as "I-Quill destroy rest 2022-01-01 proposed".
    Texts all() const {
        return sql(
            "select coalesce(involvement, '-') || ' ' || action || ' ' || rule || ' ' || "
            "coalesce(retain_until, '-') || ' ' || state || coalesce(' ' || withdrawn_because, '') "
            "from proposal order by number");
    }
    // The number of the last proposal of an involvement.
    long long number_of(const std::string& involvement) const {
        return std::stoll(sql_value("select cast(max(number) as text) from proposal where involvement = '" +
                                    involvement + "'"));
    }
    Proposal found(long long number) { return *proposals().find(number); }

    // Does something under a name with a role. What it is given is a SignOff.
    template <typename Sign>
    auto as(const std::string& name, const Sign& sign, Date on = today,
            const std::string& professional = "") {
        const Actor actor{name, name, {Role::reviewer, Role::records_officer}, professional};
        const ScheduleInForce in_force = schedule_in_force(database());
        const SignedAct act{name, to_text(on) + "T10:00:00Z", on, registered().pseudonyms()};
        SignOff sign_off(database(), in_force, settings, actor, act);
        return sign(sign_off);
    }
    Proposal approve(const std::string& name, long long number, Date on = today) {
        return as(
            name, [&](SignOff& sign_off) { return sign_off.approve(number); }, on);
    }
    // "done", or how a signature was refused; that then nothing changed is expected.
    template <typename Sign>
    std::string refused(const std::string& name, const Sign& sign, Date on = today,
                        const std::string& professional = "") {
        const std::string before = everything();
        const std::string said = error_of([&] { as(name, sign, on, professional); });
        if (said != "done") {
            EXPECT_EQ(everything(), before) << said;
        }
        return said;
    }
    std::string refused_approval(const std::string& name, long long number, Date on = today) {
        return refused(
            name, [&](SignOff& sign_off) { sign_off.approve(number); }, on);
    }
    void release(const std::string& hold, Date on = today) {
        release_hold(database(), hold, "it has ended",
                     {"rita", to_text(on) + "T10:00:00Z", on, registered().pseudonyms()});
    }
    // The kinds of the register's lines, the first two (schedules adopted) left out.
    Texts line_kinds() const {
        return sql("select kind from register_line where number > 2 order by number");
    }

    DisposalSettings settings;
};

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "retention/schedule_adoption.h"

#include "store/decision_store.h"
#include "store/register_store.h"
#include "support/made_up_people.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ScheduleAdoptionTest : public LoadedStoreTest {
protected:
    std::string changed(const std::string& from, const std::string& to) const {
        std::string text = sql_value("select schedule from adopted_schedule order by number desc");
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }
    ReadSchedule read(const std::string& schedule) const {
        return read_schedule(schedule,
                             sql_value("select catalogue from adopted_schedule order by number desc"),
                             "schedule.toml", "services.toml", today, {});
    }
    static AdoptionAct act(const std::string& actor, Date on = today) {
        return {actor, to_text(on) + "T09:00:00Z", on};
    }
    Adoption propose(const std::string& schedule, const AdoptionRules& rules = {}) {
        return propose_schedule(database(), read(schedule), "yearly review", act("ruth"), rules);
    }
    std::string in_force() const {
        return sql_value(
            "select version || ' ' || adopted_by || ' ' || coalesce(reason, '-') || ' ' || "
            "coalesce(confirmed_by, '-') || ' ' || coalesce(cooling_until, '-') "
            "from adopted_schedule order by number desc");
    }
    Texts kinds() {
        Texts kinds;
        for (const std::string& kind : sql("select kind from register_line order by number"))
            if (kind.starts_with("schedule")) kinds.push_back(kind);
        return kinds;
    }
    Texts decisions() const {
        return sql(
            "select person || '|' || involvement || '|' || service || '|' || outcome || '|' || "
            "coalesce(rule, '') "
            "|| '|' || coalesce(retain_until, '') || '|' || coalesce(minimise_on, '') || '|' || "
            "coalesce(transfer_on, '') || '|' || conflict || '|' || coalesce(reconsider_on, '') || '|' || "
            "coalesce(holds, '') from decision order by 1");
    }
    Texts tallies() const {
        return sql(
            "select service || '|' || outcome || '|' || rule || '|' || falls_in || '|' || conflict || '|' || "
            "decisions from decision_tally order by 1");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ScheduleAdoptionTest);

TEST_P(ScheduleAdoptionTest, TheFirstHasNoCoolingOff) {
    EXPECT_EQ(in_force(), "1 ruth - - -");
}

TEST_P(ScheduleAdoptionTest, StartsACoolingOff) {
    load(made_up_people(40));
    const Adoption adoption = propose(changed("+ 6y", "+ 8y"));
    EXPECT_EQ(adoption.outcome, Adoption::Outcome::in_force);
    EXPECT_EQ(adoption.diff.earlier, 0);
    EXPECT_EQ(adoption.cooling_until, day("2026-12-07"));
    EXPECT_EQ(in_force(), "1 ruth yearly review - 2026-12-07");
    EXPECT_EQ(kinds(), (Texts{"schedule-adopted", "schedule-adopted"}));
    EXPECT_EQ(schedule_in_force(database()).adopted.cooling_until, "2026-12-07");
}

TEST_P(ScheduleAdoptionTest, CoolsOffForNoDaysWhereNoneAreAskedFor) {
    propose(changed("+ 6y", "+ 8y"), {0, 0.05});
    EXPECT_EQ(in_force(), "1 ruth yearly review - -");
}

TEST_P(ScheduleAdoptionTest, DoesNothingWhereItIsInForceAlready) {
    const std::string before = everything();
    EXPECT_EQ(propose(changed("birth", "birth")).outcome, Adoption::Outcome::is_in_force_already);
    EXPECT_EQ(everything(), before);
}

// A key pressed once too few: birth + 75y -> birth + 7y.
TEST_P(ScheduleAdoptionTest, StopsAtASlipOfThePen) {
    load(made_up_people(60));
    night();
    const std::string before = in_force();
    const std::string next = changed("birth + 75y", "birth + 7y");
    const Adoption adoption = propose(next);
    EXPECT_EQ(adoption.outcome, Adoption::Outcome::waits);
    EXPECT_GT(adoption.diff.share_worse(), 0.05);
    EXPECT_EQ(in_force(), before);
    EXPECT_EQ(stale(), Texts{});
    EXPECT_EQ(kinds(), (Texts{"schedule-adopted", "schedule-proposed"}));
    EXPECT_EQ(sql_value("select digest from schedule_in_waiting"), read(next).digest());
}

TEST_P(ScheduleAdoptionTest, StopsBeyondTheShareAndNotAtIt) {
    for (int i = 0; i < 20; ++i) {
        const std::string number = std::to_string(i);
        load({person("P" + number), involvement("I" + number, "P" + number,
                                                i < 1 ? R"(,"service":"youth-club","closed":"2020-01-01")"
                                                      : R"(,"closed":"2020-01-01")")});
    }
    const std::string next = changed("last-contact + 1y", "last-contact + 0y");
    EXPECT_EQ(propose(next, {14, 0.049}).outcome, Adoption::Outcome::waits);
    EXPECT_EQ(propose(next, {14, 0.05}).outcome, Adoption::Outcome::in_force);
}

TEST_P(ScheduleAdoptionTest, AnotherPersonConfirms) {
    load(made_up_people(40));
    const std::string next = changed("birth + 75y", "birth + 7y");
    propose(next);
    const std::string digest = read(next).digest();
    EXPECT_EQ(error_of([&] { confirm_schedule(database(), digest, act("ruth"), {}); }),
              "77: the schedule was proposed by the same person: ruth");
    EXPECT_EQ(
        error_of([&] { confirm_schedule(database(), digest.substr(0, 7), act("rhea"), {}); }).substr(0, 3),
        "65:");
    EXPECT_EQ(error_of([&] { confirm_schedule(database(), "ffffffffffff", act("rhea"), {}); }).substr(0, 3),
              "65:");
    const AdoptedSchedule adopted =
        confirm_schedule(database(), digest.substr(0, 12), act("rhea", day("2026-11-25")), {});
    EXPECT_EQ(adopted.digest, digest);
    EXPECT_EQ(in_force(), "1 ruth yearly review rhea 2026-12-09");
    EXPECT_EQ(kinds(),
              (Texts{"schedule-adopted", "schedule-proposed", "schedule-confirmed", "schedule-adopted"}));
    EXPECT_EQ(sql_value("select count(*) from schedule_in_waiting"), "0");
    EXPECT_EQ(error_of([&] { confirm_schedule(database(), digest, act("rhea"), {}); }).substr(0, 3), "65:");
}

// What waits was measured against another.
TEST_P(ScheduleAdoptionTest, NothingWaitsAnyLongerOnceAnotherIsInForce) {
    load(made_up_people(40));
    const std::string next = changed("birth + 75y", "birth + 7y");
    propose(next);
    propose(next);
    EXPECT_EQ(sql_value("select count(*) from schedule_in_waiting"), "1");
    propose(changed("+ 6y", "+ 8y"));
    EXPECT_EQ(sql_value("select count(*) from schedule_in_waiting"), "0");
}

TEST_P(ScheduleAdoptionTest, ConcernsOnlyWhoHasAServiceOfARuleThatDiffers) {
    load({person("P1"), involvement("C1", "P1", R"(,"service":"youth-club","closed":"2020-01-01")"),
          person("P2"), involvement("I2", "P2", R"(,"closed":"2020-01-01")"), person("P3"), person("P4"),
          involvement("C4", "P4", R"(,"service":"youth-club")"),
          R"({"type":"relationship","person":"P3","kind":"same-person","other":"P4"})"});
    night();
    adopt(changed("last-contact + 1y", "last-contact + 2y"));
    EXPECT_EQ(stale(), (Texts{"P1", "P3", "P4"}));
    night();
    adopt(changed("[schedule]", "[schedule]\nholds_after_answer = \"1y\""));
    EXPECT_EQ(stale().size(), 4U);
}

// Whatever a change of the schedule, deciding whom it concerns comes to the same as deciding everybody.
TEST_P(ScheduleAdoptionTest, DecidesAsIfEverybodyWereDecidedAgain) {
    load(made_up_people(60));
    night();
    const std::string extra =
        "[[rule]]\nid = \"extra\"\nservices = [\"complaint\"]\nif = \"ever(looked-after)\"\nuntil = \"closed "
        "+ 50y\"\n"
        "replaces = [\"carer\"]\ncovers = \"person\"\nauthority = \"policy\"\nbasis = \"business\"\n";
    const std::string rest = "[[rule]]\nid = \"rest\"";
    int narrower = 0;
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"birth + 75y", "birth + 40y"},
             {"covers = \"file\"", "covers = \"person\""},
             {"covers = \"person\"", "covers = \"involvement\""},
             {"last-contact + 1y", "last-contact + 9y"},
             {"not_while = \"family-open(child-in-need)\"\n", ""},
             {rest, extra + rest},
             {"replaces = [\"carer\"]", "replaces = [\"club\"]"},
             {"replaces = [\"club\"]\n", ""},
             {"if = \"ever(looked-after)\"\n", ""},
             {"id = \"club\"", "id = \"clubs\""},
             {"default = true", "default = false"},
             {"[schedule]", "[schedule]\nfinancial_year_starts = \"04-06\""}}) {
        adopt(changed(from, to));
        narrower += stale().size() < 60;
        night();
        const Texts narrow = decisions();
        const Texts narrow_tallies = tallies();
        DecisionStore(database()).mark_everybody();
        EXPECT_EQ(night().people, 57) << from;  // joined records are one
        EXPECT_EQ(decisions(), narrow) << from;
        EXPECT_EQ(tallies(), narrow_tallies) << from;
    }
    EXPECT_GE(narrower, 9);
}

}  // namespace
}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "support/gate_world.h"

#include <sstream>

namespace casekeeper::test {
namespace {

constexpr const char* schedule = R"toml([schedule]
title = "Schedule of the gate's tests"
version = "7"
[[rule]]
id = "rest"
services = ["*"]
default = true
until = "closed + 6y"
authority = "local policy"
basis = "business"
[[rule]]
id = "kept-elsewhere"
services = ["youth-club"]
if = "way = archive"
until = "closed + 1y"
action = "archive"
authority = "local policy"
basis = "business"
[[rule]]
id = "counted"
services = ["youth-club"]
if = "way = anonymise"
until = "closed + 1y"
action = "anonymise"
authority = "local policy"
basis = "business"
[[rule]]
id = "looked-at"
services = ["youth-club"]
if = "way = review"
until = "closed + 1y"
action = "review"
authority = "local policy"
basis = "business"
[[rule]]
id = "asked"
services = ["youth-club"]
if = "way = decide"
action = "decide"
authority = "local policy"
basis = "business"
[[rule]]
id = "told"
services = ["youth-club"]
if = "way = notice"
until = "closed + 1y"
approvals = 2
notify_before = "6m"
authority = "local policy"
basis = "business"
[[rule]]
id = "basic"
services = ["child-in-need"]
if = "way = minimise and recorded(visited)"
until = "closed + 1y"
action = "minimise"
keep = ["closure_reason", "placement", "topic"]
authority = "local policy"
basis = "business"
[[rule]]
id = "moved"
services = ["child-in-need"]
if = "way = transfer"
until = "closed + 1y"
action = "transfer"
to = "the county archive"
authority = "local policy"
basis = "business"
[[rule]]
id = "by-leader"
services = ["looked-after"]
if = "recorded(death@leader)"
until = "death@leader + 20y"
authority = "local policy"
basis = "business"
)toml";

constexpr const char* proposed_on = "2026-11-01";
constexpr const char* approved_on = "2026-11-05";

}  // namespace

void GateWorld::SetUp() {
    LoadedStoreTest::SetUp();
    if (!IsSkipped()) adopt(schedule);
}

std::vector<std::string> GateWorld::due_child(const std::string& name) {
    return {person(name, R"(,"date_of_birth":"2001-02-03")"),
            involvement("I-" + name, name, R"(,"closed":"2016-01-01")"),
            entry("E-" + name, "I-" + name, R"(,"account":"what was said of )" + name + "\"")};
}

std::vector<std::string> GateWorld::club(const std::string& id, const std::string& of,
                                         const std::string& more) {
    return {involvement(
        id, of, R"(,"service":"youth-club","closed":"2016-01-01","attributes":{"way":"plain"})" + more)};
}

void GateWorld::load_due(const std::vector<std::vector<std::string>>& lists) {
    std::vector<std::string> lines;
    for (const std::vector<std::string>& list : lists) lines.insert(lines.end(), list.begin(), list.end());
    for (const std::string& text : texts_of(load(lines)))
        EXPECT_EQ(text.find("error"), std::string::npos) << text;
    night();
}

std::string GateWorld::hold(const std::string& id, const std::string& scope, const std::string& more) {
    return R"({"type":"hold","id":")" + id +
           R"(","kind":"other","authority":"a","reason":"r","from":"2020-01-01",)" + R"("scope":)" + scope +
           more + "}";
}

std::vector<std::string> GateWorld::rows_with(const std::string& word) const {
    std::vector<std::string> rows;
    std::istringstream all(everything());
    for (std::string row; std::getline(all, row);)
        if (row.find(word) != std::string::npos) rows.push_back(row);
    return rows;
}

void GateWorld::expect_counts_agree() const {
    EXPECT_EQ(counts(), counts_recounted());
    EXPECT_EQ(tallies(), tallies_recomputed());
}

Proposal GateWorld::propose(const std::string& involvement, const std::string& action,
                            const std::string& rule) {
    Proposal proposal;
    proposal.person = sql_value("select person from involvement where id = '" + involvement + "'");
    proposal.involvement = involvement;
    proposal.service = sql_value("select service from involvement where id = '" + involvement + "'");
    proposal.action = action;
    proposal.rule = rule;
    const char* day_of = action == "minimise"   ? "minimise_on"
                         : action == "transfer" ? "transfer_on"
                                                : "retain_until";
    const std::string day = sql_value(std::string("select ") + day_of +
                                      " from decision where involvement = '" + involvement + "'");
    if (day != "-") proposal.retain_until = day;
    proposal.schedule = schedule_in_force(database()).adopted.number;
    proposal.fingerprint = fingerprint_of(database(), involvement);
    proposal.state = "approved";
    proposal.proposed_on = proposed_on;
    proposal.executes_on = "2026-11-12";
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    proposal.number = proposals().add(proposal);
    proposals().approve(proposal.number, {"rita", "reviewer", approved_on, "2027-05-05"});
    proposals().approve(proposal.number, {"rob", "reviewer", approved_on, "2027-05-05"});
    work.commit();
    return proposal;
}

std::vector<GateAnswer> GateWorld::execute_all(const std::vector<Proposal>& ready, Date on, bool dry_run) {
    return gate().execute(ready, on, to_text(on) + "T03:00:00Z", "night", dry_run);
}

std::string GateWorld::said(const GateAnswer& answer) {
    if (answer.done) return "done";
    std::string text = answer.refused_because;
    for (const std::string& hold : answer.holds) text += " " + hold;
    return text;
}

RegisterPlaces GateWorld::places() const {
    return {folder.path("elsewhere/mirror.jsonl"), folder.path("elsewhere/keys")};
}

Gate& GateWorld::gate() {
    if (!gate_) {
        in_force_ = std::make_unique<ScheduleInForce>(schedule_in_force(database()));
        gate_ = std::make_unique<Gate>(database(), *in_force_, registered(), rules);
    }
    return *gate_;
}

Register& GateWorld::registered() {
    if (!register_) register_ = std::make_unique<Register>(database(), places());
    return *register_;
}

void GateWorld::renew() {
    gate_.reset();
    register_.reset();
    in_force_.reset();
}

std::vector<std::string> GateWorld::tallies() const {
    return sql(
        "select service || ' ' || outcome || ' ' || rule || ' ' || falls_in || ' ' || "
        "cast(conflict as text) || ' ' || cast(decisions as text) from decision_tally order by 1");
}

std::vector<std::string> GateWorld::tallies_recomputed() const {
    return sql(
        "select service || ' ' || outcome || ' ' || coalesce(rule, '') || ' ' || "
        "case when outcome = 'retain' then substr(coalesce(retain_until, ''), 1, 4) else '' end || ' ' || "
        "cast(conflict as text) || ' ' || cast(count(*) as text) from decision "
        "group by service, outcome, rule, case when outcome = 'retain' then substr(coalesce(retain_until, "
        "''), "
        "1, 4) else '' end, conflict order by 1");
}

std::vector<std::string> GateWorld::counts() const {
    return sql("select type || ' ' || cast(records as text) from record_count where records <> 0 order by 1");
}

std::vector<std::string> GateWorld::counts_recounted() const {
    std::string query;
    for (const RecordFormat& format : record_formats()) {
        const std::string type(format.name);
        const bool is_person = format.type == RecordType::person;
        query += (query.empty() ? "" : " union all ") + std::string("select '") + type +
                 " ' || cast(count(*) as text) as counted from " + type +
                 (is_person ? " where id not in (select person from person_stub)" : "") +
                 " having count(*) > 0";
    }
    return sql("select counted from (" + query + ") every_type order by 1");
}

}  // namespace casekeeper::test

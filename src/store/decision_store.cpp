// SPDX-License-Identifier: MIT
#include "store/decision_store.h"

#include <algorithm>

#include "sql_statements.h"

namespace casekeeper {
namespace {

// Why a person must look at a decision; null where nobody must.
std::optional<std::string> attention_of(const StoredDecision& decision) {
    for (const char* outcome : {"due", "review", "held", "undetermined"})
        if (decision.outcome == outcome) return decision.outcome;
    if (decision.conflict) return "conflict";
    return std::nullopt;
}

const StoredDecision* find(const std::vector<StoredDecision>& decisions, const StoredDecision& like) {
    const auto found = std::find_if(decisions.begin(), decisions.end(), [&](const StoredDecision& d) {
        return d.involvement == like.involvement && d.person == like.person;
    });
    return found == decisions.end() ? nullptr : &*found;
}

}  // namespace

bool DecisionStore::has_any() {
    return database_.query(sql::decisions::has_decisions).number() > 0;
}

void DecisionStore::count(const StoredDecision& decision, long long by) {
    const std::string_view month =
        decision.retain_until ? std::string_view(*decision.retain_until).substr(0, 7) : "";
    key_.assign(decision.service).append(1, '\x1f').append(decision.outcome).append(1, '\x1f');
    key_.append(decision.rule.value_or(""))
        .append(1, '\x1f')
        .append(month)
        .append(decision.conflict ? "!" : "");
    const auto [change, is_new] = changes_.try_emplace(key_);
    if (is_new)
        change->second = {decision.service,   decision.outcome,  decision.rule.value_or(""),
                          std::string(month), decision.conflict, 0};
    change->second.decisions += by;
}

void DecisionStore::insert(const StoredDecision& decision, const std::string& day, long long schedule) {
    database_.query(sql::decisions::insert_decision)
        .set("person", decision.person)
        .set("involvement", decision.involvement)
        .set("service", decision.service)
        .set("outcome", decision.outcome)
        .set("rule", decision.rule)
        .set("retain_until", decision.retain_until)
        .set("minimise_on", decision.minimise_on)
        .set("transfer_on", decision.transfer_on)
        .set("conflict", decision.conflict ? 1 : 0)
        .set("reconsider_on", decision.reconsider_on)
        .set("holds", decision.holds)
        .set("evaluated_on", day)
        .set("schedule", schedule)
        .set("attention", attention_of(decision))
        .run();
}

long long DecisionStore::write(const std::vector<StoredDecision>& before,
                               const std::vector<StoredDecision>& now, const std::string& day,
                               long long schedule, bool all) {
    long long written = 0;
    for (const StoredDecision& old : before) {
        if (find(now, old)) continue;
        count(old, -1);
        database_.query(sql::decisions::remove_decision)
            .set("person", old.person)
            .set("involvement", old.involvement)
            .run();
        ++written;
    }
    for (const StoredDecision& decision : now) {
        const StoredDecision* old = before.empty() ? nullptr : find(before, decision);
        if (old && *old == decision && !all) continue;
        if (old) count(*old, -1);
        count(decision, +1);
        insert(decision, day, schedule);
        ++written;
    }
    return written;
}

void DecisionStore::set_reads(const std::string& reader, const std::vector<std::string>& before,
                              const std::vector<std::string>& now) {
    if (before == now) return;
    if (!before.empty()) database_.query(sql::decisions::clear_reads).set("reader", reader).run();
    for (const std::string& read : now)
        database_.query(sql::decisions::insert_read).set("reader", reader).set("read_person", read).run();
}

void DecisionStore::flush_tallies() {
    for (const auto& [key, change] : changes_) {
        if (change.decisions == 0) continue;
        database_.query(sql::decisions::add_to_tally)
            .set("service", change.service)
            .set("outcome", change.outcome)
            .set("rule", change.rule)
            .set("falls_in", change.falls_in)
            .set("conflict", change.conflict ? 1 : 0)
            .set("decisions", change.decisions)
            .run();
    }
    if (!changes_.empty()) database_.query(sql::decisions::drop_empty_tallies).run();
    changes_.clear();
}

void DecisionStore::mark_person(const std::string& person) {
    database_.query(sql::decisions::mark_person).set("person", person).run();
}

void DecisionStore::mark_readers(const std::string& person) {
    database_.query(sql::decisions::mark_readers).set("person", person).run();
}

void DecisionStore::mark_service(const std::string& service) {
    database_.query(sql::decisions::mark_service).set("service", service).run();
}

void DecisionStore::mark_everybody() {
    database_.query(sql::decisions::mark_everybody).run();
}

bool DecisionStore::is_evaluated_after(Date day) {
    const std::optional<std::string> evaluated = database_.query(sql::decisions::latest_evaluation).value();
    return evaluated && *evaluated > to_text(day);
}

bool DecisionStore::mark_for_day(Date day) {
    if (is_evaluated_after(day)) {
        mark_everybody();
        return true;
    }
    database_.query(sql::decisions::mark_time).set("day", to_text(day)).run();
    return false;
}

void DecisionStore::finish_range(const std::string& after, const std::string& upto) {
    database_.query(sql::decisions::touch_stale_range).set("after", after).set("upto", upto).run();
}

void DecisionStore::set_evaluated(Date day) {
    const std::optional<std::string> before = database_.query(sql::decisions::latest_evaluation).value();
    if (before && *before == to_text(day)) return;
    database_.query(sql::decisions::clear_latest_evaluation).run();
    database_.query(sql::decisions::set_latest_evaluation).set("day", to_text(day)).run();
}

long long DecisionStore::stale_people() {
    return database_.query(sql::decisions::number_stale).number();
}

std::vector<Tally> DecisionStore::tallies() {
    std::vector<Tally> tallies;
    database_.query(sql::decisions::tallies).each(6, [&](const Row& row) {
        tallies.push_back(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.number(4) != 0, row.number(5)});
    });
    return tallies;
}

std::vector<AttentionItem> DecisionStore::needing_attention(const std::string& attention, int size) {
    std::vector<AttentionItem> items;
    database_.query(sql::decisions::first_needing_attention)
        .set("attention", attention)
        .set("size", size)
        .each(8, [&](const Row& row) {
            items.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             row.text(6), row.number(7) != 0});
        });
    return items;
}

std::vector<ListedInvolvement> ListingStore::involvements_after(const std::string& id, int size) {
    std::vector<ListedInvolvement> listed;
    database_.query(sql::facts::page_of_involvement_ids)
        .set("after", id)
        .set("size", size)
        .each(13, [&](const Row& row) {
            ListedInvolvement one{row.text(0),  row.text(1),  row.text(2),
                                  std::nullopt, row.text(11), !row.is_null(12)};
            if (!row.is_null(3))
                one.decision = StoredDecision{one.person,           one.id,
                                              one.service,          row.text(3),
                                              row.optional_text(4), row.optional_text(5),
                                              row.optional_text(6), row.optional_text(7),
                                              row.number(8) != 0,   row.optional_text(9),
                                              row.optional_text(10)};
            listed.push_back(std::move(one));
        });
    return listed;
}

std::vector<std::string> ListingStore::people_without_involvement_after(const std::string& id, int size) {
    std::vector<std::string> ids;
    database_.query(sql::facts::page_of_people_without_involvement)
        .set("after", id)
        .set("size", size)
        .each(1, [&](const Row& row) { ids.push_back(row.text(0)); });
    return ids;
}

}  // namespace casekeeper

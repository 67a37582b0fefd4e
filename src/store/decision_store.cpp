// SPDX-License-Identifier: MIT
#include "store/decision_store.h"

#include <algorithm>

#include "base/json_text.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr char parting = '\x1f';

// Why a person must look at a decision; null where nobody must.
std::optional<std::string> attention_of(const StoredDecision& decision) {
    for (const char* outcome : {"due", "review", "held", "undetermined"})
        if (decision.outcome == outcome) return decision.outcome;
    if (decision.conflict) return "conflict";
    return std::nullopt;
}

// Can there be something to propose, or something proposed, by such a decision?
bool concerns_the_review(const StoredDecision& decision) {
    return decision.outcome == "due" || decision.outcome == "review" || decision.outcome == "held" ||
           decision.minimise_on || decision.transfer_on;
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
    const bool retained = decision.outcome == "retain" && decision.retain_until;
    const std::string_view until = retained ? std::string_view(*decision.retain_until) : "";
    const char* conflict = decision.conflict ? "1" : "0";
    key_.assign(decision.service).append(1, parting).append(decision.outcome).append(1, parting);
    key_.append(decision.rule.value_or("")).append(1, parting).append(until.substr(0, 4));
    key_.append(1, parting).append(conflict);
    changes_[key_] += by;
    if (!retained) return;
    key_.assign(until.substr(0, 7)).append(1, parting).append(decision.service).append(1, parting);
    key_.append(decision.rule.value_or("")).append(1, parting).append(conflict);
    retained_changes_[key_] += by;
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
        if (concerns_the_review(old)) mark_for_review(old.person);
        database_.query(sql::decisions::remove_decision)
            .set("person", old.person)
            .set("involvement", old.involvement)
            .run();
        ++written;
    }
    for (const StoredDecision& decision : now) {
        const StoredDecision* old = before.empty() ? nullptr : find(before, decision);
        if (old && *old == decision && !all) continue;
        if (concerns_the_review(decision) || (old && concerns_the_review(*old)))
            mark_for_review(decision.person);
        if (old) count(*old, -1);
        count(decision, +1);
        insert(decision, day, schedule);
        ++written;
    }
    return written;
}

// Where nobody was decided on before, it is everybody: one row instead of one each.
void DecisionStore::mark_for_review(const std::string& person) {
    if (!first_decisions_) {
        first_decisions_ = !has_any();
        if (*first_decisions_) database_.query(sql::disposals::mark_for_review).set("person", "").run();
    }
    if (*first_decisions_ || person == marked_) return;
    marked_ = person;
    database_.query(sql::disposals::mark_for_review).set("person", person).run();
}

void DecisionStore::set_reads(const std::string& reader, const std::vector<std::string>& before,
                              const std::vector<std::string>& now) {
    if (before == now) return;
    if (!before.empty()) database_.query(sql::decisions::clear_reads).set("reader", reader).run();
    for (const std::string& read : now)
        database_.query(sql::decisions::insert_read).set("reader", reader).set("read_person", read).run();
}

void DecisionStore::flush_tallies() {
    const auto add = [this](const Statement& statement, std::initializer_list<const char*> columns,
                            const std::unordered_map<std::string, long long>& changes) {
        for (const auto& [key, by] : changes) {
            if (by == 0) continue;
            Query& query = database_.query(statement);
            std::size_t start = 0;
            for (const char* column : columns) {
                const std::size_t end = std::min(key.find(parting, start), key.size());
                query.set(column, std::string_view(key).substr(start, end - start));
                start = end + 1;
            }
            query.set("decisions", by).run();
        }
    };
    add(sql::decisions::add_to_tally, {"service", "outcome", "rule", "falls_in", "conflict"}, changes_);
    add(sql::decisions::add_to_retained_tally, {"falls_in", "service", "rule", "conflict"},
        retained_changes_);
    if (!changes_.empty()) database_.query(sql::decisions::drop_empty_tallies).run();
    if (!retained_changes_.empty()) database_.query(sql::decisions::drop_empty_retained_tallies).run();
    changes_.clear();
    retained_changes_.clear();
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

void DecisionStore::mark_held_by(const std::string& hold) {
    // A decision keeps its holds as a JSON list; "!" and what LIKE takes for any character are written behind
    // one.
    std::string pattern = "%";
    for (const char character : json_string(hold)) {
        if (character == '%' || character == '_' || character == '!') pattern += '!';
        pattern += character;
    }
    database_.query(sql::decisions::mark_held_by).set("pattern", pattern + "%").run();
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

std::vector<Tally> DecisionStore::retained_tallies(int first_year, int last_year) {
    std::vector<Tally> tallies;
    database_.query(sql::decisions::retained_tallies)
        .set("first", std::to_string(first_year) + "-01")
        .set("last", std::to_string(last_year) + "-12")
        .each(5, [&](const Row& row) {
            tallies.push_back(
                {row.text(0), "retain", row.text(1), row.text(2), row.number(3) != 0, row.number(4)});
        });
    return tallies;
}

std::map<std::string, long long> DecisionStore::outcome_totals() {
    std::map<std::string, long long> totals;
    database_.query(sql::decisions::outcome_totals).each(2, [&](const Row& row) {
        totals[row.text(0)] = row.number(1);
    });
    return totals;
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
        .each(14, [&](const Row& row) {
            ListedInvolvement one{row.text(0),  row.text(1),      row.text(2), std::nullopt,
                                  row.text(11), !row.is_null(12), row.text(13)};
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

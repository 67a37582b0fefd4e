// SPDX-License-Identifier: MIT
#include "store/review_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int handover_columns = 7;

}  // namespace

std::optional<ReviewStore::State> ReviewStore::state() {
    std::optional<State> state;
    database_.query(sql::disposals::review_state).each(2, [&](const Row& row) {
        state = State{row.text(0), row.number(1)};
    });
    return state;
}

void ReviewStore::set_state(const State& state) {
    database_.query(sql::disposals::set_review_state)
        .set("reviewed_on", state.reviewed_on)
        .set("schedule", state.schedule)
        .run();
}

void ReviewStore::mark(const std::string& person) {
    database_.query(sql::disposals::mark_for_review).set("person", person).run();
}

void ReviewStore::mark_if_proposed(const std::string& person) {
    database_.query(sql::disposals::mark_if_proposed).set("person", person).run();
}

bool ReviewStore::is_marked(const std::string& person) {
    return database_.query(sql::disposals::is_marked_for_review).set("person", person).number() > 0;
}

void ReviewStore::clear(const std::string& person) {
    database_.query(sql::disposals::reviewed_person).set("person", person).run();
}

std::vector<std::string> ReviewStore::marked(const std::string& after, int size) {
    return texts(database_.query(sql::disposals::marked_for_review).set("after", after).set("size", size));
}

void ReviewStore::clear_range(const std::string& after, const std::string& upto) {
    database_.query(sql::disposals::reviewed_people).set("after", after).set("upto", upto).run();
}

std::vector<std::string> ReviewStore::people_needing(const std::string& attention, const std::string& after,
                                                     int size) {
    return texts(database_.query(sql::disposals::people_needing_attention)
                     .set("attention", attention)
                     .set("after", after)
                     .set("size", size));
}

std::vector<ReviewStore::Place> ReviewStore::people_on_the_way(const std::string& action, const Place& after,
                                                               const std::string& day, int size) {
    std::vector<Place> places;
    database_
        .query(action == "minimise" ? sql::disposals::people_to_minimise : sql::disposals::people_to_transfer)
        .set("after_day", after.first)
        .set("after", after.second)
        .set("day", day)
        .set("size", size)
        .each(2, [&](const Row& row) { places.emplace_back(row.text(0), row.text(1)); });
    return places;
}

std::vector<StoredDecision> ReviewStore::decisions_of(const std::string& person) {
    std::vector<StoredDecision> decisions;
    database_.query(sql::decisions::decisions_of_person).set("person", person).each(11, [&](const Row& row) {
        decisions.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.optional_text(4),
                             row.optional_text(5), row.optional_text(6), row.optional_text(7),
                             row.number(8) != 0, row.optional_text(9), row.optional_text(10)});
    });
    return decisions;
}

bool ReviewStore::has_open_proposals() {
    return database_.query(sql::disposals::has_open_proposals).number() > 0;
}

std::vector<Proposal> ReviewStore::open_of_person(const std::string& person) {
    return proposals_of(database_.query(sql::disposals::open_proposals_of_person).set("person", person));
}

std::vector<Proposal> ReviewStore::open_of_other_schedules(long long schedule, long long after, int size) {
    return proposals_of(database_.query(sql::disposals::open_proposals_of_other_schedules)
                            .set("schedule", schedule)
                            .set("after", after)
                            .set("size", size));
}

std::vector<Proposal> ReviewStore::lapsing(const std::string& day, long long after, int size) {
    return proposals_of(database_.query(sql::disposals::lapsing_proposals)
                            .set("day", day)
                            .set("after", after)
                            .set("size", size));
}

std::vector<Proposal> ReviewStore::with_old_word(const std::string& day, long long after, int size) {
    return proposals_of(database_.query(sql::disposals::open_proposals_with_old_word)
                            .set("day", day)
                            .set("after", after)
                            .set("size", size));
}

std::vector<Proposal> ReviewStore::open(long long after, int size) {
    return proposals_of(
        database_.query(sql::disposals::page_of_open_proposals).set("after", after).set("size", size));
}

std::vector<Proposal> ReviewStore::standing(long long after, int size) {
    return proposals_of(
        database_.query(sql::disposals::page_of_standing_proposals).set("after", after).set("size", size));
}

std::vector<std::string> ReviewStore::unwritten_notices(const std::string& after, int size) {
    return texts(database_.query(sql::disposals::unwritten_notices).set("after", after).set("size", size));
}

std::vector<std::string> ReviewStore::idle_letters(const std::string& after, int size) {
    return texts(database_.query(sql::disposals::idle_letters).set("after", after).set("size", size));
}

std::vector<ReviewStore::OwedNotice> ReviewStore::notices_owed(int size) {
    std::vector<OwedNotice> owed;
    database_.query(sql::disposals::notices_owed).set("size", size).each(4, [&](const Row& row) {
        owed.push_back({row.number(0), row.text(1), row.text(2), row.optional_text(3)});
    });
    return owed;
}

long long ReviewStore::number_of_notices_owed() {
    return database_.query(sql::disposals::number_of_notices_owed).number();
}

std::optional<ReviewStore::Provenance> ReviewStore::provenance(const std::string& involvement) {
    std::optional<Provenance> provenance;
    database_.query(sql::disposals::provenance).set("involvement", involvement).each(2, [&](const Row& row) {
        provenance = Provenance{row.text(0), row.text(1), {}};
    });
    if (!provenance) return std::nullopt;
    database_.query(sql::disposals::brought_in_by)
        .set("involvement", involvement)
        .each(1, [&](const Row& row) { provenance->brought_in_by.push_back(row.text(0)); });
    return provenance;
}

std::vector<StoredDecision> ReviewStore::at_their_end(const std::string& after, int size) {
    std::vector<StoredDecision> decisions;
    database_.query(sql::disposals::page_of_overdue)
        .set("after", after)
        .set("size", size)
        .each(7, [&](const Row& row) {
            StoredDecision decision;
            decision.person = row.text(0);
            decision.involvement = row.text(1);
            decision.service = row.text(2);
            decision.outcome = row.text(3);
            decision.rule = row.optional_text(4);
            decision.retain_until = row.optional_text(5);
            decision.holds = row.optional_text(6);
            decisions.push_back(std::move(decision));
        });
    return decisions;
}

std::vector<ReviewStore::Kind> ReviewStore::open_by_kind(const std::string& day) {
    std::vector<Kind> kinds;
    database_.query(sql::disposals::open_proposals_by_kind).set("day", day).each(5, [&](const Row& row) {
        kinds.push_back({row.text(0), row.text(1), row.text(2), row.number(3) != 0, row.number(4)});
    });
    return kinds;
}

long long ReviewStore::number_of_instructions_waiting() {
    return database_.query(sql::disposals::number_of_instructions_waiting).number();
}

std::vector<ReceiverBundle> ReviewStore::left_over_handovers() {
    std::vector<ReceiverBundle> handovers;
    database_.query(sql::disposals::handovers_of_closed_proposals)
        .each(handover_columns, [&](const Row& row) {
            handovers.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                 row.optional_text(5), row.optional_text(6)});
        });
    return handovers;
}

std::vector<std::string> ReviewStore::texts(Query& query) {
    std::vector<std::string> result;
    query.each(1, [&](const Row& row) { result.push_back(row.text(0)); });
    return result;
}

}  // namespace casekeeper

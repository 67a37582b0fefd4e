// SPDX-License-Identifier: MIT
#include "store/move_store.h"

#include <algorithm>

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int move_columns = 14;

std::vector<EntryMove> moves_of(Query& query) {
    std::vector<EntryMove> moves;
    query.each(move_columns, [&](const Row& row) {
        moves.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                         row.text(6), row.text(7), row.text(8), row.text(9), row.text(10),
                         row.optional_text(11), row.optional_text(12), row.optional_text(13)});
    });
    return moves;
}

}  // namespace

bool MoveStore::has_any() {
    return database_.query(sql::moves::number_of_moves).number() > 0;
}

std::vector<EntryMove> MoveStore::of_entry(const std::string& entry) {
    return moves_of(database_.query(sql::moves::moves_of_entry).set("entry", entry));
}

std::vector<EntryMove> MoveStore::page(long long after, int size, const std::string& state) {
    return moves_of(
        database_.query(sql::moves::page_of_moves).set("after", after).set("size", size).set("state", state));
}

std::optional<EntryMove> MoveStore::waiting(const std::string& entry) {
    for (EntryMove& move : of_entry(entry))
        if (move.state == "asked") return std::move(move);
    return std::nullopt;
}

std::optional<EntryMove> MoveStore::out_of(const std::string& entry, const std::string& involvement) {
    std::optional<EntryMove> last;
    for (EntryMove& move : of_entry(entry))
        if (move.state == "moved" && move.from_involvement == involvement) last = std::move(move);
    return last;
}

std::string MoveStore::left(const std::string& entry, const std::string& person,
                            const std::vector<std::string>& people) {
    const auto is_theirs = [&](const std::string& one) {
        return std::find(people.begin(), people.end(), one) != people.end();
    };
    std::string involvement;
    if (entry.empty() || is_theirs(person)) return involvement;
    for (const EntryMove& move : of_entry(entry))
        if (move.state == "moved" && is_theirs(move.from_person)) involvement = move.from_involvement;
    return involvement;
}

std::vector<MoveStore::Answer> MoveStore::answers_with(const std::string& item, const std::string& person) {
    std::vector<Answer> answers;
    database_.query(sql::moves::answers_with_part)
        .set("item", item)
        .set("person", person)
        .each(2, [&](const Row& row) {
            answers.push_back({row.text(0), row.text(1)});
        });
    return answers;
}

long long MoveStore::add(EntryMove move) {
    move.number = database_.query(sql::moves::next_move).number();
    put(move);
    return move.number;
}

void MoveStore::update(const EntryMove& move) {
    put(move);
}

void MoveStore::put(const EntryMove& move) {
    database_.query(sql::moves::put_move)
        .set("number", move.number)
        .set("entry", move.entry)
        .set("from_involvement", move.from_involvement)
        .set("from_person", move.from_person)
        .set("to_involvement", move.to_involvement)
        .set("to_person", move.to_person)
        .set("state", move.state)
        .set("reason", move.reason)
        .set("asked_on", move.asked_on)
        .set("asked_at", move.asked_at)
        .set("asked_by", move.asked_by)
        .set("agreed_by", move.agreed_by)
        .set("agreed_because", move.agreed_because)
        .set("moved_on", move.moved_on)
        .run();
}

}  // namespace casekeeper

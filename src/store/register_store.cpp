// SPDX-License-Identifier: MIT
#include "store/register_store.h"

#include "base/digest.h"
#include "base/json_text.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

KeptLine line_of(const Row& row) {
    return {row.number(0), row.text(1), row.text(2), row.text(3)};
}

void keep(Database& database, const KeptLine& line, const std::string& kind) {
    database.query(sql::register_lines::append_line)
        .set("number", line.number)
        .set("kind", kind)
        .set("line", line.line)
        .set("digest", line.digest)
        .run();
}

}  // namespace

long long RegisterStore::append(const RegisterLine& line) {
    const KeptLine last = head();
    KeptLine next;
    next.number = last.number + 1;
    next.line = JsonObject()
                    .number("number", next.number)
                    .text("previous", last.digest)
                    .text("at", line.at)
                    .text("kind", line.kind)
                    .text("actor", line.actor)
                    .raw("facts", line.facts)
                    .json();
    next.digest = sha256_of(next.line);
    keep(database_, next, line.kind);
    return next.number;
}

void RegisterStore::take_back(const KeptLine& line, const std::string& kind) {
    keep(database_, line, kind);
}

KeptLine RegisterStore::head() {
    KeptLine last{0, "", std::string(64, '0'), ""};
    database_.query(sql::register_lines::last_line).each(4, [&](const Row& row) { last = line_of(row); });
    return last;
}

std::optional<KeptLine> RegisterStore::line(long long number) {
    std::optional<KeptLine> found;
    database_.query(sql::register_lines::line).set("number", number).each(4, [&](const Row& row) {
        found = line_of(row);
    });
    return found;
}

std::vector<KeptLine> RegisterStore::page(long long after, int size, const std::string& kind) {
    std::vector<KeptLine> lines;
    Query& query = kind.empty() ? database_.query(sql::register_lines::page_of_lines)
                                : database_.query(sql::register_lines::lines_of_kind).set("kind", kind);
    query.set("after", after).set("size", size).each(4, [&](const Row& row) {
        lines.push_back(line_of(row));
    });
    return lines;
}

RegisterStore::State RegisterStore::state() {
    State state;
    database_.query(sql::register_lines::state).each(5, [&](const Row& row) {
        state = {row.number(0), row.number(1), row.text(2), row.number(3) != 0, row.text(4)};
    });
    return state;
}

void RegisterStore::set_mirrored(long long number) {
    database_.query(sql::register_lines::set_mirrored).set("mirrored", number).run();
}

void RegisterStore::set_replaying(bool replaying) {
    database_.query(sql::register_lines::set_replaying).set("replaying", replaying ? 1 : 0).run();
}

void RegisterStore::set_key_check(const std::string& digest) {
    database_.query(sql::register_lines::set_key_check).set("key_check", digest).run();
}

void RegisterStore::set_tree(long long size, const std::string& frontier) {
    database_.query(sql::register_lines::set_tree)
        .set("tree_size", size)
        .set("tree_frontier", frontier)
        .run();
}

void RegisterStore::add_ended(const std::string& digest, long long line) {
    database_.query(sql::register_lines::add_ended).set("digest", digest).set("line", line).run();
}

long long RegisterStore::line_that_ended(const std::string& digest) {
    return database_.query(sql::register_lines::line_that_ended).set("digest", digest).number();
}

bool RegisterStore::has_ended() {
    return database_.query(sql::register_lines::has_ended).number() > 0;
}

}  // namespace casekeeper

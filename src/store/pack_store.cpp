// SPDX-License-Identifier: MIT
#include "store/pack_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int pack_columns = 10;

std::vector<StoredPack> packs_of(Query& query) {
    std::vector<StoredPack> packs;
    query.each(pack_columns, [&](const Row& row) {
        packs.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                         row.text(6), row.optional_text(7), row.text(8), row.text(9)});
    });
    return packs;
}

}  // namespace

std::optional<StoredPack> PackStore::find(const std::string& request) {
    std::vector<StoredPack> packs = packs_of(database_.query(sql::packs::find_pack).set("request", request));
    return packs.empty() ? std::nullopt : std::optional(std::move(packs.front()));
}

std::vector<StoredPack> PackStore::of_person(const std::string& person) {
    return packs_of(database_.query(sql::packs::packs_of_person).set("person", person));
}

std::vector<StoredPack> PackStore::ending(const std::string& day, const std::string& after, int size) {
    return packs_of(
        database_.query(sql::packs::packs_that_end).set("day", day).set("after", after).set("size", size));
}

std::vector<std::string> PackStore::folders() {
    std::vector<std::string> folders;
    database_.query(sql::packs::pack_folders).each(1, [&](const Row& row) {
        folders.push_back(row.text(0));
    });
    return folders;
}

std::vector<std::string> PackStore::facts_of_others(const std::string& capacity, const std::string& request) {
    std::vector<std::string> facts;
    database_.query(sql::packs::facts_of_capacity).set("capacity", capacity).each(2, [&](const Row& row) {
        if (row.text(0) != request) facts.push_back(row.text(1));
    });
    return facts;
}

void PackStore::put(const StoredPack& pack) {
    database_.query(sql::packs::put_pack)
        .set("request", pack.request)
        .set("person", pack.person)
        .set("state", pack.state)
        .set("made_on", pack.made_on)
        .set("made_by", pack.made_by)
        .set("made_of", pack.made_of)
        .set("capacity", pack.capacity)
        .set("folder", pack.folder)
        .set("ends_on", pack.ends_on)
        .set("facts", pack.facts)
        .run();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/load_places.h"

#include "sql_statements.h"

namespace casekeeper {

LoadPlaces::LoadPlaces(Database& database) : database_(database) {
    database_.query(sql::system::create_load_places).run();
    database_.query(sql::system::clear_load_places).run();
}

void LoadPlaces::add(const char* kind, const std::string& id, const std::string& file, long line) {
    database_.query(sql::system::add_load_place)
        .set("kind", kind)
        .set("id", id)
        .set("file", file)
        .set("line", line)
        .run();
}

void LoadPlaces::letters_without_document(const Take& take) {
    database_.query(sql::system::letters_without_document).each(3, [&](const Row& row) {
        take(row.text(0), row.text(1), static_cast<long>(row.number(2)));
    });
}

void LoadPlaces::people_without_involvement(const Take& take) {
    database_.query(sql::system::people_without_involvement).each(3, [&](const Row& row) {
        take(row.text(0), row.text(1), static_cast<long>(row.number(2)));
    });
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/register_store.h"

#include "base/digest.h"
#include "sql_statements.h"

namespace casekeeper {

long long RegisterStore::append(const RegisterLine& line) {
    long long number = 0;
    std::string previous;
    database_.query(sql::register_lines::last_line).each(2, [&](const Row& row) {
        number = row.number(0);
        previous = row.text(1);
    });
    ++number;
    Sha256 digest;
    for (const std::string& part :
         {std::to_string(number), line.at, line.kind, line.actor, line.facts, previous}) {
        digest.update(part);
        digest.update("\n");
    }
    database_.query(sql::register_lines::append_line)
        .set("number", number)
        .set("at", line.at)
        .set("kind", line.kind)
        .set("actor", line.actor)
        .set("facts", line.facts)
        .set("previous", previous)
        .set("digest", digest.hex())
        .run();
    return number;
}

}  // namespace casekeeper

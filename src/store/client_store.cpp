// SPDX-License-Identifier: MIT
#include "store/client_store.h"

#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int clients_a_page = 10000;

}  // namespace

void ClientStore::each(const std::function<void(const Client&)>& take) {
    std::string after;
    for (int size = clients_a_page; size == clients_a_page;) {
        size = 0;
        database_.query(sql::clients::page)
            .set("after", after)
            .set("size", clients_a_page)
            .each(6, [&](const Row& row) {
                take({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
                after = row.text(0);
                ++size;
            });
    }
}

void ClientStore::each_worker(const std::function<void(const std::string& name)>& take) {
    database_.query(sql::clients::workers).each(1, [&](const Row& row) { take(row.text(0)); });
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/account_print_store.h"

#include <algorithm>
#include <utility>

#include "domain/account_print.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr const char* filled_property = "account_prints";

}  // namespace

bool AccountPrintStore::is_filled() {
    return database_.query(sql::recording::property).set("name", filled_property).value().has_value();
}

void AccountPrintStore::set_filled() {
    database_.query(sql::recording::set_property).set("name", filled_property).set("value", "1").run();
}

std::string AccountPrintStore::fill(const std::string& after, int size) {
    std::vector<std::pair<std::string, std::optional<std::int64_t>>> prints;
    database_.query(sql::prints::page_of_accounts)
        .set("after", after)
        .set("least", static_cast<long long>(least_letters_of_account) / 4)  // letters of four bytes
        .set("size", size)
        .each(2, [&](const Row& row) { prints.emplace_back(row.text(0), print_of_account(row.text(1))); });
    for (const auto& [entry, print] : prints)
        if (print)
            database_.query(sql::prints::set_print)
                .set("id", entry)
                .set("account_print", static_cast<long long>(*print))
                .run();
    return prints.empty() ? "" : prints.back().first;
}

std::vector<AccountPrintStore::Holder> AccountPrintStore::holders(std::int64_t print) {
    std::vector<Holder> found;
    database_.query(sql::prints::entries_with)
        .set("account_print", static_cast<long long>(print))
        .each(6, [&](const Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
        });
    if (found.size() > most_holders) found.clear();
    return found;
}

std::vector<std::int64_t> AccountPrintStore::shared() {
    std::vector<std::int64_t> found;
    database_.query(sql::prints::shared).each(1, [&](const Row& row) { found.push_back(row.number(0)); });
    std::sort(found.begin(), found.end());
    return found;
}

void AccountPrintStore::mark(std::int64_t print) {
    database_.query(sql::prints::mark).set("account_print", static_cast<long long>(print)).run();
}

void AccountPrintStore::mark_twins_of_entry(const std::string& entry) {
    database_.query(sql::prints::mark_of_entry).set("entry", entry).run();
}

void AccountPrintStore::mark_twins_of_involvement(const std::string& involvement) {
    database_.query(sql::prints::mark_of_involvement).set("involvement", involvement).run();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "reports/account_twins.h"

#include <algorithm>
#include <set>

#include "custody/person_names.h"
#include "custody/record_people.h"
#include "domain/account_print.h"
#include "policy/copied_account.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

using Holder = AccountPrintStore::Holder;

std::vector<PersonNames> names_of_all(Database& database, const std::vector<std::string>& people) {
    RecordStore records(database);
    std::vector<PersonNames> names;
    for (const std::string& person : people)
        if (const auto record = records.find(RecordType::person, person)) names.push_back(names_of(*record));
    return names;
}

}  // namespace

std::vector<Holder> twins_of_entry(Database& database, const std::vector<std::string>& people,
                                   const std::string& entry, std::int64_t print) {
    std::vector<Holder> all = AccountPrintStore(database).holders(print);
    const auto own =
        std::find_if(all.begin(), all.end(), [&](const Holder& one) { return one.entry == entry; });
    if (own == all.end()) return {};
    const Holder mine = *own;
    std::erase_if(all, [&](const Holder& one) { return !is_same_account(one.account, mine.account); });
    std::set<std::string> humans;
    for (const Holder& one : all) humans.insert(one.human);
    if (humans.size() < 2 || humans.size() > most_people_with_one_account) return {};
    std::erase_if(all, [&](const Holder& one) {
        return one.human == mine.human || is_the_first(mine.recorded_at, one.recorded_at);
    });
    if (all.empty()) return {};
    const std::set<std::string> beside = people_beside(database, people);
    const std::vector<PersonNames> own_names = names_of_all(database, people);
    std::erase_if(all, [&](const Holder& one) {
        return beside.contains(one.person) ||
               is_of_both(mine.account, own_names,
                          names_of_all(database, FactStore(database).records_of(one.person)));
    });
    return all;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "custody/release_reader.h"

#include <algorithm>

#include "base/json_read.h"
#include "custody/requester.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

constexpr Period adult_at{18, 0, 0};

}  // namespace

bool may_be_child(const PersonFacts& person, Date day) {
    return !person.died &&
           (!person.birth || day < add(person.birth->latest, adult_at, Rounding::never_early));
}

ReleaseReader reader_of(Database& database, const Record& request, const CaseFile& file, Date day) {
    ReleaseReader one;
    one.person = *request.value("person");
    const std::string requester = request.value("requester").value_or("{}");
    one.reader.capacity = capacity_of(request);
    one.reader.route = request.value("route").value_or("");
    one.asks_for_oneself = one.reader.capacity == Capacity::self;
    one.reader.subject_is_child = std::any_of(
        file.people.begin(), file.people.end(),
        [&](const PersonFacts& person) { return person.id == one.person && may_be_child(person, day); });
    const std::string named = json_text_at(requester, "person");
    if (one.asks_for_oneself)
        for (const PersonFacts& person : file.people) one.theirs.push_back(person.id);
    else if (!named.empty())
        one.theirs = FactStore(database).records_of(named);
    return one;
}

}  // namespace casekeeper

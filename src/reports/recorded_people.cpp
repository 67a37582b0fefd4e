// SPDX-License-Identifier: MIT
#include "reports/recorded_people.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace casekeeper {
namespace {

using Involvements = std::vector<RecordingStore::InvolvementRow>;

// What an entry says for itself, as the rules see it. `involvement` is left to the reader.
CheckedEntry entry_of(const TextRow& row) {
    CheckedEntry entry;
    entry.id = row.text(EntryColumn::id);
    entry.kind = row.text(EntryColumn::kind);
    entry.occurred_at = row.text(EntryColumn::occurred_at);
    entry.recorded_at = row.text(EntryColumn::recorded_at);
    entry.author = row.text(EntryColumn::author);
    entry.topic = row.text(EntryColumn::topic);
    constexpr std::pair<int, RecordingMark> said[] = {
        {EntryColumn::present, has_present},
        {EntryColumn::addressed_to, has_addressed_to},
        {EntryColumn::account, has_account},
        {EntryColumn::decision, has_decision},
        {EntryColumn::reason, has_reason},
        {EntryColumn::decided_by, has_decided_by},
        {EntryColumn::classification, has_classification},
        {EntryColumn::subject_words, has_subject_words},
    };
    for (const auto& [column, mark] : said)
        if (says_something(row.text(column))) entry.marks |= mark;
    const std::string_view copies = row.text(EntryColumn::copies);
    if (!copies.empty() && copies != "0") entry.marks |= has_copy;
    return entry;
}

// One person of a range: which of its involvements are theirs.
struct Share {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_joined = false;  // held elsewhere, with the records theirs are joined with
};

std::vector<Share> shares_of(const std::vector<RecordedPeople::Person>& people, const Involvements& rows) {
    std::vector<Share> shares;
    std::size_t at = 0;
    for (const RecordedPeople::Person& person : people) {
        Share share{at, at, !person.human.empty()};
        while (share.end < rows.size() && rows[share.end].person == person.id) ++share.end;
        at = share.end;
        shares.push_back(share);
    }
    return shares;
}

}  // namespace

RecordedPeople::RecordedPeople(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                               const ServiceCatalogue& catalogue, Date day)
    : store_(database),
      catalogue_(catalogue),
      check_(rules, holidays, day),
      belonging_(database, rules, catalogue, day),
      kinds_with_copy_(rules.kinds_with_copy()) {}

CheckedInvolvement RecordedPeople::checked(const RecordingStore::InvolvementRow& row) const {
    CheckedInvolvement one;
    one.id = row.id;
    one.person = row.person;
    one.service = catalogue_.find(row.service).value_or(-1);
    one.opened = parse_date(row.opened);
    one.closed = parse_date(row.closed);
    one.has_closure_reason = says_something(row.closure_reason);
    one.worker = row.worker;
    one.team = row.team;
    one.is_reduced = row.is_reduced;
    return one;
}

RecordingStore::Counted RecordedPeople::counted() {
    return {kinds_with_copy_, belonging_.asks_of_documents()};
}

// Rows and entries come in one order, so that each person's record is whole before the next begins.
void RecordedPeople::hold_alone(const std::vector<Person>& people, std::vector<HeldPeople>& held) {
    const std::string& from = people.front().id;
    const std::string& upto = people.back().id;
    const Involvements rows = store_.involvements(from, upto);
    const std::vector<Share> shares = shares_of(people, rows);
    std::size_t whose = 0;
    const auto begin = [&] {
        std::vector<CheckedInvolvement> theirs;
        for (std::size_t at = shares[whose].begin; at < shares[whose].end; ++at)
            theirs.push_back(checked(rows[at]));
        check_.begin(std::move(theirs));
    };
    const auto finish = [&] {
        if (!shares[whose].is_joined) held.push_back({{people[whose].id}, check_.finish()});
        ++whose;
    };
    begin();
    std::size_t at = 0;
    store_.entries(from, upto, counted(), [&](const TextRow& row) {
        while (rows.at(at).id != row.text(EntryColumn::involvement)) ++at;
        while (at >= shares[whose].end) {
            finish();
            begin();
        }
        if (shares[whose].is_joined) return;
        CheckedEntry entry = entry_of(row);
        entry.involvement = at - shares[whose].begin;
        check_.look_at(entry);
        belonging_.glance(rows[at], row);
    });
    for (finish(); whose < people.size(); finish()) begin();
}

// Records joined as one human being are read one by one: there are few.
void RecordedPeople::hold_joined(const Person& person, std::vector<HeldPeople>& held) {
    HeldPeople together;
    together.is_joined = true;
    together.people = store_.people_of_human(person.human);
    const bool is_held = std::any_of(held.begin(), held.end(), [&](const HeldPeople& one) {
        return one.is_joined && one.people == together.people;
    });
    if (is_held) return;
    Involvements rows;
    for (const std::string& one : together.people) {
        Involvements theirs = store_.involvements(one, one);
        rows.insert(rows.end(), theirs.begin(), theirs.end());
    }
    std::vector<CheckedInvolvement> involvements;
    for (const auto& row : rows) involvements.push_back(checked(row));
    check_.begin(std::move(involvements));
    std::size_t at = 0;
    for (const std::string& one : together.people)
        store_.entries(one, one, counted(), [&](const TextRow& row) {
            while (rows.at(at).id != row.text(EntryColumn::involvement)) ++at;
            CheckedEntry entry = entry_of(row);
            entry.involvement = at;
            check_.look_at(entry);
            belonging_.glance(rows[at], row);
        });
    together.now = check_.finish();
    held.push_back(std::move(together));
}

void RecordedPeople::add_joined(const std::vector<Person>& people, std::vector<HeldPeople>& held) {
    for (const Person& person : people)
        if (!person.human.empty()) hold_joined(person, held);
}

void RecordedPeople::add_what_belongs_elsewhere(std::vector<HeldPeople>& held) {
    for (HeldPeople& one : held) belonging_.look(one.people, one.now);
}

HeldPage RecordedPeople::hold_range(const std::vector<Person>& people) {
    if (people.empty()) return {};
    HeldPage page{people.front().id, people.back().id, {}, true};
    hold_alone(people, page.held);
    add_joined(people, page.held);
    add_what_belongs_elsewhere(page.held);
    return page;
}

HeldPage RecordedPeople::hold_each(const std::vector<Person>& people) {
    if (people.empty()) return {};
    HeldPage page{people.front().id, people.back().id, {}, false};
    for (const Person& person : people)
        if (person.human.empty()) hold_alone({person}, page.held);
    add_joined(people, page.held);
    add_what_belongs_elsewhere(page.held);
    return page;
}

void RecordedPeople::add_what_was(HeldPage& page) {
    std::vector<HeldPeople*> in_range;
    for (HeldPeople& one : page.held)
        if (page.is_range && !one.is_joined)
            in_range.push_back(&one);
        else
            for (const std::string& person : one.people) add_what_was(person, person, {&one});
    if (!in_range.empty()) add_what_was(page.from, page.upto, in_range);
}

void RecordedPeople::add_what_was(const std::string& from, const std::string& upto,
                                  const std::vector<HeldPeople*>& held) {
    auto findings = store_.findings(from, upto);
    const auto watched = store_.watched(from, upto);
    for (HeldPeople* one : held)
        for (const std::string& person : one->people) {
            if (const auto found = findings.find(person); found != findings.end()) {
                std::move(found->second.begin(), found->second.end(), std::back_inserter(one->before));
                findings.erase(found);
            }
            if (const auto found = watched.find(person); found != watched.end())
                one->watched[person] = found->second;
        }
}

}  // namespace casekeeper

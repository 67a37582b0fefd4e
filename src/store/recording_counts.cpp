// SPDX-License-Identifier: MIT
//
// The counts of recording_store.h: what there is on a day, beside what was there before.
#include <tuple>
#include <vector>

#include "sql_statements.h"
#include "store/recording_store.h"

namespace casekeeper {
namespace {

using Name = std::pair<std::string, std::string>;  // of what, name
using Counts = std::map<Name, RecordingStore::Count>;

// Adds what a statement counts by rule, worker and team to each of the three, and to all.
void add(Query& query, Counts& counts, const std::vector<long long RecordingStore::Count::*>& numbers) {
    query.each(static_cast<int>(3 + numbers.size()), [&](const Row& row) {
        const Name names[] = {
            {"all", ""}, {"rule", row.text(0)}, {"worker", row.text(1)}, {"team", row.text(2)}};
        for (const Name& name : names) {
            RecordingStore::Count& count = counts[name];
            int column = 3;
            for (const auto number : numbers) count.*number += row.number(column++);
        }
    });
}

}  // namespace

// Of all there is a count of every night: waivers are counted by the first night after the day on which people made
// them, from the night before it on.
void RecordingStore::count(const std::string& day) {
    database_.query(sql::recording::forget_counts_from).set("day", day).run();
    Counts counts;
    std::map<Name, long long> before;
    const Name of_all = {"all", ""};
    std::string night_before;
    for (const NamedCount& last : latest_counts(day)) {
        const Name name = {last.of_what, last.name};
        before[name] = last.count.open;
        counts[name];
        if (name == of_all) night_before = last.count.on;
    }
    counts[of_all];
    add(database_.query(sql::recording::open_findings).set("day", day), counts,
        {&Count::open, &Count::appeared});
    add(database_.query(sql::recording::opened_and_closed).set("day", day), counts, {&Count::appeared});
    add(database_.query(sql::recording::mended_on).set("day", day), counts, {&Count::mended});
    add(database_.query(sql::recording::waived_between).set("from", night_before).set("until", day), counts,
        {&Count::waived});
    for (const auto& [name, now] : counts) {
        const auto was = before.find(name);
        const bool is_same = was != before.end() && was->second == now.open && name != of_all;
        if (is_same && now.appeared == 0 && now.mended == 0 && now.waived == 0) continue;
        database_.query(sql::recording::add_count)
            .set("of_what", name.first)
            .set("name", name.second)
            .set("day", day)
            .set("open_findings", now.open)
            .set("appeared", now.appeared)
            .set("mended", now.mended)
            .set("waived", now.waived)
            .run();
    }
}

std::vector<RecordingStore::NamedCount> RecordingStore::latest_counts(const std::string& day) {
    std::vector<NamedCount> counts;
    database_.query(sql::recording::latest_counts).set("day", day).each(7, [&](const Row& row) {
        counts.push_back({row.text(0),
                          row.text(1),
                          {row.text(2), row.number(3), row.number(4), row.number(5), row.number(6)}});
    });
    return counts;
}

std::vector<RecordingStore::Count> RecordingStore::counts(const std::string& of_what, const std::string& name,
                                                          const std::string& day) {
    std::vector<Count> counts;
    database_.query(sql::recording::counts_of)
        .set("of_what", of_what)
        .set("name", name)
        .set("day", day)
        .each(5, [&](const Row& row) {
            counts.push_back({row.text(0), row.number(1), row.number(2), row.number(3), row.number(4)});
        });
    return counts;
}

std::vector<std::string> RecordingStore::names_counted(const std::string& of_what) {
    std::vector<std::string> names;
    database_.query(sql::recording::names_counted).set("of_what", of_what).each(1, [&](const Row& row) {
        names.push_back(row.text(0));
    });
    return names;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/fact_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

Date stored_date(const std::string& text) {
    const std::optional<Date> day = parse_date(text);
    if (!day) throw std::invalid_argument("a stored day is no day");
    return *day;
}

std::optional<Date> stored_date(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return stored_date(row.text(column));
}

constexpr int person_columns = 5;
constexpr int involvement_columns = 10;
constexpr int decision_columns = 11;

}  // namespace

FactStore::PersonRow FactStore::person_row(const Row& row) {
    PersonRow person;
    person.facts.id = row.text(0);
    if (!row.is_null(1)) {
        person.facts.birth = parse_partial_date(row.text(1));
        if (!person.facts.birth) throw std::invalid_argument("a stored birth is no day");
    }
    person.facts.died_on = stored_date(row, 3);
    person.facts.died = person.facts.died_on.has_value() || row.text(2) == "true";
    person.human = row.text(4);
    return person;
}

InvolvementFacts FactStore::involvement_row(const Row& row) {
    InvolvementFacts facts;
    facts.id = row.text(0);
    facts.person = row.text(1);
    facts.service = row.text(2);
    facts.opened = stored_date(row.text(3));
    facts.closed = stored_date(row, 4);
    if (!row.is_null(5))
        for (auto& [name, day] : json_pairs(row.text(5)))
            facts.events.emplace_back(std::move(name), stored_date(day));
    if (!row.is_null(6)) facts.attributes = json_pairs(row.text(6));
    if (!row.is_null(7)) facts.roles = json_pairs(row.text(7));
    facts.last_entry_on = stored_date(row, 8);
    facts.last_contact_on = stored_date(row, 9);
    return facts;
}

StoredDecision FactStore::decision_row(const Row& row) {
    return {row.text(0),          row.text(1),          row.text(2),          row.text(3),
            row.optional_text(4), row.optional_text(5), row.optional_text(6), row.optional_text(7),
            row.number(8) != 0,   row.optional_text(9), row.optional_text(10)};
}

// The rows of one page, each list ordered by person.
struct FactStore::StaleRows {
    std::vector<PersonRow> people;
    std::vector<InvolvementFacts> involvements;
    std::vector<StoredDecision> decisions;
    std::vector<std::pair<std::string, std::string>> reads;
    std::set<std::string> unreadable;
};

FactStore::StaleRows FactStore::stale_rows(const std::string& after, int size, bool with_decisions) {
    StaleRows rows;
    // One row that cannot be read must not stop the others: its person is named and passed over.
    const auto guarded = [&](const std::string& person, const auto& read) {
        try {
            read();
        } catch (const std::invalid_argument&) {
            rows.unreadable.insert(person);
        }
    };
    database_.query(sql::facts::page_of_stale_people)
        .set("after", after)
        .set("size", size)
        .each(person_columns, [&](const Row& row) {
            PersonRow person;
            person.facts.id = row.text(0);
            guarded(row.text(0), [&] { person = person_row(row); });
            rows.people.push_back(std::move(person));
        });
    if (rows.people.empty()) return rows;
    const std::string last = rows.people.back().facts.id;
    rows.involvements.reserve(rows.people.size() * 2);
    database_.query(sql::facts::involvements_of_stale_people)
        .set("after", after)
        .set("upto", last)
        .each(involvement_columns, [&](const Row& row) {
            guarded(row.text(1), [&] { rows.involvements.push_back(involvement_row(row)); });
        });
    if (!with_decisions) return rows;
    database_.query(sql::decisions::decisions_of_stale_people)
        .set("after", after)
        .set("upto", last)
        .each(decision_columns, [&](const Row& row) { rows.decisions.push_back(decision_row(row)); });
    database_.query(sql::decisions::reads_of_stale_people)
        .set("after", after)
        .set("upto", last)
        .each(2, [&](const Row& row) { rows.reads.emplace_back(row.text(0), row.text(1)); });
    return rows;
}

FactStore::Page FactStore::stale_page(const std::string& after, int size, bool with_decisions) {
    Page page;
    StaleRows rows = stale_rows(after, size, with_decisions);
    if (rows.people.empty()) return page;
    page.last = rows.people.back().facts.id;
    page.unreadable.assign(rows.unreadable.begin(), rows.unreadable.end());

    auto involvement = rows.involvements.begin();
    auto decision = rows.decisions.begin();
    auto read = rows.reads.begin();
    std::set<std::string> humans_done;
    page.files.reserve(rows.people.size());
    for (PersonRow& person : rows.people) {
        FileWithDecisions next;
        const std::string id = person.facts.id;
        while (involvement != rows.involvements.end() && involvement->person == id)
            next.file.involvements.push_back(std::move(*involvement++));
        while (decision != rows.decisions.end() && decision->person == id)
            next.decisions.push_back(std::move(*decision++));
        while (read != rows.reads.end() && read->first == id)
            next.people_read.push_back(std::move((read++)->second));
        if (rows.unreadable.contains(id)) continue;
        if (person.human.empty()) {
            next.file.people.push_back(std::move(person.facts));
        } else {
            if (!humans_done.insert(person.human).second) continue;
            try {
                next.file = file_of_row(person);
            } catch (const std::invalid_argument&) {
                page.unreadable.push_back(id);
                continue;
            }
            next.decisions = decisions_of(next.file);
        }
        page.files.push_back(std::move(next));
    }
    return page;
}

CaseFile FactStore::file_of_row(const PersonRow& person) {
    CaseFile file;
    if (person.human.empty())
        file.people.push_back(person.facts);
    else
        database_.query(sql::facts::people_of_human)
            .set("human", person.human)
            .each(person_columns, [&](const Row& row) { file.people.push_back(person_row(row).facts); });
    for (const PersonFacts& record : file.people)
        database_.query(sql::facts::involvements_of_person)
            .set("person", record.id)
            .each(involvement_columns,
                  [&](const Row& row) { file.involvements.push_back(involvement_row(row)); });
    std::sort(file.involvements.begin(), file.involvements.end(),
              [](const InvolvementFacts& a, const InvolvementFacts& b) { return a.id < b.id; });
    return file;
}

std::optional<CaseFile> FactStore::file_of(const std::string& person) {
    std::optional<PersonRow> found;
    database_.query(sql::facts::person).set("person", person).each(person_columns, [&](const Row& row) {
        found = person_row(row);
    });
    if (!found) return std::nullopt;
    return file_of_row(*found);
}

std::vector<std::string> FactStore::records_of(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::system::people_of_same_person_group)
        .set("person", person)
        .each(1, [&](const Row& row) { ids.push_back(row.text(0)); });
    if (ids.empty()) ids.push_back(person);
    return ids;
}

std::vector<StoredDecision> FactStore::decisions_of(const CaseFile& file) {
    std::vector<StoredDecision> decisions;
    for (const PersonFacts& person : file.people)
        database_.query(sql::decisions::decisions_of_person)
            .set("person", person.id)
            .each(decision_columns, [&](const Row& row) { decisions.push_back(decision_row(row)); });
    return decisions;
}

std::vector<std::string> FactStore::people_read_by(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::decisions::reads_of_person).set("reader", person).each(1, [&](const Row& row) {
        ids.push_back(row.text(0));
    });
    return ids;
}

std::vector<std::string> FactStore::relatives_of(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::facts::relatives_of_person).set("person", person).each(1, [&](const Row& row) {
        ids.push_back(row.text(0));
    });
    return ids;
}

std::vector<std::string> FactStore::adoption_links_of(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::facts::adoption_links_of_person).set("person", person).each(1, [&](const Row& row) {
        ids.push_back(row.text(0));
    });
    return ids;
}

std::vector<FamilyInvolvement> FactStore::involvements_of(const std::string& person,
                                                          std::vector<std::string>& services) {
    std::vector<FamilyInvolvement> involvements;
    database_.query(sql::facts::involvements_of_person)
        .set("person", person)
        .each(involvement_columns, [&](const Row& row) {
            involvements.push_back(
                {row.text(0), row.text(1), -1, stored_date(row.text(3)), stored_date(row, 4)});
            services.push_back(row.text(2));
        });
    return involvements;
}

EntryDays FactStore::entry_days(const std::string& involvement, Date day) {
    EntryDays days;
    database_.query(sql::facts::entry_days_around)
        .set("involvement", involvement)
        .set("day", to_text(day))
        .each(3, [&](const Row& row) {
            days = {stored_date(row, 0), stored_date(row, 1), stored_date(row, 2)};
        });
    return days;
}

void FactStore::narratives(const std::string& involvement, Date day,
                           const std::function<void(const std::string&)>& take) {
    database_.query(sql::facts::narratives_of_involvement)
        .set("involvement", involvement)
        .set("day", to_text(day))
        .each(4, [&](const Row& row) {
            for (int column = 0; column < 4; ++column)
                if (!row.is_null(column)) take(row.text(column));
        });
}

Hold FactStore::hold_row(const Row& row) {
    Hold hold;
    hold.id = row.text(0);
    hold.kind = row.text(1);
    hold.from = stored_date(row.text(2));
    hold.released_on = stored_date(row, 3);
    hold.review_on = stored_date(row, 4);
    const std::string& scope = row.text(5);
    hold.persons = json_texts_at(scope, "persons");
    hold.involvements = json_texts_at(scope, "involvements");
    hold.services = json_texts_at(scope, "services");
    hold.words = json_texts_at(scope, "words");
    hold.opened_from = parse_date(json_text_at(scope, "opened_from"));
    hold.opened_to = parse_date(json_text_at(scope, "opened_to"));
    return hold;
}

std::vector<Hold> FactStore::holds() {
    std::vector<Hold> holds;
    database_.query(sql::facts::all_holds).each(6, [&](const Row& row) {
        try {
            holds.push_back(hold_row(row));
        } catch (const std::invalid_argument&) {
            // Nothing can be decided while it is not known what a hold holds.
            throw InputError("what is stored of hold " + row.text(0) + " cannot be read",
                             "load that hold again: casekeeper import bundle PATH");
        }
    });
    return holds;
}

}  // namespace casekeeper

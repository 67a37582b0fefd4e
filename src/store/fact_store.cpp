// SPDX-License-Identifier: MIT
#include "store/fact_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "domain/remark.h"
#include "sql_statements.h"
#include "store/hold_store.h"

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
constexpr int involvement_columns = 11;
constexpr int decision_columns = 11;
constexpr int narrative_columns = 7;
constexpr int narratives_a_page = 2000;

class AsTexts final : public TextRow {
public:
    explicit AsTexts(const Row& row) : row_(row) {}
    std::string_view text(int column) const override { return row_.text(column); }

private:
    const Row& row_;
};

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
    facts.kept_until = stored_date(row, 10);
    return facts;
}

StoredDecision FactStore::decision_row(const Row& row) {
    return {row.text(0),          row.text(1),          row.text(2),          row.text(3),
            row.optional_text(4), row.optional_text(5), row.optional_text(6), row.optional_text(7),
            row.number(8) != 0,   row.optional_text(9), row.optional_text(10)};
}

// The rows of one page, each list ordered by person.
struct FactStore::PageRows {
    std::vector<PersonRow> people;
    std::vector<InvolvementFacts> involvements;
    std::vector<StoredDecision> decisions;
    std::vector<std::pair<std::string, std::string>> reads;
    std::set<std::string> unreadable;
};

FactStore::PageRows FactStore::page_rows(Whose whose, const std::string& after, int size,
                                         bool with_decisions) {
    const bool everybody = whose == Whose::everybody;
    PageRows rows;
    // One row that cannot be read must not stop the others: its person is named and passed over.
    const auto guarded = [&](const std::string& person, const auto& read) {
        try {
            read();
        } catch (const std::invalid_argument&) {
            rows.unreadable.insert(person);
        }
    };
    database_.query(everybody ? sql::facts::page_of_people : sql::facts::page_of_stale_people)
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
    database_.query(everybody ? sql::facts::involvements_of_people : sql::facts::involvements_of_stale_people)
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
    return page_of(Whose::stale, after, size, with_decisions);
}

FactStore::Page FactStore::page_of_everybody(const std::string& after, int size) {
    return page_of(Whose::everybody, after, size, false);
}

FactStore::Page FactStore::page_of(Whose whose, const std::string& after, int size, bool with_decisions) {
    Page page;
    PageRows rows = page_rows(whose, after, size, with_decisions);
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
            // Everybody has a page, and a human being's smallest record is what the human is called by.
            if (whose == Whose::everybody && person.human != id) continue;
            if (!humans_done.insert(person.human).second) continue;
            try {
                next.file = file_of_row(person);
            } catch (const std::invalid_argument&) {
                page.unreadable.push_back(id);
                continue;
            }
            if (with_decisions) next.decisions = decisions_of(next.file);
        }
        leave_out_stubs(next.file);
        if (!next.file.people.empty()) page.files.push_back(std::move(next));
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

void FactStore::leave_out_stubs(CaseFile& file) {
    if (!file.involvements.empty()) return;
    std::erase_if(file.people, [this](const PersonFacts& person) { return is_stub(person.id); });
}

bool FactStore::is_stub(const std::string& person) {
    return database_.query(sql::facts::is_stub).set("person", person).number() > 0;
}

std::vector<std::string> FactStore::records_of(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::system::people_of_same_person_group)
        .set("person", person)
        .each(1, [&](const Row& row) { ids.push_back(row.text(0)); });
    if (ids.empty()) ids.push_back(person);
    return ids;
}

void FactStore::each_joined(
    const std::function<void(const std::string& person, const std::string& human)>& take) {
    database_.query(sql::facts::joined_people).each(2, [&](const Row& row) {
        take(row.text(0), row.text(1));
    });
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

std::vector<std::string> FactStore::adopted_as(const std::string& person) {
    std::vector<std::string> ids;
    database_.query(sql::facts::adopted_as).set("person", person).each(1, [&](const Row& row) {
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
    database_.query(sql::facts::remarks_of_involvement)
        .set("involvement", involvement)
        .each(1, [&](const Row& row) {
            for (const Remark& remark : read_remarks(row.text(0))) take(remark.text);
        });
}

void FactStore::every_narrative(const std::function<void(const TextRow&)>& take) {
    if (!database_.is_postgresql()) return database_.query(sql::facts::every_narrative).stream(take);
    std::string after;
    for (bool more = true; more;) {
        more = false;
        database_.query(sql::facts::narratives_after)
            .set("after", after)
            .set("size", narratives_a_page)
            .each(narrative_columns, [&](const Row& row) {
                more = true;
                after = row.text(narrative_columns - 1);
                take(AsTexts(row));
            });
    }
}

void FactStore::every_remark(
    const std::function<void(const std::string& involvement, const std::string& text)>& take) {
    database_.query(sql::facts::every_remark).each(2, [&](const Row& row) {
        for (const Remark& remark : read_remarks(row.text(1))) take(row.text(0), remark.text);
    });
}

std::vector<Hold> FactStore::holds(const AutomaticHoldRules& rules, Date day) {
    return HoldStore(database_).all(rules, day);
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "store/recording_store.h"

#include <tuple>

#include "base/digest.h"
#include "sql_statements.h"

namespace casekeeper {
namespace {

constexpr int finding_columns = 19;
constexpr std::size_t digits_of_id = 16;
constexpr const char* checked_by_property = "recording_rules";
constexpr const char* checked_until_property = "recording_checked_until";
constexpr const char* documents_property = "recording_documents_read";

RecordingFinding finding_of(const Row& row) {
    RecordingFinding finding;
    finding.id = row.text(0);
    finding.rule = row.text(1);
    finding.thing = row.text(2);
    finding.person = row.text(3);
    finding.involvement = row.text(4);
    finding.worker = row.optional_text(5);
    finding.team = row.optional_text(6);
    finding.lacks = row.text(7);
    finding.about_on = row.optional_text(8);
    finding.owed_by = row.optional_text(9);
    finding.state = row.text(10);
    finding.first_seen_on = row.text(11);
    finding.opened_on = row.text(12);
    finding.reopened = row.number(13);
    finding.closed_on = row.optional_text(14);
    finding.waived_on = row.optional_text(15);
    finding.waived_by = row.optional_text(16);
    finding.waived_until = row.optional_text(17);
    finding.waiver_reason = row.optional_text(18);
    return finding;
}

std::vector<RecordingFinding> findings_of(Query& query) {
    std::vector<RecordingFinding> found;
    query.each(finding_columns, [&](const Row& row) { found.push_back(finding_of(row)); });
    return found;
}

std::vector<std::string> texts(Query& query) {
    std::vector<std::string> found;
    query.each(1, [&](const Row& row) { found.push_back(row.text(0)); });
    return found;
}

std::vector<RecordingStore::RecordedPerson> people(Query& query) {
    std::vector<RecordingStore::RecordedPerson> found;
    query.each(2, [&](const Row& row) { found.push_back({row.text(0), row.text(1)}); });
    return found;
}

// ",letter-sent,letter-received,"; a star counts of every kind.
std::string pattern_of(const std::vector<std::string>& kinds) {
    static constexpr std::string_view all =
        ",meeting,telephone-call,face-to-face,letter-sent,letter-received,email-sent,email-received,decision,"
        "assessment,plan,review,visit,note,";
    std::string pattern = ",";
    for (const std::string& kind : kinds) {
        if (kind == "*") return std::string(all);
        pattern += kind + ",";
    }
    return pattern;
}

class AsTexts final : public TextRow {
public:
    explicit AsTexts(const Row& row) : row_(row) {}
    std::string_view text(int column) const override { return row_.text(column); }

private:
    const Row& row_;
};

}  // namespace

std::string id_of_finding(const std::string& rule, const std::string& thing) {
    return sha256_of(rule + " " + thing).substr(0, digits_of_id);
}

std::vector<RecordingStore::RecordedPerson> RecordingStore::people_after(const std::string& id, int size) {
    return people(database_.query(sql::recording::page_of_people).set("after", id).set("size", size));
}

std::vector<RecordingStore::RecordedPerson> RecordingStore::due_after(const std::string& id, int size) {
    return people(database_.query(sql::recording::page_of_due).set("after", id).set("size", size));
}

std::vector<std::string> RecordingStore::people_of_human(const std::string& human) {
    return texts(database_.query(sql::recording::people_of_human).set("human", human));
}

std::vector<RecordingStore::InvolvementRow> RecordingStore::involvements(const std::string& from,
                                                                         const std::string& upto) {
    std::vector<InvolvementRow> found;
    database_.query(sql::recording::involvements_of_people)
        .set("from", from)
        .set("upto", upto)
        .each(9, [&](const Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             row.text(6), row.text(7), row.number(8) > 0});
        });
    return found;
}

void RecordingStore::entries(const std::string& from, const std::string& upto, const Counted& counted,
                             const std::function<void(const TextRow&)>& take) {
    Query& query = database_.query(sql::recording::entries_of_people)
                       .set("kinds", pattern_of(counted.kinds_with_copy))
                       .set("with_words", counted.read_documents ? 1 : 0)
                       .set("from", from)
                       .set("upto", upto);
    if (database_.is_postgresql())
        query.each(EntryColumn::columns, [&](const Row& row) { take(AsTexts(row)); });
    else
        query.stream(take);
}

std::vector<RecordingStore::ReadDocument> RecordingStore::read_documents(const std::string& entry) {
    std::vector<ReadDocument> found;
    database_.query(sql::recording::documents_with_words).set("entry", entry).each(2, [&](const Row& row) {
        found.push_back({row.text(0), row.text(1)});
    });
    return found;
}

bool RecordingStore::has_words_of_documents() {
    return database_.query(sql::recording::has_words).number() > 0;
}

std::map<std::string, std::vector<RecordingFinding>> RecordingStore::findings(const std::string& from,
                                                                              const std::string& upto) {
    std::map<std::string, std::vector<RecordingFinding>> found;
    database_.query(sql::recording::findings_of_people)
        .set("from", from)
        .set("upto", upto)
        .each(finding_columns, [&](const Row& row) { found[row.text(3)].push_back(finding_of(row)); });
    return found;
}

std::optional<RecordingFinding> RecordingStore::find(const std::string& id) {
    std::vector<RecordingFinding> found = findings_of(database_.query(sql::recording::find).set("id", id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<RecordingFinding> RecordingStore::page(const Filter& filter, const std::string& after, int size) {
    return findings_of(database_.query(sql::recording::page)
                           .set("after", after)
                           .set("rule", filter.rule)
                           .set("worker", filter.worker)
                           .set("team", filter.team)
                           .set("person", filter.person)
                           .set("every", filter.all ? 1 : 0)
                           .set("size", size));
}

std::vector<RecordingFinding> RecordingStore::of_worker(const std::string& worker) {
    if (worker.empty()) return findings_of(database_.query(sql::recording::page_of_nobody));
    return findings_of(database_.query(sql::recording::page_of_worker).set("name", worker));
}

std::vector<RecordingFinding> RecordingStore::of_team(const std::string& team) {
    return findings_of(database_.query(sql::recording::page_of_team).set("name", team));
}

std::vector<RecordingFinding> RecordingStore::oldest(int size) {
    return findings_of(database_.query(sql::recording::oldest).set("size", size));
}

std::vector<std::string> RecordingStore::workers_asked() {
    return texts(database_.query(sql::recording::names_open_by_worker));
}

std::vector<std::string> RecordingStore::teams_asked() {
    return texts(database_.query(sql::recording::names_open_by_team));
}

std::map<std::string, long long> RecordingStore::number_by_state() {
    std::map<std::string, long long> numbers;
    database_.query(sql::recording::number_by_state).each(2, [&](const Row& row) {
        numbers[row.text(0)] = row.number(1);
    });
    return numbers;
}

void RecordingStore::put(const RecordingFinding& finding) {
    database_.query(sql::recording::put)
        .set("id", finding.id)
        .set("rule", finding.rule)
        .set("thing", finding.thing)
        .set("person", finding.person)
        .set("involvement", finding.involvement)
        .set("worker", finding.worker)
        .set("team", finding.team)
        .set("lacks", finding.lacks)
        .set("about_on", finding.about_on)
        .set("owed_by", finding.owed_by)
        .set("state", finding.state)
        .set("first_seen_on", finding.first_seen_on)
        .set("opened_on", finding.opened_on)
        .set("reopened", finding.reopened)
        .set("closed_on", finding.closed_on)
        .set("waived_on", finding.waived_on)
        .set("waived_by", finding.waived_by)
        .set("waived_until", finding.waived_until)
        .set("waiver_reason", finding.waiver_reason)
        .run();
}

bool RecordingStore::is_without_copy(const std::string& entry) {
    return database_.query(sql::recording::is_without_copy).set("entry", entry).number() > 0;
}

std::optional<RecordingStore::Worker> RecordingStore::worker(const std::string& id) {
    std::optional<Worker> found;
    database_.query(sql::recording::worker).set("worker", id).each(3, [&](const Row& row) {
        found = Worker{row.text(0), row.text(1), row.text(2)};
    });
    return found;
}

bool RecordingStore::has_checked() {
    return !checked_by().empty();
}

void RecordingStore::mark(const std::string& person) {
    database_.query(sql::recording::mark_person).set("person", person).run();
}

void RecordingStore::mark_asked(const std::string& worker) {
    database_.query(sql::recording::mark_asked).set("worker", worker).run();
}

void RecordingStore::mark_for_day(const std::string& day) {
    database_.query(sql::recording::mark_time).set("day", day).run();
}

long long RecordingStore::number_due() {
    return database_.query(sql::recording::number_due).number();
}

void RecordingStore::checked(const std::string& from, const std::string& upto) {
    database_.query(sql::recording::checked_range).set("from", from).set("upto", upto).run();
}

std::map<std::string, std::string> RecordingStore::watched(const std::string& from, const std::string& upto) {
    std::map<std::string, std::string> found;
    database_.query(sql::recording::watched_people)
        .set("from", from)
        .set("upto", upto)
        .each(2, [&](const Row& row) { found[row.text(0)] = row.text(1); });
    return found;
}

void RecordingStore::watch(const std::string& person, const std::optional<std::string>& look_again_on) {
    if (look_again_on)
        database_.query(sql::recording::watch).set("person", person).set("day", *look_again_on).run();
    else
        database_.query(sql::recording::forget_watch).set("person", person).run();
}

std::string RecordingStore::property(const char* name) {
    return database_.query(sql::recording::property).set("name", name).value().value_or("");
}

void RecordingStore::set_property(const char* name, const std::string& value) {
    if (property(name) == value) return;
    database_.query(sql::recording::set_property).set("name", name).set("value", value).run();
}

std::string RecordingStore::checked_by() {
    return property(checked_by_property);
}

std::string RecordingStore::checked_until() {
    return property(checked_until_property);
}

void RecordingStore::set_checked(const std::string& by, const std::string& until) {
    set_property(checked_by_property, by);
    set_property(checked_until_property, until);
}

std::string RecordingStore::documents_read() {
    return property(documents_property);
}

void RecordingStore::set_documents_read(const std::string& upto) {
    set_property(documents_property, upto);
}

}  // namespace casekeeper

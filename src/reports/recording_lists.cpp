// SPDX-License-Identifier: MIT
#include "reports/recording_lists.h"

#include "base/digest.h"
#include "base/whole_file.h"
#include "base/whole_folder.h"
#include "output/csv_table.h"
#include "output/html_page.h"
#include "reports/recording_list_page.h"
#include "reports/restricted_findings.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_name = 120;  // in bytes; a file's name has room for 255
constexpr std::size_t digits_of_long = 16;

// What may not stand in a file's name is written by its number, ~2F; a space is _.
std::string as_written(char character) {
    constexpr const char* digits = "0123456789ABCDEF";
    const bool stays = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9') || character == '-' || character == '.' ||
                       character == ',';
    const auto byte = static_cast<unsigned char>(character);
    if (stays) return {character};
    return character == ' ' ? "_" : std::string{'~', digits[byte >> 4U], digits[byte & 15U]};
}

// An id as part of a file's name. A long one is cut after a whole character and told from others by its digest.
std::string file_name_of(const std::string& id) {
    std::string name;
    std::size_t whole = 0;
    for (const char character : id) {
        const bool begins = (static_cast<unsigned char>(character) & 0xC0U) != 0x80U;
        if (begins && name.size() <= longest_name) whole = name.size();
        name += as_written(character);
    }
    if (name.size() <= longest_name) return name;
    return name.substr(0, whole) + "~~" + sha256_of(id).substr(0, digits_of_long);
}

struct ListedRow {
    std::string called;
    std::string file;
    long long findings = 0;
};

class ListFiles {
public:
    ListFiles(Database& database, const RecordingRules& rules, const std::string& trust, Date day,
              const std::string& folder)
        : store_(database),
          rules_(rules),
          trust_(trust),
          day_(day),
          restricted_(database, day),
          folder_(folder) {}

    ListsWritten write() {
        for (const std::string& worker : store_.workers_asked()) write_worker(worker);
        for (const std::string& team : store_.teams_asked()) write_team(team);
        write_counts();
        write_whole_file(folder_.unfinished() + "/index.html", html_of(index()));
        folder_.finish();
        folder_.keep();
        return written_;
    }

private:
    void write_worker(const std::string& worker) {
        RecordingList list;
        list.called = worker.empty() ? "nobody is named" : worker;
        if (const auto known = store_.worker(worker); known && !known->name.empty())
            list.called = known->name + " (" + worker + (known->role.empty() ? "" : ", " + known->role) + ")";
        list.findings = store_.of_worker(worker);
        written_.restricted += restricted_.leave_out(list.findings);
        list.trend = trend("worker", worker);
        if (write_list(list, worker.empty() ? "nobody" : "worker-" + file_name_of(worker), workers_))
            ++written_.workers;
        written_.findings += static_cast<long long>(list.findings.size());
    }

    void write_team(const std::string& team) {
        RecordingList list;
        list.called = team.empty() ? "no team" : "team " + team;
        list.is_teams = true;
        list.findings = store_.of_team(team);
        restricted_.leave_out(list.findings);
        list.trend = trend("team", team);
        if (write_list(list, team.empty() ? "no-team" : "team-" + file_name_of(team), teams_))
            ++written_.teams;
    }

    bool write_list(const RecordingList& list, const std::string& name, std::vector<ListedRow>& rows) {
        if (list.findings.empty()) return false;
        write_whole_file(folder_.unfinished() + "/" + name + ".html",
                         html_of(page_of(list, rules_, trust_, day_)));
        write_whole_file(folder_.unfinished() + "/" + name + ".csv", csv_of(list, rules_));
        rows.push_back({list.called, name, static_cast<long long>(list.findings.size())});
        return true;
    }

    std::vector<TrendPoint> trend(const char* of_what, const std::string& name) {
        return trend_of(store_.counts(of_what, name, to_text(day_)), day_);
    }

    void write_counts() {
        WholeFile file(folder_.unfinished() + "/counts.csv");
        file.write(csv_line({"day", "of_what", "name", "open", "new", "mended", "set_aside"}));
        for (const char* of_what : {"all", "rule", "worker", "team"})
            for (const std::string& name : store_.names_counted(of_what))
                for (const RecordingStore::Count& one : store_.counts(of_what, name, to_text(day_)))
                    file.write(csv_line({one.on, of_what, name, std::to_string(one.open),
                                         std::to_string(one.appeared), std::to_string(one.mended),
                                         std::to_string(one.waived)}));
        file.finish();
    }

    static Table table_of(const std::string& caption, const char* whom, const std::vector<ListedRow>& rows) {
        Table table{caption, {{whom}, {"Findings", true}}, {}};
        for (const ListedRow& row : rows)
            table.rows.push_back(
                {words(row.called, row.file + ".html, " + row.file + ".csv"), count(row.findings)});
        return table;
    }

    Page index() {
        Page page;
        page.title = "What to mend";
        page.owner = trust_;
        page.has_contents = false;
        page.opening = {{written_.findings == 0
                             ? "Nothing is to be mended on the morning of " + to_words(day_) + "."
                             : counted(written_.findings, "finding is", "findings are") +
                                   " open on the morning of " + to_words(day_) +
                                   ". Each worker and each team has a list of its own beside this page."}};
        if (written_.restricted > 0)
            page.opening.push_back({counted(written_.restricted, "finding is", "findings are") +
                                    " about restricted records, which are used for nothing: on no list."});
        Section asked{"asked", "Who is asked"};
        if (!teams_.empty()) asked.blocks.emplace_back(table_of("Team by team", "Team", teams_));
        if (!workers_.empty()) asked.blocks.emplace_back(table_of("Worker by worker", "Worker", workers_));
        if (!asked.blocks.empty()) page.sections.push_back(asked);
        if (const auto points = trend("all", ""); !points.empty())
            page.sections.push_back({"trend", "How it moves", 2, {trend_table(points)}});
        return page;
    }

    RecordingStore store_;
    const RecordingRules& rules_;
    const std::string trust_;
    const Date day_;
    RestrictedFindings restricted_;
    WholeFolder folder_;
    std::vector<ListedRow> workers_;
    std::vector<ListedRow> teams_;
    ListsWritten written_;
};

}  // namespace

ListsWritten write_recording_lists(Database& database, const RecordingRules& rules, const std::string& trust,
                                   Date day, const std::string& folder) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    return ListFiles(database, rules, trust, day, folder).write();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "reports/recording_lists.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "base/whole_file.h"
#include "output/csv_table.h"
#include "output/html_page.h"
#include "reports/recording_list_page.h"
#include "reports/restricted_findings.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "name a folder that is not there yet, on a disk with room");
}

void check_folder(const std::string& folder) {
    std::error_code failed;
    if (fs::exists(folder, failed) && !(fs::is_directory(folder, failed) && fs::is_empty(folder, failed)))
        throw OutputError(folder + " is there already", "name a folder that is not there yet");
}

// An id as part of a file's name: a space is _, what may not stand in one is written by its number, ~2F.
std::string file_name_of(const std::string& id) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string name;
    for (const char character : id) {
        const bool stays = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                           (character >= '0' && character <= '9') || character == '-' || character == '.' ||
                           character == ',';
        const auto byte = static_cast<unsigned char>(character);
        if (stays)
            name += character;
        else if (character == ' ')
            name += '_';
        else
            name += {'~', digits[byte >> 4U], digits[byte & 15U]};
    }
    return name;
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
          folder_(folder),
          unfinished_(folder + ".unfinished"),
          restricted_(database, day) {}

    ListsWritten write() {
        std::error_code failed;
        fs::remove_all(unfinished_, failed);
        for (const std::string& worker : store_.workers_asked()) write_worker(worker);
        for (const std::string& team : store_.teams_asked()) write_team(team);
        write_counts();
        write_whole_file(unfinished_ + "/index.html", html_of(index()));
        fs::remove(folder_, failed);  // an empty folder that was there
        fs::rename(unfinished_, folder_, failed);
        if (failed) cannot_write(folder_);
        return written_;
    }

    void abandon() {
        std::error_code ignored;
        fs::remove_all(unfinished_, ignored);
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
        write_whole_file(unfinished_ + "/" + name + ".html", html_of(page_of(list, rules_, trust_, day_)));
        write_whole_file(unfinished_ + "/" + name + ".csv", csv_of(list, rules_));
        rows.push_back({list.called, name, static_cast<long long>(list.findings.size())});
        return true;
    }

    std::vector<TrendPoint> trend(const char* of_what, const std::string& name) {
        return trend_of(store_.counts(of_what, name, to_text(day_)), day_);
    }

    void write_counts() {
        WholeFile file(unfinished_ + "/counts.csv");
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
    const std::string folder_;
    const std::string unfinished_;
    RestrictedFindings restricted_;
    std::vector<ListedRow> workers_;
    std::vector<ListedRow> teams_;
    ListsWritten written_;
};

}  // namespace

ListsWritten write_recording_lists(Database& database, const RecordingRules& rules, const std::string& trust,
                                   Date day, const std::string& folder) {
    check_folder(folder);
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    ListFiles files(database, rules, trust, day, folder);
    try {
        return files.write();
    } catch (...) {
        files.abandon();
        throw;
    }
}

}  // namespace casekeeper

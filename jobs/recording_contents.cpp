// SPDX-License-Identifier: MIT
#include "jobs/recording_contents.h"

#include <algorithm>
#include <map>

#include "app/configured.h"
#include "base/errors.h"
#include "custody/schedule_in_force.h"
#include "reports/recording_listing.h"
#include "reports/restricted_findings.h"

namespace casekeeper {
namespace {

constexpr std::size_t oldest_shown = 10;
constexpr std::size_t teams_shown = 20;

RecordingRules rules_of(Night& night) {
    try {
        return configured_recording_rules(night.config_folder, schedule_in_force(night.database).catalogue);
    } catch (const ConfigError&) {  // the job has said so
        return {};
    }
}

class Contents {
public:
    explicit Contents(Night& night)
        : database_(night.database),
          store_(night.database),
          rules_(rules_of(night)),
          date_(night.day),
          day_(to_text(night.day)) {}

    ReportedRecording gather() {
        ReportedRecording recording;
        recording.checked = store_.has_checked();
        if (!recording.checked) return recording;
        read_counts();
        const RecordingStore::Count all = latest_["all"][""];
        recording.open = all.open;
        recording.appeared = all.appeared;
        recording.mended = all.mended;
        recording.waived = store_.number_by_state()["waived"];
        recording.trend = trend_of(store_.counts("all", "", day_), date_);
        add_rules(recording);
        add_teams(recording);
        add_oldest(recording);
        return recording;
    }

private:
    // How many are open, and what happened on the day itself.
    void read_counts() {
        for (RecordingStore::NamedCount& one : store_.latest_counts(day_)) {
            if (one.count.on != day_) one.count.appeared = one.count.mended = one.count.waived = 0;
            latest_[one.of_what][one.name] = one.count;
        }
    }

    // In the order of the file; those that are not in it any more last.
    void add_rules(ReportedRecording& recording) {
        std::vector<std::string> ids;
        for (const RecordingRule& rule : rules_.rules()) ids.push_back(rule.id);
        for (const auto& [id, count] : latest_["rule"])
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        for (const std::string& id : ids) {
            const RecordingStore::Count count = latest_["rule"][id];
            if (count.open + count.appeared + count.mended + count.waived == 0) continue;
            const RecordingRule* rule = rules_.find(id);
            recording.rules.push_back({id, rule ? rule->title : "", rule && rule->severity == Severity::error,
                                       count.open, count.appeared, count.mended, count.waived});
        }
    }

    void add_teams(ReportedRecording& recording) {
        for (const auto& [team, count] : latest_["team"])
            if (count.open > 0) recording.teams.emplace_back(team, count.open);
        std::stable_sort(recording.teams.begin(), recording.teams.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (recording.teams.size() > teams_shown) recording.teams.resize(teams_shown);
    }

    void add_oldest(ReportedRecording& recording) {
        for (const RecordingFinding& finding : oldest_unrestricted())
            recording.oldest.push_back({finding.id, finding.rule, finding.thing, what_is_wrong(finding),
                                        whom_to_ask(finding),
                                        parse_date(finding.first_seen_on).value_or(date_)});
    }

    // Reads on until there are enough, or no more. None where it cannot be told what is restricted: the job that
    // decides says whose record cannot be read.
    std::vector<RecordingFinding> oldest_unrestricted() try {
        const UnitOfWork work(database_, UnitOfWork::Kind::snapshot);
        RestrictedFindings restricted(database_, date_);
        for (int wanted = static_cast<int>(oldest_shown);; wanted *= 10) {
            std::vector<RecordingFinding> oldest = store_.oldest(wanted);
            const bool is_all = oldest.size() < static_cast<std::size_t>(wanted);
            restricted.leave_out(oldest);
            if (!is_all && oldest.size() < oldest_shown) continue;
            oldest.resize(std::min(oldest.size(), oldest_shown));
            return oldest;
        }
    } catch (const InputError&) {
        return {};
    }

    Database& database_;
    RecordingStore store_;
    const RecordingRules rules_;
    const Date date_;
    const std::string day_;
    std::map<std::string, std::map<std::string, RecordingStore::Count>> latest_;  // by what, name
};

}  // namespace

ReportedRecording recording_contents(Night& night) {
    return Contents(night).gather();
}

}  // namespace casekeeper

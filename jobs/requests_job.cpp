// SPDX-License-Identifier: MIT
//
// Prepares and refreshes what can be said of requests, and hands what people have decided to the gate, each
// in a transaction of its own, once the letters that tell of it are written: afterwards nobody would know
// whom to write to.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/erasure_sweeper.h"
#include "custody/gate.h"
#include "disposal/request_answer.h"
#include "disposal/request_forms.h"
#include "disposal/request_letters.h"
#include "disposal/requests_night.h"
#include "jobs/job.h"
#include "store/access_store.h"

namespace casekeeper {
namespace {

constexpr int requests_a_page = 200;
// Waiting ones first: what begins to wait tonight is not asked twice.
constexpr DeletionState ready_states[] = {DeletionState::waiting, DeletionState::granted,
                                          DeletionState::partly_refused};

class RequestsNight {
public:
    RequestsNight(Night& night, const JobControl& control)
        : night_(night),
          control_(control),
          in_force_(schedule_in_force(night.database)),
          register_(night.database, night.register_places),
          assessor_(night.database, in_force_, night.settings.requests.abuse_words),
          gate_(night.database, in_force_, register_,
                gate_rules(night.settings.disposal, night.notices_folder, night.bundles_folder)),
          cases_(night.database) {}

    JobRecord run() {
        register_.require_keys();
        if (!night_.dry_run) remove_stray_letters();
        refreshed_ = refresh();
        for (const DeletionState state : ready_states) each_in(state);
        if (!night_.dry_run && executed_ > 0) {
            register_.bring_mirror_up_to_date();  // what is gone for good is known elsewhere first
            sweep_erasures(night_.database, night_.documents_folder);
        }
        return record();
    }

private:
    RequestsRefreshed refresh() {
        RequestsRefresh refresh;
        refresh.day = night_.ending_day;  // --as-of looks ahead, and voids nothing
        refresh.at = night_.clock.now();
        refresh.actor = night_.actor;
        refresh.dry_run = night_.dry_run;
        refresh.is_cancelled = control_.is_cancelled;
        refresh.progress = [this](long long done) {
            if (control_.progress) control_.progress(done, 0);
        };
        return refresh_requests(night_.database, in_force_, night_.settings.requests, register_.pseudonyms(),
                                refresh);
    }

    void each_in(DeletionState state) {
        for (auto page = cases_.in_state(to_text(state), "", requests_a_page); !page.empty();
             page = cases_.in_state(to_text(state), page.back().request, requests_a_page))
            for (const DeletionCase& one : page) {
                if (stop()) return;
                try {
                    handle(one);
                } catch (const Error& error) {  // one request, and no other
                    failures_.push_back("request " + one.request + ": " + error.what());
                }
            }
    }

    bool stop() {
        cancelled_ = control_.is_cancelled && control_.is_cancelled();
        return cancelled_;
    }

    RequestExecution execution_of(const DeletionCase& one, bool dry_run) const {
        RequestExecution execution;
        execution.request = one.request;
        execution.day = night_.ending_day;
        execution.at = night_.clock.now();
        execution.actor = night_.actor;
        execution.letters = letters_folder_of(one.request);
        execution.cooling_off_days = night_.settings.requests.cooling_off_days;
        execution.dry_run = dry_run;
        return execution;
    }

    void handle(const DeletionCase& one) {
        if (right_of(one) != RequestRight::erasure) return;
        RequestAnswer answer = gate_.execute_request(execution_of(one, true), assessor_);
        if (answer.done && !night_.dry_run) {
            const std::string folder = night_.letters_folder + "/" + letters_folder_of(one.request);
            write_outcome_letters(night_.database, in_force_, letters(), one, cases_.items(one.request),
                                  cases_.events(one.request), night_.ending_day, folder);
            register_.bring_mirror_up_to_date();
            answer = gate_.execute_request(execution_of(one, false), assessor_);
        }
        if (answer.done) {
            ++executed_;
            certificates_ += static_cast<long long>(answer.certificates.size());
            if (night_.dry_run)
                would_do_.push_back("delete " + std::to_string(answer.erased.entries) + " entries and " +
                                    std::to_string(answer.erased.documents) + " documents by request " +
                                    one.request);
            return;
        }
        ++refused_[answer.refused_because];
        if (!night_.dry_run)
            let_wait(night_.database, one, answer.refused_because,
                     {to_text(night_.ending_day), night_.clock.now(), night_.actor});
    }

    const LetterSettings& letters() {
        if (!letters_)
            letters_ = LetterSettings{night_.settings.trust_name, night_.settings.trust_contact,
                                      LetterTemplates::ready(night_.config_folder, request_forms()),
                                      night_.settings.disposal.backup_months};
        return *letters_;
    }

    // Those a crash left before the case named them, or after the gate refused.
    void remove_stray_letters() {
        std::set<std::string> executed;  // whose letters a restore may have made the case forget
        for (auto page = cases_.in_state(to_text(DeletionState::executed), "", requests_a_page);
             !page.empty();
             page = cases_.in_state(to_text(DeletionState::executed), page.back().request, requests_a_page))
            for (const DeletionCase& one : page) executed.insert(letters_folder_of(one.request));
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(night_.letters_folder, failed)) {
            const std::string name = entry.path().filename();
            const bool is_ours = name.size() == letters_folder_of("").size() &&
                                 name.find_first_not_of("0123456789abcdef") == std::string::npos;
            if (!is_ours || cases_.names_letters(name) || executed.contains(name) ||
                AccessStore(night_.database).names_letters(name))
                continue;
            std::filesystem::remove_all(entry.path(), failed);
            if (failed) failures_.push_back("letters " + name + ": cannot be removed: no permission");
        }
    }

    JobRecord record() const {
        JobRecord record;
        std::vector<std::string> failures = failures_;
        for (const std::string& request : refreshed_.unreadable)
            failures.push_back("request " + request + ": what is stored of its person cannot be read");
        record.outcome = failures.empty() && !cancelled_ ? "done" : "attention";
        record.handled = refreshed_.looked_at;
        record.failed = static_cast<long long>(failures.size());
        record.failures = std::move(failures);
        record.would_do = would_do_;
        JsonObject numbers;
        numbers.number("opened", refreshed_.opened)
            .number("assessed", refreshed_.assessed)
            .number("voided", refreshed_.voided)
            .number("executed", executed_)
            .number("certificates", certificates_);
        for (const auto& [code, count] : refused_) {
            record.refused += count;
            numbers.number("refused_" + code, count);
        }
        record.counts = JsonObject().raw("numbers", numbers.json()).json();
        return record;
    }

    Night& night_;
    const JobControl& control_;
    const ScheduleInForce in_force_;
    Register register_;
    DeletionAssessor assessor_;
    Gate gate_;
    DeletionStore cases_;
    std::optional<LetterSettings> letters_;
    RequestsRefreshed refreshed_;
    long long executed_ = 0;
    long long certificates_ = 0;
    bool cancelled_ = false;
    std::vector<std::string> failures_;
    std::vector<std::string> would_do_;
    std::map<std::string, long long> refused_;
};

}  // namespace

JobRecord run_requests_job(Night& night, const JobControl& control) {
    return RequestsNight(night, control).run();
}

}  // namespace casekeeper

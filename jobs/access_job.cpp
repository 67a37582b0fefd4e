// SPDX-License-Identifier: MIT
//
// The night's part of access requests: proposals, reminders, drafts of letters for what will be late, and the
// calendar of due days. Nothing is decided or sent by it.
#include <filesystem>
#include <optional>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_text.h"
#include "custody/schedule_in_force.h"
#include "disclosure/access_drafts.h"
#include "disclosure/access_forms.h"
#include "disclosure/access_night.h"
#include "disclosure/access_outcome.h"
#include "disclosure/reading_tools.h"
#include "jobs/job.h"

namespace casekeeper {
namespace {

constexpr const char* calendar_name = "access-requests.ics";

class AccessNight {
public:
    AccessNight(Night& night, const JobControl& control)
        : night_(night),
          control_(control),
          register_(night.database, night.register_places),
          catalogue_(schedule_in_force(night.database).catalogue),
          rules_(configured_release_rules(night.config_folder, catalogue_)),
          holidays_(configured_bank_holidays(night.config_folder)),
          tools_(night.database, night.config_folder, night.settings.packs.words, night.documents_folder),
          reviewer_(night.database, rules_, catalogue_, tools_.for_review()) {}

    JobRecord run() {
        register_.require_keys();
        refreshed_ = refresh();
        if (const std::optional<AccessOutlook> ahead = outlook()) {
            open_ = static_cast<long long>(ahead->open.size());
            if (!night_.dry_run) tell(*ahead);
        }
        return record();
    }

private:
    bool is_cancelled() const { return control_.is_cancelled && control_.is_cancelled(); }

    // A day beyond the known bank holidays is reckoned by nobody: nullopt, and the report says, as of every
    // request, which file to bring up to date.
    std::optional<AccessOutlook> outlook() {
        try {
            return access_outlook(night_.database, holidays_, rules_.opinion_months(),
                                  night_.settings.requests.opinion_warning_days, night_.day);
        } catch (const ConfigError&) {
            return std::nullopt;
        }
    }

    void tell(const AccessOutlook& outlook) {
        remind(outlook);
        draft(outlook);
        write_calendar((std::filesystem::path(night_.report_folder) / calendar_name).string(),
                       calendar_of(outlook, night_.clock.now()));
    }

    AccessRefreshed refresh() {
        AccessRefresh refresh;
        refresh.day = night_.ending_day;  // --as-of looks ahead, and voids nothing
        refresh.at = night_.clock.now();
        refresh.actor = night_.actor;
        refresh.dry_run = night_.dry_run;
        refresh.is_cancelled = control_.is_cancelled;
        refresh.keep_words_of = [this](const std::string& person) {
            tools_.keep_words_of(person, control_.is_cancelled);
        };
        return refresh_access_requests(night_.database, reviewer_, register_.pseudonyms(), refresh);
    }

    CaseAct act() const { return {to_text(night_.day), night_.clock.now(), night_.actor}; }

    AccessDrafts& drafts() {
        if (!drafts_) {
            letters_.emplace(
                night_.database,
                LetterSettings{night_.settings.trust_name, night_.settings.trust_contact,
                               LetterTemplates::ready(night_.config_folder, access_forms()),
                               night_.settings.disposal.backup_months, night_.settings.requests.answer_days},
                holidays_, rules_, reviewer_, night_.day);
            drafts_.emplace(night_.database, *letters_, night_.letters_folder);
        }
        return *drafts_;
    }

    void remind(const AccessOutlook& outlook) {
        const RequestSettings& settings = night_.settings.requests;
        const ReminderTimes times{settings.answer_days, settings.remind_every_days, settings.escalate_after};
        for (const DueReminder& due : reminders_due(outlook, times, holidays_, night_.day)) {
            if (is_cancelled()) return;
            one_request(due.ask.request, [&] {
                const AccessCase one = AccessStore(night_.database).find(due.ask.request).value();
                drafts().reminder(one, due);
                note_reminder(night_.database, one, due.ask, act());
                ++reminded_;
                escalated_ += due.reminder.escalated;
            });
        }
    }

    // Ready before it is late, not after.
    void draft(const AccessOutlook& outlook) {
        for (const OpenRequest& open : outlook.open) {
            if (is_cancelled()) return;
            const bool is_worked_on = open.one.state != "refused" && open.one.state != "disputed";
            if (open.forecast.days_late == 0 || !is_worked_on) continue;
            one_request(open.one.request, [&] { drafted_ += drafts().lateness(open); });
        }
    }

    // What fails for one stops no other.
    template <typename Do>
    void one_request(const std::string& request, const Do& what) {
        try {
            what();
        } catch (const UnreadablePlaces& places) {  // no letter can be searched for them
            refreshed_.unreadable_places = places.person;
        } catch (const Error& error) {
            failures_.push_back("access request " + request + ": " + error.what());
        } catch (const std::exception&) {  // what it says may be somebody's words
            failures_.push_back("access request " + request + ": what is stored of it cannot be used");
        }
    }

    JobRecord record() const {
        JobRecord record;
        std::vector<std::string> failures = failures_;
        if (refreshed_.unreadable_places)
            failures.push_back(
                "person " + *refreshed_.unreadable_places +
                ": a protected place cannot be read, so no request to see a record is reviewed, and "
                "no letter about one written");
        for (const std::string& request : refreshed_.unreadable)
            failures.push_back("access request " + request + ": what is stored of its person cannot be read");
        record.outcome = failures.empty() && !is_cancelled() ? "done" : "attention";
        record.handled = open_;
        record.failed = static_cast<long long>(failures.size());
        record.failures = std::move(failures);
        record.counts = JsonObject()
                            .raw("numbers", JsonObject()
                                                .number("opened", refreshed_.opened)
                                                .number("reviewed", refreshed_.reviewed)
                                                .number("voided", refreshed_.voided)
                                                .number("reminded", reminded_)
                                                .number("escalated", escalated_)
                                                .number("drafted", drafted_)
                                                .json())
                            .json();
        return record;
    }

    Night& night_;
    const JobControl& control_;
    Register register_;
    const ServiceCatalogue catalogue_;
    const ReleaseRules rules_;
    const BankHolidays holidays_;
    ReadingTools tools_;
    AccessReviewer reviewer_;
    std::optional<AccessLetters> letters_;  // made where one is to be written
    std::optional<AccessDrafts> drafts_;
    AccessRefreshed refreshed_;
    long long open_ = 0;
    long long reminded_ = 0;
    long long escalated_ = 0;
    long long drafted_ = 0;
    std::vector<std::string> failures_;
};

}  // namespace

JobRecord run_access_job(Night& night, const JobControl& control) {
    if (!AccessStore(night.database).page("", 1).empty()) return AccessNight(night, control).run();
    JobRecord nobody_asks;
    nobody_asks.outcome = "done";
    return nobody_asks;
}

}  // namespace casekeeper

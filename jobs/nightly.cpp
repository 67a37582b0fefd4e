// SPDX-License-Identifier: MIT
#include "jobs/nightly.h"

#include <Poco/AutoPtr.h>
#include <Poco/NObserver.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <Poco/TaskNotification.h>
#include <Poco/ThreadPool.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <exception>
#include <iostream>

#include "app/application.h"
#include "custody/schedule_in_force.h"
#include "jobs/job.h"
#include "jobs/progress_line.h"
#include "jobs/report_files.h"
#include "store/record_store.h"
#include "store/run_lock.h"

namespace casekeeper {
namespace {

std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int) {
    stop_asked = true;
}

// While it lives, an interrupt or a polite end asks the running job to stop between items.
class StopOnSignals {
public:
    StopOnSignals()
        : interrupt_(std::signal(SIGINT, ask_to_stop)), terminate_(std::signal(SIGTERM, ask_to_stop)) {
        stop_asked = false;
    }
    ~StopOnSignals() {
        std::signal(SIGINT, interrupt_);
        std::signal(SIGTERM, terminate_);
    }
    StopOnSignals(const StopOnSignals&) = delete;
    StopOnSignals& operator=(const StopOnSignals&) = delete;

private:
    void (*interrupt_)(int);
    void (*terminate_)(int);
};

// One job on a thread of the pool. What it throws is kept: Poco tells nobody.
class JobTask final : public Poco::Task {
public:
    JobTask(const JobRow& row, Night& night, ProgressLine& line)
        : Task(row.name), row_(row), night_(night), line_(line) {}

    void runTask() override {
        JobControl control;
        control.is_cancelled = [this] { return isCancelled() || stop_asked; };
        control.progress = [this](long long done, long long of) {
            setProgress(of > 0 ? static_cast<float>(done) / static_cast<float>(of) : 1.0F);
            line_.show(row_.name, done, of);
        };
        try {
            record = row_.run(night_, control);
        } catch (...) {
            thrown = std::current_exception();
        }
    }

    JobRecord record;
    std::exception_ptr thrown;

private:
    const JobRow& row_;
    Night& night_;
    ProgressLine& line_;
};

// The code and hint of whatever stopped a job, and what it said.
struct Failure {
    int code = 0;
    std::string message;
    std::string hint;
};

Failure failure_of(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Error& error) {
        return {static_cast<int>(error.code()), error.what(), error.hint()};
    } catch (const std::exception& error) {
        return {static_cast<int>(ExitCode::fault), std::string("a fault of the program: ") + error.what(),
                "please report this with the command you gave"};
    }
}

std::vector<const JobRow*> jobs_to_run(const Settings& settings, const std::set<std::string>& only) {
    std::vector<const JobRow*> jobs;
    const auto find = [](const std::string& name) {
        const auto found = std::find_if(night_jobs().begin(), night_jobs().end(),
                                        [&](const JobRow& row) { return row.name == name; });
        return found == night_jobs().end() ? nullptr : &*found;
    };
    for (const std::string& name : only)
        if (!find(name))
            throw UsageError("there is no job \"" + name + "\"", "casekeeper nightly --help names the jobs");
    for (const std::string& name : settings.jobs) {
        if (!find(name))
            throw ConfigError("casekeeper.toml names a job \"" + name + "\" that is none",
                              "casekeeper nightly --help names the jobs");
        if (only.empty() || only.contains(name)) jobs.push_back(find(name));
    }
    return jobs;
}

JobRecord run_job(const JobRow& row, Night& night, ProgressLine& line, NightResult& result,
                  std::ostream& err) {
    Poco::ThreadPool pool(1, 1);
    Poco::TaskManager manager(pool);
    Poco::AutoPtr<JobTask> task(new JobTask(row, night, line));
    const double start = night.clock.seconds();
    manager.start(task.duplicate());
    manager.joinAll();
    line.end();
    JobRecord record = task->record;
    if (task->thrown) {
        const Failure failure = failure_of(task->thrown);
        err << "casekeeper: job " << row.name << ": " << failure.message << "\nhint: " << failure.hint
            << "\n";
        record.outcome = "failed";
        if (result.hint.empty()) result.hint = failure.hint;
        if (result.exit_code <= 1) result.exit_code = failure.code;
    } else if (record.outcome != "done" && result.exit_code == 0) {
        result.exit_code = static_cast<int>(ExitCode::needs_a_person);
    }
    record.job = row.name;
    record.seconds = night.clock.seconds() - start;
    return record;
}

std::vector<Finding> configuration_findings(Invocation& invocation) {
    const ReadSchedule read = read_schedule(
        read_config_file(invocation.config_folder, "retention_schedule.toml"),
        read_config_file(invocation.config_folder, "service_catalogue.toml"), "retention_schedule.toml",
        "service_catalogue.toml", invocation.day(), RecordStore(invocation.store()).recorded_events());
    return read.findings;
}

}  // namespace

const std::vector<JobRow>& night_jobs() {
    static const std::vector<JobRow> rows = {
        {"retention", "decides again on whoever can have changed", run_retention_job},
        {"requests", "assesses requests, deletes what people have decided", run_requests_job},
        {"access", "proposes what might be withheld, reminds, forecasts what will be late", run_access_job},
        {"packs", "ends the packs that have served, makes those of what is decided", run_packs_job},
        {"disposal-review", "proposes what has come due, writes the letters owed", run_disposal_review_job},
        {"disposal", "lets go what is approved and has cooled off", run_disposal_job},
        {"recording", "looks for what records lack, by the recording rules", run_recording_job},
        {"register", "signs the register's head and brings its mirror up to date", run_register_job},
        {"report", "writes the morning report", run_report_job},
    };
    return rows;
}

NightResult run_night(Invocation& invocation, const NightOptions& options) {
    const std::vector<const JobRow*> jobs = jobs_to_run(invocation.settings(), options.only);
    Database& database = invocation.store();
    const RunLock lock(database, "nightly");
    if (lock.was_stale()) invocation.say("a run that died had left its lock; it was taken over");
    schedule_in_force(database);  // says so before anything is done where none is adopted
    const Invocation::RegisterFiles files = invocation.register_files();
    Night night{database,
                invocation.settings(),
                invocation.clock,
                invocation.day(),
                options.dry_run ? invocation.day() : invocation.ending_day(),
                options.dry_run,
                0,
                invocation.actor().to_text(),
                report_folder(invocation),
                invocation.documents_folder(),
                invocation.notices_folder(),
                invocation.bundles_folder(),
                invocation.letters_folder(),
                invocation.packs_folder(),
                invocation.config_folder,
                {files.mirror, files.key_folder},
                {},
                configuration_findings(invocation),
                invocation.clock.now()};
    NightResult result;
    result.run = {0, to_text(night.day), options.dry_run, night.started_at, "", night.actor, {}};
    RunStore runs(database);
    if (!options.dry_run) {
        UnitOfWork work(database, UnitOfWork::Kind::write);
        result.run.number = night.run = runs.start_run(result.run);
        work.commit();
    }
    const StopOnSignals signals;
    ProgressLine line(invocation.err, !invocation.quiet && ::isatty(STDERR_FILENO) == 1, invocation.quiet);
    for (const JobRow* row : jobs) {
        if (stop_asked) {
            result.run.jobs.push_back({row->name, "skipped", 0, 0, 0, 0, {}, ""});
            result.exit_code = std::max(result.exit_code, static_cast<int>(ExitCode::needs_a_person));
            continue;
        }
        result.run.jobs.push_back(run_job(*row, night, line, result, invocation.err));
        night.jobs_done = result.run.jobs;
    }
    result.run.ended_at = invocation.clock.now();
    if (options.dry_run) return result;
    UnitOfWork work(database, UnitOfWork::Kind::write);
    for (std::size_t i = 0; i < result.run.jobs.size(); ++i)
        runs.add_job(night.run, static_cast<int>(i), result.run.jobs[i]);
    runs.end_run(night.run, result.run.ended_at);
    work.commit();
    return result;
}

}  // namespace casekeeper

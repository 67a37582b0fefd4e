// SPDX-License-Identifier: MIT
#include "retention/evaluation.h"

#include <algorithm>
#include <memory>

#include "base/errors.h"
#include "base/json_text.h"
#include "retention/store_surroundings.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 2000;
constexpr int pages_a_transaction = 25;
constexpr std::size_t failures_named = 100;

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

// One evaluation from the first stale person to the last.
class Evaluation {
public:
    Evaluation(Database& database, const ScheduleInForce& in_force, Date day,
               const EvaluationControl& control)
        : database_(database),
          in_force_(in_force),
          day_(day),
          day_text_(to_text(day)),
          control_(control),
          facts_(database),
          decisions_(database),
          surroundings_(facts_, in_force.catalogue),
          evaluator_(in_force.schedule, in_force.catalogue),
          holds_(facts_.holds()) {}

    EvaluationResult run() {
        auto work = std::make_unique<UnitOfWork>(database_, UnitOfWork::Kind::write);
        write_all_ = decisions_.mark_for_day(day_);
        const long long stale = decisions_.stale_people();
        const bool had_decisions = decisions_.has_any();
        std::string after;
        for (int pages = 1;; ++pages) {
            FactStore::Page page = facts_.stale_page(after, people_a_page, had_decisions);
            if (page.last.empty()) break;
            decide(page);
            finish(page, after);
            after = page.last;
            if (control_.progress) control_.progress(result_.people + result_.failed, stale);
            if (control_.is_cancelled && control_.is_cancelled()) {
                result_.cancelled = true;
                break;
            }
            if (pages % pages_a_transaction == 0 && !control_.dry_run) {
                decisions_.flush_tallies();
                work->commit();
                work = std::make_unique<UnitOfWork>(database_, UnitOfWork::Kind::write);
            }
        }
        if (control_.dry_run) return result_;  // the unit of work ends as if it had not been
        decisions_.flush_tallies();
        if (!result_.cancelled) decisions_.set_evaluated(day_);
        work->commit();
        return result_;
    }

private:
    void decide(FactStore::Page& page) {
        surroundings_.forget();
        for (const std::string& person : page.unreadable) fail(person);
        for (FileWithDecisions& next : page.files) {
            try {
                decide(next);
            } catch (const Error&) {
                throw;  // the store or the configuration, not this person
            } catch (const std::exception&) {
                fail(next.file.people.front().id);
            }
        }
    }

    void decide(FileWithDecisions& next) {
        resolve_services(next.file, in_force_.catalogue);
        const std::vector<Decision> decided = evaluator_.evaluate(next.file, holds_, surroundings_, day_);
        now_.clear();
        for (const Decision& decision : decided) now_.push_back(to_stored(decision, in_force_.schedule));
        result_.written +=
            decisions_.write(next.decisions, now_, day_text_, in_force_.adopted.number, write_all_);
        remember_reads(next, decided);
        result_.people += 1;
        result_.decisions += static_cast<long long>(decided.size());
    }

    void remember_reads(const FileWithDecisions& next, const std::vector<Decision>& decided) {
        std::vector<std::string> read;
        for (const Decision& decision : decided)
            read.insert(read.end(), decision.people_read.begin(), decision.people_read.end());
        std::sort(read.begin(), read.end());
        read.erase(std::unique(read.begin(), read.end()), read.end());
        if (next.file.people.size() == 1) {
            decisions_.set_reads(next.file.people.front().id, next.people_read, read);
            return;
        }
        for (const PersonFacts& record : next.file.people)
            decisions_.set_reads(record.id, facts_.people_read_by(record.id), read);
    }

    void finish(const FactStore::Page& page, const std::string& after) {
        decisions_.finish_range(after, page.last);
        for (const std::string& person : failed_in_page_)
            decisions_.mark_person(person);  // again the next night
        failed_in_page_.clear();
    }

    void fail(const std::string& person) {
        ++result_.failed;
        if (result_.failures.size() < failures_named) result_.failures.push_back(person);
        failed_in_page_.push_back(person);
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    const Date day_;
    const std::string day_text_;
    const EvaluationControl& control_;
    FactStore facts_;
    DecisionStore decisions_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
    const std::vector<Hold> holds_;
    EvaluationResult result_;
    bool write_all_ = false;
    std::vector<StoredDecision> now_;
    std::vector<std::string> failed_in_page_;
};

}  // namespace

StoredDecision to_stored(const Decision& decision, const RetentionSchedule& schedule) {
    StoredDecision stored;
    stored.person = decision.person;
    stored.involvement = decision.involvement;
    stored.service = decision.service;
    stored.outcome = to_text(decision.outcome);
    if (decision.rule >= 0) stored.rule = schedule.rules[static_cast<std::size_t>(decision.rule)].id;
    stored.retain_until = text_of(decision.retain_until);
    stored.minimise_on = text_of(decision.minimise_on);
    stored.transfer_on = text_of(decision.transfer_on);
    stored.conflict = decision.conflict;
    stored.reconsider_on = text_of(decision.reconsider_on);
    if (!decision.holds.empty()) {
        std::string json = "[";
        for (const std::string& hold : decision.holds) {
            if (json.size() > 1) json += ',';
            append_json_string(json, hold);
        }
        stored.holds = json + "]";
    }
    return stored;
}

EvaluationResult bring_decisions_up_to_date(Database& database, const ScheduleInForce& in_force, Date day,
                                            const EvaluationControl& control) {
    return Evaluation(database, in_force, day, control).run();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "retention/evaluation.h"

#include <algorithm>
#include <memory>
#include <thread>

#include "base/errors.h"
#include "base/handover.h"
#include "custody/present_decision.h"
#include "custody/store_surroundings.h"
#include "policy/automatic_holds.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 2000;
constexpr std::size_t pages_between = 2;              // decided and not yet stored
constexpr long long worth_two_threads = 20000;        // stale people
constexpr long long part_worth_looking_through = 20;  // of everybody, for every narrative to be read once
constexpr std::size_t failures_named = 100;

// What was decided on one human being, ready to be stored.
struct DecidedFile {
    std::vector<StoredDecision> before;
    std::vector<StoredDecision> now;
    std::vector<std::string> records;  // the people's ids
    std::vector<std::vector<std::string>>
        read_before;  // by record: whose facts the decisions before had read
    std::vector<std::string> read_now;
};

struct DecidedPage {
    std::vector<DecidedFile> files;
    std::vector<std::string> failures;
    std::string last;  // the last person id; empty: there was no page
};

// Reads and decides page after page. Writes nothing.
class Decider {
public:
    Decider(Database& database, const ScheduleInForce& in_force, Date day, long long stale)
        : in_force_(in_force),
          day_(day),
          facts_(database),
          surroundings_(facts_, in_force.catalogue),
          evaluator_(in_force.schedule, in_force.catalogue),
          holds_(facts_.holds(automatic_hold_rules(in_force.schedule, in_force.catalogue), day)),
          had_decisions_(DecisionStore(database).has_any()) {
        if (stale >= RecordStore(database).totals().people / part_worth_looking_through)
            surroundings_.look_through_narratives(holds_.holds());
    }

    DecidedPage next(const std::string& after) {
        FactStore::Page page = facts_.stale_page(after, people_a_page, had_decisions_);
        DecidedPage decided;
        decided.last = page.last;
        decided.failures = std::move(page.unreadable);
        decided.files.reserve(page.files.size());
        surroundings_.forget();
        for (FileWithDecisions& file : page.files) {
            const std::string person = file.file.people.front().id;
            try {
                decided.files.push_back(decide(file));
            } catch (const Error&) {
                throw;  // the store or the configuration, not this person
            } catch (const std::exception&) {
                decided.failures.push_back(person);
            }
        }
        return decided;
    }

private:
    DecidedFile decide(FileWithDecisions& next) {
        resolve_services(next.file, in_force_.catalogue);
        const std::vector<Decision> decisions = evaluator_.evaluate(next.file, holds_, surroundings_, day_);
        DecidedFile decided;
        decided.before = std::move(next.decisions);
        decided.now.reserve(decisions.size());
        for (const Decision& decision : decisions)
            decided.now.push_back(to_stored(decision, in_force_.schedule));
        decided.read_now = people_read_by(decisions);
        const bool alone = next.file.people.size() == 1;
        for (const PersonFacts& record : next.file.people) {
            decided.records.push_back(record.id);
            decided.read_before.push_back(alone ? std::move(next.people_read)
                                                : facts_.people_read_by(record.id));
        }
        return decided;
    }

    const ScheduleInForce& in_force_;
    const Date day_;
    FactStore facts_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
    const HoldIndex holds_;
    const bool had_decisions_;
};

// Stores pages in their order.
class Keeper {
public:
    Keeper(Database& database, const ScheduleInForce& in_force, Date day, bool write_all)
        : decisions_(database), in_force_(in_force), day_text_(to_text(day)), write_all_(write_all) {}

    void keep(const DecidedPage& page) {
        for (const DecidedFile& file : page.files) {
            result.written +=
                decisions_.write(file.before, file.now, day_text_, in_force_.adopted.number, write_all_);
            for (std::size_t i = 0; i < file.records.size(); ++i)
                decisions_.set_reads(file.records[i], file.read_before[i], file.read_now);
            result.people += 1;
            result.decisions += static_cast<long long>(file.now.size());
        }
        decisions_.finish_range(after_, page.last);
        after_ = page.last;
        for (const std::string& person : page.failures) {
            decisions_.mark_person(person);  // again the next night
            if (result.failures.size() < failures_named) result.failures.push_back(person);
            ++result.failed;
        }
    }

    void finish(Date day) {
        decisions_.flush_tallies();
        // One that was stopped leaves decisions of either day: the later counts.
        if (!result.cancelled || !decisions_.is_evaluated_after(day)) decisions_.set_evaluated(day);
    }

    EvaluationResult result;

private:
    DecisionStore decisions_;
    const ScheduleInForce& in_force_;
    const std::string day_text_;
    const bool write_all_;
    std::string after_;
};

// Tells how far it is; true where it is to stop.
bool report_and_ask(const EvaluationControl& control, const EvaluationResult& result, long long stale) {
    if (control.progress) control.progress(result.people + result.failed, stale);
    return control.is_cancelled && control.is_cancelled();
}

void keep_pages_in_turn(Database& database, const ScheduleInForce& in_force, Date day, Keeper& keeper,
                        const EvaluationControl& control, long long stale) {
    Decider decider(database, in_force, day, stale);
    for (DecidedPage page = decider.next(""); !page.last.empty(); page = decider.next(page.last)) {
        keeper.keep(page);
        keeper.result.cancelled = report_and_ask(control, keeper.result, stale);
        if (keeper.result.cancelled) return;
    }
}

// One thread reads and decides on a connection of its own, from the moment the writer began; this one stores.
void keep_pages_side_by_side(Database& database, const ScheduleInForce& in_force, Date day, Keeper& keeper,
                             const EvaluationControl& control, long long stale) {
    Handover<DecidedPage> pages(pages_between);
    const std::unique_ptr<Database> reading = Database::open(database.url(), Opening::existing);
    std::thread reader([&] {
        try {
            const UnitOfWork snapshot(*reading, UnitOfWork::Kind::snapshot);
            Decider decider(*reading, in_force, day, stale);
            for (std::string after;;) {
                DecidedPage page = decider.next(after);
                after = page.last;
                if (page.last.empty() || !pages.give(std::move(page))) break;
            }
            pages.end();
        } catch (...) {
            pages.end(std::current_exception());
        }
    });
    std::exception_ptr thrown;
    try {
        while (std::optional<DecidedPage> page = pages.take()) {
            keeper.keep(*page);
            keeper.result.cancelled = report_and_ask(control, keeper.result, stale);
            if (keeper.result.cancelled) break;
        }
    } catch (...) {
        thrown = std::current_exception();
    }
    pages.stop();
    reader.join();
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

// The whole evaluation is one unit of work that begins as a writer: nobody can change a fact between its
// reading and the storing of what was decided on it, and a night is in whole or not at all.
EvaluationResult bring_decisions_up_to_date(Database& database, const ScheduleInForce& in_force, Date day,
                                            const EvaluationControl& control) {
    auto work = std::make_unique<UnitOfWork>(database, UnitOfWork::Kind::write);
    const bool write_all = DecisionStore(database).mark_for_day(day);
    const long long stale = DecisionStore(database).stale_people();
    Keeper keeper(database, in_force, day, write_all);
    if (stale >= worth_two_threads && !control.dry_run) {
        work->commit();  // so that the reading connection sees who is stale
        work.reset();
        work = std::make_unique<UnitOfWork>(database, UnitOfWork::Kind::write);
        keep_pages_side_by_side(database, in_force, day, keeper, control, stale);
    } else {
        keep_pages_in_turn(database, in_force, day, keeper, control, stale);
    }
    keeper.finish(day);
    if (control.dry_run) return keeper.result;  // the unit of work ends as if it had not been
    work->commit();
    return keeper.result;
}

}  // namespace casekeeper

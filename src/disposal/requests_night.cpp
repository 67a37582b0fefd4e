// SPDX-License-Identifier: MIT
#include "disposal/requests_night.h"

#include <algorithm>
#include <stdexcept>

#include "base/json_text.h"
#include "disposal/case_moves.h"
#include "disposal/deletion_casework.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr int requests_a_page = 200;

// States in which verdicts are made or kept up to date, so ordered that a case which moves to `assessed` for
// the first time is not met again.
constexpr DeletionState assessed_in[] = {
    DeletionState::waiting, DeletionState::partly_refused, DeletionState::granted, DeletionState::confirmed,
    DeletionState::warned,  DeletionState::assessed,       DeletionState::entitled};

class Refresh {
public:
    Refresh(Database& database, const ScheduleInForce& in_force, const RequestSettings& settings,
            const Pseudonyms& pseudonyms, const RequestsRefresh& refresh)
        : database_(database),
          refresh_(refresh),
          pseudonyms_(pseudonyms),
          cases_(database),
          records_(database),
          assessor_(database, in_force, settings.abuse_words) {}

    RequestsRefreshed run() {
        take_up();
        for (const DeletionState state : assessed_in) each_in(state);
        return std::move(result_);
    }

private:
    // Each page is one unit of work, so that a night over many requests is not a night of many commits.
    template <typename Page, typename Handle>
    void pages(const Page& page, const Handle& handle) {
        for (std::string after; !is_cancelled();) {
            UnitOfWork work(database_, UnitOfWork::Kind::write);
            const std::vector<DeletionCase> cases = page(after);
            if (cases.empty()) return;
            for (DeletionCase one : cases) handle(one);
            after = cases.back().request;
            if (!refresh_.dry_run) work.commit();
        }
    }

    void take_up() {
        pages([&](const std::string& after) { return cases_.without_case(after, requests_a_page); },
              [&](DeletionCase& one) {
                  cases_.open(one);
                  ++result_.opened;
              });
    }

    void each_in(DeletionState state) {
        pages(
            [&](const std::string& after) { return cases_.in_state(to_text(state), after, requests_a_page); },
            [&](DeletionCase& one) { look_at(one); });
    }

    void look_at(DeletionCase& one) {
        if (right_of(one) != RequestRight::erasure) return;
        ++result_.looked_at;
        if (refresh_.progress) refresh_.progress(result_.looked_at);
        const std::optional<Record> request = records_.find(RecordType::deletion_request, one.request);
        if (!request) return;
        try {
            assess(one, *request);
        } catch (
            const std::invalid_argument&) {  // what is stored of this person cannot be read: no other stops
            result_.unreadable.push_back(one.request);
        }
    }

    void assess(DeletionCase& one, const Record& request) {
        const RequestAssessment now = assessor_.assess(request, cases_.marks(one.request), refresh_.day);
        const bool is_entitled = state_of(one) == DeletionState::entitled;
        if (!is_entitled && now.digest == one.assessment && !has_other_verdicts(one, now)) return;
        const bool is_first_or_same = one.assessment.empty() || now.digest == one.assessment;
        const bool is_before_warning =
            state_of(one) == DeletionState::entitled || state_of(one) == DeletionState::assessed;
        const bool is_released = anything_released(cases_.items(one.request), now.items);
        if (is_first_or_same && !is_before_warning && !is_decided(state_of(one)) && !is_released) {
            store_assessment(cases_, one, now, refresh_.day);  // a hold came: nothing is void
            cases_.update(one);
            ++result_.assessed;
            return;
        }
        if (is_decided(state_of(one)) && now.digest == one.assessment) return;  // the gate makes it wait
        if (now.items.empty() && is_before_warning) return;  // nothing of it is here: a person says so
        store_assessment(cases_, one, now, refresh_.day);
        ++result_.assessed;
        if (is_before_warning) {
            move(one, DeletionEvent::assess, now);
        } else {
            move(one, DeletionEvent::reassess, now);
            ++result_.voided;
        }
    }

    bool has_other_verdicts(const DeletionCase& one, const RequestAssessment& now) {
        const std::vector<DeletionItem> stored = cases_.items(one.request);
        return !std::equal(stored.begin(), stored.end(), now.items.begin(), now.items.end(),
                           [](const DeletionItem& a, const DeletionItem& b) {
                               return a.item == b.item && a.verdict == b.verdict && a.reason == b.reason;
                           });
    }

    // REQUIRES: a transition that the night may make.
    void move(DeletionCase& one, DeletionEvent event, const RequestAssessment& now) {
        const DeletionTransition* transition = find_transition(RequestRight::erasure, state_of(one), event);
        one.state = to_text(*transition->to);
        one.waits_for.reset();
        cases_.update(one);
        DeletionEventRecord record;
        record.event = to_text(event);
        record.state = one.state;
        record.on = to_text(refresh_.day);
        record.at = refresh_.at;
        record.by = refresh_.actor;
        record.facts = JsonObject().text("assessment", now.digest).number("items", now.items.size()).json();
        cases_.add_event(one.request, record);
        if (event == DeletionEvent::reassess)
            RegisterStore(database_).append(
                {refresh_.at, "deletion-reassess", refresh_.actor,
                 JsonObject()
                     .text("request", pseudonyms_.of_record("deletion_request", one.request))
                     .json()});
    }

    bool is_cancelled() const { return refresh_.is_cancelled && refresh_.is_cancelled(); }

    Database& database_;
    const RequestsRefresh& refresh_;
    const Pseudonyms& pseudonyms_;
    DeletionStore cases_;
    RecordStore records_;
    DeletionAssessor assessor_;
    RequestsRefreshed result_;
};

}  // namespace

RequestsRefreshed refresh_requests(Database& database, const ScheduleInForce& in_force,
                                   const RequestSettings& settings, const Pseudonyms& pseudonyms,
                                   const RequestsRefresh& refresh) {
    return Refresh(database, in_force, settings, pseudonyms, refresh).run();
}

}  // namespace casekeeper

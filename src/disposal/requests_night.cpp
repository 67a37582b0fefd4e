// SPDX-License-Identifier: MIT
#include "disposal/requests_night.h"

#include <algorithm>
#include <stdexcept>

#include "base/json_text.h"
#include "custody/request_refusal.h"
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
        } catch (const std::invalid_argument&) {  // this person's facts cannot be read: nobody else waits
            result_.unreadable.push_back(one.request);
        }
    }

    void assess(DeletionCase& one, const Record& request) {
        const RequestAssessment now = assessor_.assess(request, cases_.marks(one.request), refresh_.day);
        const DeletionState state = state_of(one);
        if (state == DeletionState::entitled || state == DeletionState::assessed)
            prepare(one, now);
        else
            hold_to(one, now);
    }

    // Nobody was warned yet: the verdicts are made, or made again.
    void prepare(DeletionCase& one, const RequestAssessment& now) {
        if (now.items.empty()) return;  // nothing of it is here: a person says so
        if (state_of(one) == DeletionState::assessed && is_the_same(one, now)) return;
        store(one, now);
        move(one, DeletionEvent::assess, now);
    }

    // What was warned of, confirmed and decided stands for what was assessed, or is void. A hold that comes
    // changes verdicts only, and what is decided the gate makes wait.
    void hold_to(DeletionCase& one, const RequestAssessment& now) {
        const bool is_decided_on = is_decided(state_of(one));
        const bool is_released = !is_decided_on && anything_released(cases_.items(one.request), now.items);
        if (now.digest != one.assessment || is_released) {
            store(one, now);
            move(one, DeletionEvent::reassess, now);
            ++result_.voided;
        } else if (!is_decided_on && !is_the_same(one, now)) {
            store(one, now);
            cases_.update(one);
        }
    }

    void store(DeletionCase& one, const RequestAssessment& now) {
        store_assessment(cases_, one, now, refresh_.day);
        ++result_.assessed;
    }

    bool is_the_same(const DeletionCase& one, const RequestAssessment& now) {
        if (now.digest != one.assessment) return false;
        const std::vector<DeletionItem> stored = cases_.items(one.request);
        return std::equal(stored.begin(), stored.end(), now.items.begin(), now.items.end(),
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
        cases_.note(one, to_text(event), {to_text(refresh_.day), refresh_.at, refresh_.actor},
                    JsonObject().text("assessment", now.digest).number("items", now.items.size()).json());
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

void let_wait(Database& database, const DeletionCase& before, const std::string& code, const CaseAct& act) {
    const DeletionTransition* transition =
        find_transition(RequestRight::erasure, state_of(before), DeletionEvent::wait);
    const bool says_so = before.waits_for == code && state_of(before) == DeletionState::waiting;
    if (!is_to_wait(code) || says_so || !transition) return;
    UnitOfWork work(database, UnitOfWork::Kind::write);
    DeletionStore cases(database);
    std::optional<DeletionCase> one = cases.find(before.request);
    if (!one || one->state != before.state) return;  // somebody was faster
    one->state = to_text(*transition->to);
    one->waits_for = code;
    cases.update(*one);
    cases.note(*one, to_text(DeletionEvent::wait), act, JsonObject().text("reason", code).json());
    work.commit();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disclosure/access_night.h"

#include <stdexcept>

#include "base/json_text.h"
#include "disclosure/access_casework.h"
#include "disclosure/access_moves.h"
#include "disclosure/kept_review.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr int requests_a_page = 200;

class Refresh {
public:
    Refresh(Database& database, AccessReviewer& reviewer, const Pseudonyms& pseudonyms,
            const AccessRefresh& refresh)
        : database_(database),
          reviewer_(reviewer),
          pseudonyms_(pseudonyms),
          refresh_(refresh),
          cases_(database),
          records_(database) {}

    AccessRefreshed run() {
        pages([&](const std::string& after) { return cases_.without_case(after, requests_a_page); },
              [&](AccessCase& one) {
                  cases_.open(one);
                  ++result_.opened;
              });
        read_documents();
        pages([&](const std::string& after) { return cases_.in_state("entitled", after, requests_a_page); },
              [&](AccessCase& one) { review(one); });
        for (std::string after; !is_cancelled();) {
            UnitOfWork work(database_, UnitOfWork::Kind::write);
            const std::vector<std::string> requests = cases_.marked(after, requests_a_page);
            if (requests.empty()) break;
            for (const std::string& request : requests) look_again_at(request);
            after = requests.back();
            if (!refresh_.dry_run) work.commit();
        }
        return std::move(result_);
    }

private:
    // Before anything is reviewed: a reader takes its time, and nobody else may write within a unit of work.
    void read_documents() {
        if (refresh_.dry_run || !refresh_.keep_words_of) return;
        for (std::string after; !is_cancelled();) {
            const std::vector<AccessCase> cases = cases_.in_state("entitled", after, requests_a_page);
            if (cases.empty()) break;
            for (const AccessCase& one : cases) read_documents_of(one);
            after = cases.back().request;
        }
        for (std::string after; !is_cancelled();) {
            const std::vector<std::string> requests = cases_.marked(after, requests_a_page);
            if (requests.empty()) break;
            for (const std::string& request : requests) {
                const std::optional<AccessCase> one = cases_.find(request);
                if (one && find_transition(state_of(*one), AccessEvent::review)) read_documents_of(*one);
            }
            after = requests.back();
        }
    }

    void read_documents_of(const AccessCase& one) {
        if (is_cancelled()) return;
        try {
            refresh_.keep_words_of(one.person);
        } catch (const std::invalid_argument&) {  // their facts cannot be read: the review says so
        }
    }

    // Each page is one unit of work.
    template <typename Page, typename Handle>
    void pages(const Page& page, const Handle& handle) {
        for (std::string after; !is_cancelled();) {
            UnitOfWork work(database_, UnitOfWork::Kind::write);
            const std::vector<AccessCase> cases = page(after);
            if (cases.empty()) return;
            for (AccessCase one : cases) handle(one);
            after = cases.back().request;
            if (!refresh_.dry_run) work.commit();
        }
    }

    // One that waits for advice is looked at when it goes on; of one that is answered nothing is asked any more.
    // What waits for its first review was looked at already. One may have ended with its records since it was marked.
    void look_again_at(const std::string& request) {
        std::optional<AccessCase> one = cases_.find(request);
        if (!one) return cases_.unmark(request);
        if (state_of(*one) == AccessState::entitled) return;
        if (find_transition(state_of(*one), AccessEvent::review))
            review(*one);
        else if (state_of(*one) != AccessState::referred)
            cases_.unmark(request);
    }

    // What cannot be read stays marked: it is not reviewed.
    void review(AccessCase& one) {
        if (result_.unreadable_places) return;
        ++result_.looked_at;
        try {
            const AccessReview now = reviewer_.review(
                records_.find(RecordType::access_request, one.request).value(), refresh_.day);
            if (now.digest != one.review || state_of(one) == AccessState::entitled) propose(one, now);
            cases_.unmark(one.request);
        } catch (const UnreadablePlaces& places) {  // they would be missed in every file
            result_.unreadable_places = places.person;
        } catch (const std::invalid_argument&) {  // this person's facts cannot be read: nobody else waits
            result_.unreadable.push_back(one.request);
        }
    }

    void propose(AccessCase& one, const AccessReview& now) {
        const AccessState before = state_of(one);
        if (before == AccessState::decided || before == AccessState::signed_off) ++result_.voided;
        store_review(cases_, one, now, refresh_.day);
        one.state = to_text(AccessState::reviewed);
        cases_.update(one);
        cases_.note(one, to_text(AccessEvent::review), {to_text(refresh_.day), refresh_.at, refresh_.actor},
                    facts_of(now).json());
        RegisterStore(database_).append(
            {refresh_.at, "access-review", refresh_.actor,
             JsonObject()
                 .text("request", pseudonyms_.of_record("access_request", one.request))
                 .text("state", one.state)
                 .json()});
        ++result_.reviewed;
    }

    bool is_cancelled() const { return refresh_.is_cancelled && refresh_.is_cancelled(); }

    Database& database_;
    AccessReviewer& reviewer_;
    const Pseudonyms& pseudonyms_;
    const AccessRefresh& refresh_;
    AccessStore cases_;
    RecordStore records_;
    AccessRefreshed result_;
};

}  // namespace

AccessRefreshed refresh_access_requests(Database& database, AccessReviewer& reviewer,
                                        const Pseudonyms& pseudonyms, const AccessRefresh& refresh) {
    return Refresh(database, reviewer, pseudonyms, refresh).run();
}

std::vector<DueReminder> reminders_due(const AccessOutlook& outlook, const ReminderTimes& times,
                                       const BankHolidays& holidays, Date day) {
    std::vector<DueReminder> due;
    for (const OpenRequest& open : outlook.open)
        for (const AccessAsk& ask : open.owed) {
            OwedAnswer owed;
            owed.answer_by = parse_date(ask.answer_by).value();
            if (ask.reminded_on)  // the last of so many
                owed.reminded_on.assign(static_cast<std::size_t>(ask.reminded),
                                        parse_date(*ask.reminded_on).value());
            owed.request_due_on = open.clock.due_on;
            if (owed.answer_by >= day) continue;
            const Reminder next = next_reminder(owed, day, times, holidays);
            if (next.on == day) due.push_back({ask, next});
        }
    return due;
}

void note_reminder(Database& database, const AccessCase& one, AccessAsk ask, const CaseAct& act) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    AccessStore cases(database);
    ++ask.reminded;
    ask.reminded_on = act.on;
    cases.update_ask(ask);
    cases.note(one, "reminder", act,
               JsonObject().number("ask", ask.number).number("reminded", ask.reminded).json());
    work.commit();
}

}  // namespace casekeeper

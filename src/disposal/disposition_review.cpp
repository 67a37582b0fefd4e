// SPDX-License-Identifier: MIT
#include "disposal/disposition_review.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/covered_record.h"
#include "custody/present_decision.h"
#include "disposal/notices.h"
#include "disposal/proposal_moves.h"
#include "store/register_store.h"
#include "store/review_store.h"
#include "store/write_turns.h"

namespace casekeeper {
namespace {

constexpr int a_page = 500;  // people, proposals

// What there is to be proposed of an involvement by what is decided now.
struct Wanted {
    std::string involvement;
    std::string service;
    std::string action;
    std::string rule;
    std::optional<std::string> retain_until;
};

bool same_end(const Proposal& proposal, const Wanted& wanted) {
    return proposal.involvement == wanted.involvement && proposal.action == wanted.action;
}

class Review {
public:
    Review(Database& database, const ScheduleInForce& in_force, const ReviewOrder& order)
        : database_(database),
          work_(std::in_place, database, UnitOfWork::Kind::write),
          in_force_(in_force),
          order_(order),
          today_(to_text(order.day)),
          reviews_(database),
          proposals_(database),
          present_(database, in_force) {
        const std::optional<std::string>& cooling = in_force.adopted.cooling_until;
        if (cooling && today_ < *cooling) result_.cooling_until = cooling;
    }

    ReviewResult run() {
        if (result_.cooling_until)
            while_cooling_off();
        else
            in_due_course();
        lapse_approvals();
        renew_notices();
        keep(0);
        return result_;
    }

private:
    // A page with its line in the register; whoever waits to write has their turn before the next. A short
    // page is the last: for that nobody has waited long.
    void keep(std::size_t looked_at) {
        if (order_.dry_run) return;
        write_line();
        work_->commit();
        if (looked_at >= static_cast<std::size_t>(a_page)) let_others_write(database_);
        work_.emplace(database_, UnitOfWork::Kind::write);
    }

    // Nothing new; what another schedule's proposals rest on is gone, and what changed is withdrawn. Who is
    // marked stays so until the cooling-off has ended.
    void while_cooling_off() {
        each_page_of_proposals(
            [&](long long after) {
                return reviews_.open_of_other_schedules(in_force_.adopted.number, after, a_page);
            },
            [&](Proposal& proposal) { end(proposal, "schedule"); });
        if (!reviews_.has_open_proposals()) return;
        review_marked(false);
    }

    void in_due_course() {
        const std::optional<ReviewStore::State> before = reviews_.state();
        const bool everybody = !before || before->schedule != in_force_.adopted.number ||
                               today_ < before->reviewed_on || reviews_.is_marked(ReviewStore::everybody);
        if (everybody)
            review_everybody();
        else
            review_marked(true);
        review_on_the_way(everybody ? ReviewStore::Place{"", ""}
                                    : ReviewStore::Place{before->reviewed_on, ""});
        if (result_.cancelled) return;
        reviews_.clear(ReviewStore::everybody);
        reviews_.set_state({today_, in_force_.adopted.number});
    }

    void review_everybody() {
        each_page_of_proposals([&](long long after) { return reviews_.open(after, a_page); },
                               [&](Proposal& proposal) {
                                   if (stop()) return;
                                   if (proposal.person != last_) review(proposal.person);
                                   last_ = proposal.person;
                               });
        for (const char* attention : {"due", "review"})
            each_person(
                [&](const std::string& after) { return reviews_.people_needing(attention, after, a_page); });
        review_marked(true);
    }

    // Days before a record's end come by themselves, without its decision changing. A floor is acted on the
    // day after it: so each is looked at on its day and on the next.
    void review_on_the_way(const ReviewStore::Place& from) {
        for (const char* action : {"minimise", "transfer"}) {
            ReviewStore::Place after = from;
            for (auto page = reviews_.people_on_the_way(action, after, today_, a_page); !page.empty();
                 page = reviews_.people_on_the_way(action, after, today_, a_page)) {
                for (const auto& [day, person] : page) {
                    if (stop()) return;
                    review(person);
                }
                keep(page.size());
                after = page.back();
            }
        }
    }

    template <typename Next, typename Take>
    void each_page_of_proposals(const Next& next, const Take& take) {
        for (auto page = next(0); !page.empty(); page = next(page.back().number)) {
            for (Proposal& proposal : page) take(proposal);
            keep(page.size());
        }
    }

    template <typename Next>
    void each_person(const Next& next) {
        for (auto page = next(""); !page.empty(); page = next(page.back())) {
            for (const std::string& person : page) {
                if (stop()) return;
                review(person);
            }
            keep(page.size());
        }
    }

    void review_marked(bool and_clear) {
        std::string after;
        for (auto page = reviews_.marked(after, a_page); !page.empty();
             page = reviews_.marked(after, a_page)) {
            for (const std::string& person : page) {
                if (stop()) return;
                review(person);
            }
            if (and_clear) reviews_.clear_range(after, page.back());
            keep(page.size());
            after = page.back();
        }
    }

    bool stop() {
        if (!result_.cancelled && order_.is_cancelled && order_.is_cancelled()) result_.cancelled = true;
        if (order_.progress && result_.people % a_page == 0) order_.progress(result_.people, 0);
        return result_.cancelled;
    }

    void review(const std::string& person) {
        ++result_.people;
        const std::vector<StoredDecision> decisions = reviews_.decisions_of(person);
        std::vector<Wanted> wanted;
        for (const StoredDecision& decision : decisions) want(decision, wanted);
        for (Proposal& proposal : reviews_.open_of_person(person)) {
            const auto as_wanted = std::find_if(wanted.begin(), wanted.end(),
                                                [&](const Wanted& one) { return same_end(proposal, one); });
            const std::string because =
                why_not(proposal, as_wanted == wanted.end() ? nullptr : &*as_wanted, decisions);
            if (!because.empty())
                end(proposal, because);
            else
                wanted.erase(as_wanted);  // it is proposed already
        }
        if (result_.cooling_until) return;
        for (const Wanted& one : wanted) propose(person, one);
    }

    void want(const StoredDecision& decision, std::vector<Wanted>& wanted) {
        if (decision.involvement.empty()) return;
        const std::string rule = decision.rule.value_or("");
        if (decision.outcome == "due" || decision.outcome == "review") {
            wanted.push_back({decision.involvement, decision.service, action_at_the_end(decision, rule), rule,
                              decision.retain_until});
            return;  // what is at its end is not reduced on the way any more
        }
        const auto has_come = [&](const std::optional<std::string>& day) { return day && *day <= today_; };
        if (!decision.holds && (has_come(decision.minimise_on) || has_come(decision.transfer_on)))
            want_on_the_way(decision, wanted);
    }

    // What a rule does at the end; a question wherever a person has to say.
    std::string action_at_the_end(const StoredDecision& decision, const std::string& rule) const {
        const Rule* found = rule_of(rule);
        if (decision.outcome == "review" || !found)
            return found && found->action == Action::decide ? "decide" : "review";
        return to_text(found->action);
    }

    void want_on_the_way(const StoredDecision& decision, std::vector<Wanted>& wanted) {
        PresentDecisions::Decided decided;
        try {
            decided = present_.decide(decision.person, order_.day);
        } catch (const std::invalid_argument&) {
            return;  // what is stored of them cannot be read: the evaluation names them every night
        }
        const Decision* now = decided.on(decision.involvement);
        if (!now) return;
        const auto add = [&](const char* action, const std::optional<Date>& day, int rule) {
            if (!day || rule < 0) return;
            const Rule& found = in_force_.schedule.rules[static_cast<std::size_t>(rule)];
            const bool has_come = *day < order_.day || (found.is_ceiling() && *day == order_.day);
            if (has_come && !proposals_.done(decision.involvement, action, found.id, to_text(*day)))
                wanted.push_back({decision.involvement, decision.service, action, found.id, to_text(*day)});
        };
        add("minimise", now->minimise_on, now->minimise_rule);
        add("transfer", now->transfer_on, now->transfer_rule);
    }

    const Rule* rule_of(const std::string& id) const {
        const std::optional<int> found = in_force_.schedule.find(id);
        return found ? &in_force_.schedule.rules[static_cast<std::size_t>(*found)] : nullptr;
    }

    // Why an open proposal does not stand any more; empty where it does.
    std::string why_not(const Proposal& proposal, const Wanted* wanted,
                        const std::vector<StoredDecision>& decisions) {
        const auto decision =
            std::find_if(decisions.begin(), decisions.end(),
                         [&](const StoredDecision& one) { return one.involvement == proposal.involvement; });
        if (decision == decisions.end()) return "ended";
        if (proposal.schedule != in_force_.adopted.number) return "schedule";
        if (decision->holds) return "held";
        if (!wanted) return "not-due";
        if (wanted->rule != proposal.rule || wanted->retain_until != proposal.retain_until) return "changed";
        return fingerprint_of(database_, proposal.involvement) == proposal.fingerprint ? "" : "changed";
    }

    void end(Proposal& proposal, const std::string& because) {
        withdraw(proposal, today_, because);
        proposals_.update(proposal);
        ++result_.withdrawn;
    }

    void propose(const std::string& person, const Wanted& wanted) {
        // The record may have been another person's when it was proposed.
        if (std::optional<Proposal> before = proposals_.open_of(wanted.involvement, wanted.action))
            end(*before, "ended");
        const Rule* rule = rule_of(wanted.rule);
        Proposal proposal;
        proposal.person = person;
        proposal.involvement = wanted.involvement;
        proposal.service = wanted.service;
        proposal.action = wanted.action;
        proposal.rule = wanted.rule;
        proposal.retain_until = wanted.retain_until;
        proposal.schedule = in_force_.adopted.number;
        proposal.fingerprint = fingerprint_of(database_, wanted.involvement);
        proposal.state = to_text(ProposalState::proposed);
        proposal.proposed_on = today_;
        proposal.approvals_needed = rule ? std::max(1, rule->approvals) : 1;
        proposals_.add(proposal);
        ++result_.proposed;
        owe_notice(proposal);
    }

    void owe_notice(const Proposal& proposal) {
        const Rule* rule = rule_of(proposal.rule);
        if (!rule || !rule->notify_before) return;
        if (is_question(proposal) && proposal.answer != "destroy")
            return;  // nobody has said yet that it goes
        result_.notices +=
            casekeeper::owe_notice(proposals_, proposal.involvement, *rule->notify_before, order_.day) ? 1
                                                                                                       : 0;
    }

    // Where a proposal was put off for long, the word that was given has grown old meanwhile.
    void renew_notices() {
        const std::string year_ago = to_text(subtract(order_.day, {1, 0, 0}, Rounding::never_early));
        each_page_of_proposals(
            [&](long long after) { return reviews_.with_old_word(year_ago, after, a_page); },
            [&](const Proposal& proposal) { owe_notice(proposal); });
    }

    // Every approval is given anew, so that each was given on the same facts not long ago.
    void lapse_approvals() {
        each_page_of_proposals(
            [&](long long after) { return reviews_.lapsing(today_, after, a_page); },
            [&](Proposal& proposal) {
                if (counting(proposals_.approvals(proposal.number), today_) >= proposal.approvals_needed)
                    return;
                proposals_.withdraw_approvals(proposal.number);
                move(proposal, ProposalEvent::lapse);
                proposal.executes_on.reset();
                proposals_.update(proposal);
                ++result_.lapsed;
            });
    }

    void write_line() {
        const long long proposed = result_.proposed - told_.proposed;
        const long long withdrawn = result_.withdrawn - told_.withdrawn;
        const long long lapsed = result_.lapsed - told_.lapsed;
        if (proposed + withdrawn + lapsed == 0) return;
        RegisterStore(database_).append({order_.at, "proposed", order_.actor,
                                         JsonObject()
                                             .number("proposed", proposed)
                                             .number("withdrawn", withdrawn)
                                             .number("lapsed", lapsed)
                                             .json()});
        told_ = result_;
    }

    Database& database_;
    std::optional<UnitOfWork> work_;
    const ScheduleInForce& in_force_;
    const ReviewOrder& order_;
    const std::string today_;
    ReviewStore reviews_;
    DisposalStore proposals_;
    PresentDecisions present_;
    ReviewResult result_;
    ReviewResult told_;  // in the register so far
    std::string last_;
};

}  // namespace

ReviewResult review_dispositions(Database& database, const ScheduleInForce& in_force,
                                 const ReviewOrder& order) {
    return Review(database, in_force, order).run();
}

}  // namespace casekeeper

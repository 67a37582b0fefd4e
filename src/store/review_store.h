// SPDX-License-Identifier: MIT
//
// What the disposition review asks of the store: whose proposals are to be looked at, and how much there is
// of everything. Whoever changes a decision or a record marks its person (DecisionStore, intake), so that a
// night costs what changed. Days are ISO text.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/disposal_store.h"
#include "store/fact_store.h"

namespace casekeeper {

class ReviewStore {
public:
    explicit ReviewStore(Database& database) : database_(database) {}

    // How far the review has come.
    struct State {
        std::string reviewed_on;
        long long schedule = 0;
    };
    std::optional<State> state();
    void set_state(const State& state);

    // Whose proposals are to be looked at. `everybody` is marked as somebody of that name.
    static constexpr const char* everybody = "";
    void mark(const std::string& person);
    // Only where something of theirs is proposed.
    void mark_if_proposed(const std::string& person);
    bool is_marked(const std::string& person);
    void clear(const std::string& person);
    // The next ones in byte order, without `everybody`.
    std::vector<std::string> marked(const std::string& after, int size);
    void clear_range(const std::string& after, const std::string& upto);

    // People, each once, with a decision of such attention (decision_store.h).
    std::vector<std::string> people_needing(const std::string& attention, const std::string& after, int size);
    // People of whom a record's day on the way lies after a place and no later than `day`, with that day, in
    // the order of both. REQUIRES: minimise or transfer.
    using Place = std::pair<std::string, std::string>;  // day, person
    std::vector<Place> people_on_the_way(const std::string& action, const Place& after,
                                         const std::string& day, int size);
    std::vector<StoredDecision> decisions_of(const std::string& person);

    bool has_open_proposals();
    std::vector<Proposal> open_of_person(const std::string& person);
    std::vector<Proposal> open_of_other_schedules(long long schedule, long long after, int size);
    // Approved or packed ones with an approval that counts no more on a day.
    std::vector<Proposal> lapsing(const std::string& day, long long after, int size);
    // Open ones of whose end the person was told, or was not to be told, on a day or before it.
    std::vector<Proposal> with_old_word(const std::string& day, long long after, int size);
    // Proposed, approved and packed ones; all but the withdrawn ones.
    std::vector<Proposal> open(long long after, int size);
    std::vector<Proposal> standing(long long after, int size);

    // Involvements with an open proposal whose person's letter is not written yet.
    std::vector<std::string> unwritten_notices(const std::string& after, int size);
    // Involvements of whose end a letter was written that was not sent, and that is not proposed any more.
    std::vector<std::string> idle_letters(const std::string& after, int size);
    struct OwedNotice {
        long long proposal = 0;
        std::string involvement;
        std::string written_on;
        std::optional<std::string> letter;
    };
    std::vector<OwedNotice> notices_owed(int size);
    long long number_of_notices_owed();

    // Who works an involvement, and who ever brought in rows of its person's record, by name.
    struct Provenance {
        std::string worker;  // professional id; empty: nobody known
        std::string worker_name;
        std::vector<std::string> brought_in_by;
    };
    std::optional<Provenance> provenance(const std::string& involvement);

    // What has reached its end (due, review, held), by involvement in byte order.
    std::vector<StoredDecision> at_their_end(const std::string& after, int size);
    struct Kind {
        std::string state;
        std::string action;
        std::string answer;
        bool deferred = false;
        long long proposals = 0;
    };
    // Open ones; `deferred` as of a day.
    std::vector<Kind> open_by_kind(const std::string& day);
    long long number_of_instructions_waiting();
    // Bundles of proposals that were withdrawn after packing.
    std::vector<ReceiverBundle> left_over_handovers();

private:
    std::vector<std::string> texts(Query& query);
    Database& database_;
};

}  // namespace casekeeper

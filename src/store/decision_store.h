// SPDX-License-Identifier: MIT
//
// Stored decisions, how many there are of each kind, who waits to be decided on, and whose facts each
// decision read. A decision stands until its person is stale: facts read have changed, its rules have
// changed, or its day (reconsider_on) has come.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "store/database.h"
#include "store/fact_store.h"

namespace casekeeper {

// Decisions of one kind, for the report. `falls_in` is the year (YYYY), or where months were asked for the
// month (YYYY-MM), of a retained record's last protected day; of any other outcome it is empty.
struct Tally {
    std::string service;
    std::string outcome;
    std::string rule;
    std::string falls_in;
    bool conflict = false;
    long long decisions = 0;
};

struct AttentionItem {
    std::string person;
    std::string involvement;
    std::string service;
    std::string outcome;
    std::string rule;
    std::string retain_until;
    std::string holds;
    bool conflict = false;
};

class DecisionStore {
public:
    explicit DecisionStore(Database& database) : database_(database) {}

    bool has_any();
    // Writes what differs between `before` and `now` (both of one human being), or all of it, keeps the
    // tallies in step and marks for the disposition review whom it may concern. How many decisions were
    // written.
    long long write(const std::vector<StoredDecision>& before, const std::vector<StoredDecision>& now,
                    const std::string& day, long long schedule, bool all);
    void set_reads(const std::string& reader, const std::vector<std::string>& before,
                   const std::vector<std::string>& now);
    // Writes the tallies gathered since the last flush.
    void flush_tallies();

    void mark_person(const std::string& person);
    void mark_readers(const std::string& person);
    void mark_service(const std::string& service);
    // Those whose decision a hold stands in.
    void mark_held_by(const std::string& hold);
    void mark_everybody();
    // Those whom time alone may have changed by `day`; everybody, where decisions were evaluated for a later
    // day: what stayed the same since an earlier night may all the same have been otherwise in between. True
    // in the latter case: what is stored must then be written again even where it is the same.
    bool mark_for_day(Date day);
    // Were decisions evaluated for a day after this one?
    bool is_evaluated_after(Date day);
    void finish_range(const std::string& after, const std::string& upto);
    void set_evaluated(Date day);
    long long stale_people();

    std::vector<Tally> tallies();
    // The retained ones by month, from the first month of one year to the last of another.
    std::vector<Tally> retained_tallies(int first_year, int last_year);
    std::map<std::string, long long> outcome_totals();
    std::vector<AttentionItem> needing_attention(const std::string& attention, int size);

private:
    void count(const StoredDecision& decision, long long by);
    void insert(const StoredDecision& decision, const std::string& day, long long schedule);
    void mark_for_review(const std::string& person);
    Database& database_;
    // By how many the tallies change. Keys are their texts in the order of the tables, parted by 0x1f.
    std::unordered_map<std::string, long long> changes_;
    std::unordered_map<std::string, long long> retained_changes_;
    std::string key_;                      // kept for its room
    std::optional<bool> first_decisions_;  // absent: not asked yet
    std::string marked_;                   // who was marked last
};

// One row of a listing: an involvement with what is stored about it.
struct ListedInvolvement {
    std::string id;
    std::string person;
    std::string service;
    std::optional<StoredDecision> decision;
    std::string evaluated_on;  // of the decision
    bool stale = false;
    std::string opened;
};

class ListingStore {
public:
    explicit ListingStore(Database& database) : database_(database) {}
    std::vector<ListedInvolvement> involvements_after(const std::string& id, int size);
    std::vector<std::string> people_without_involvement_after(const std::string& id, int size);

private:
    Database& database_;
};

}  // namespace casekeeper

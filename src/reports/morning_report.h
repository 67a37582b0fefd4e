// SPDX-License-Identifier: MIT
//
// The morning report: what the records team finds after a night. A value goes in, HTML or plain text comes
// out; the same value gives the same bytes. Ids, counts and dates of retention only, no personal data.
// Everything but the closing section ("About this run") is the same for the same store, configuration and
// day.
//
// Totals are never given but counted from `decisions`, so no two tables can disagree. Lists may be given
// whole or cut by the caller: at most `listed_records` and `listed_findings` of each are shown, in the order
// given.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "domain/finding.h"
#include "policy/retention_evaluator.h"
#include "reports/recording_trend.h"

namespace casekeeper {

constexpr std::size_t listed_records = 100;
constexpr std::size_t listed_findings = 200;
constexpr int schedule_warning_days = 60;  // before it expires
constexpr int hold_warning_days = 30;      // before it is to be looked at again

struct ReportedSchedule {
    std::string title;
    std::string version;
    std::string digest;           // as stored; its first twelve digits are shown
    std::optional<Date> expires;  // the last day it is meant for
};

struct StoreTotals {
    long long people = 0;
    long long involvements = 0;
    long long entries = 0;
    long long documents = 0;
    bool operator==(const StoreTotals&) const = default;
};

// How many decisions there are of one kind: a row of the store's tally.
struct DecisionCount {
    std::string service;  // id; empty: people without any involvement
    Outcome outcome = Outcome::undetermined;
    std::string rule;  // id; empty: none
    // The month (YYYY-MM) of a retained record's last protected day; of a year before today's or after the
    // months ahead the year alone (YYYY). Empty: none.
    std::string falls_in;
    bool conflict = false;
    long long decisions = 0;
};

struct ReportedRule {
    std::string id;
    std::string title;
    std::string authority;
};

struct ReportedService {
    std::string id;
    std::string title;
    std::string authority;
};

// A record somebody must look at.
struct WaitingRecord {
    std::string involvement;  // empty: the person has none
    std::string person;
    std::string service;
    std::string rule;
    std::optional<Date> retain_until;
    std::string reason;  // in words; empty: `casekeeper explain` says it
    std::vector<std::string> holds;
};

struct WaitingRecords {
    std::vector<WaitingRecord> due;
    std::vector<WaitingRecord> review;
    std::vector<WaitingRecord> held;
    std::vector<WaitingRecord> undetermined;
    std::vector<WaitingRecord> conflict;  // of any outcome
};

struct ReportedHold {
    std::string id;
    std::string kind;
    Date from{};
    std::optional<Date> review_on;
    std::string reach;  // what it covers, by counts and ids: "2 people; service looked-after"
};

struct ReportedLoad {
    long long number = 0;
    std::string format;
    std::string loaded_on;  // a day, ISO
    long long lines_read = 0;
    long long stored = 0;
    long long unchanged = 0;
    long long rejected = 0;
    long long errors = 0;    // all of them, listed or not
    long long warnings = 0;  // likewise
    std::vector<Finding> findings;
};

struct ReportedJob {
    std::string name;
    std::string outcome;  // done, attention, failed, skipped
    long long handled = 0;
    long long refused = 0;
    long long failed = 0;
    double seconds = 0;
    std::vector<std::string> failures;  // ids of what failed
};

// One certificate, for what is left where nobody can destroy it.
struct ReportedCertificate {
    long long number = 0;
    Date issued_on{};
    std::string service;
    long long exports = 0;
    long long entries_of_others = 0;
    long long disclosures = 0;
    Date backups_gone_on{};
};

struct ReportedNotice {
    long long proposal = 0;
    std::string involvement;
    Date written_on{};
    std::string letter;  // its file; empty: not written yet
};

// What leads to the end of records, and what was done tonight.
struct ReportedDisposal {
    bool enabled = true;
    std::optional<Date> cooling_until;  // of a new schedule: nothing is proposed before
    std::map<std::string, long long>
        tonight;  // proposed, withdrawn, lapsed, letters, destroyed, packed, files
    std::map<std::string, long long> refused;      // by the gate tonight, by its code; "cap"
    std::map<std::string, long long> undestroyed;  // what has reached its end and is still there, by reason
    long long on_the_way = 0;  // to be reduced or handed on before their end: wait for approval
    long long notices_owed = 0;
    std::vector<ReportedNotice> notices;            // the first of them
    long long instructions_waiting = 0;             // source systems that have not confirmed
    long long bundles_left_over = 0;                // removed tonight: packed, then withdrawn
    std::string engine_left;                        // in a sentence; empty: nothing
    std::vector<ReportedCertificate> certificates;  // the latest
    long long certificates_in_all = 0;              // whose back-ups have not aged out
};

// A request whose answer is late, or near its day.
struct ReportedRequest {
    std::string request;
    std::string asks_for;  // erasure, correction, objection
    std::string state;
    Date due_on{};
    std::string next;  // the command that takes it further; empty: it waits for no person
};

// Requests to delete, to correct, and objections.
struct ReportedRequests {
    std::map<std::string, long long> tonight;  // opened, assessed, voided, executed, certificates
    std::map<std::string, long long> refused;  // by the gate tonight, by its code
    std::map<std::string, long long> open;     // that are not closed, by state
    long long late = 0;                        // whose day has passed and nobody was told the outcome
    long long near = 0;                        // whose day comes within near_days
    int near_days = 7;
    long long without_day = 0;              // whose clock has not started
    std::vector<ReportedRequest> pressing;  // the late ones, then the near ones: the first of them
    std::string clock_problem;              // why days could not be reckoned; empty: they were
};

// An access request that waits for an answer.
struct ReportedAccessRequest {
    std::string request;
    std::string state;
    std::optional<Date> due_on;
    std::optional<Date> expected_on;  // nullopt: cannot be said
    int days_late = 0;                // working days
    bool at_risk = false;
    std::string next;  // the command that takes it further
};

// Requests to see a record.
struct ReportedAccess {
    std::map<std::string, long long> tonight;  // opened, reviewed, voided, reminded, escalated, drafted
    std::map<std::string, long long> open;     // that wait for an answer, by state
    long long late = 0;                        // whose day has passed
    long long near = 0;                        // whose day comes within near_days
    int near_days = 7;
    long long forecast_late = 0;                        // will be late at the present pace
    long long at_risk = 0;                              // will be late if all goes slowly
    long long without_day = 0;                          // whose clock has not started or stands still
    long long owed = 0;                                 // answers that others owe, past their day
    std::vector<ReportedAccessRequest> requests;        // the first by due day; those without one last
    std::string forecast_unknown;                       // why it cannot be said of any; empty: it can
    std::vector<std::pair<std::string, Date>> lapsing;  // requests whose opinion lapses, and when
    std::string problem;                                // why days could not be reckoned; empty: they were
};

// A pack of an access request that was not made, or stays.
struct ReportedPack {
    std::string request;
    std::string why;   // not made: a sentence; stays: the gate's code
    std::string hint;  // what to do; empty: nothing
};

// What the night did with packs: the first of each.
struct ReportedPacks {
    std::map<std::string, long long> tonight;  // made, not_made, ended, left_over, refused_CODE
    std::vector<std::string> made;             // requests, the most urgent first
    std::vector<std::string> ended;
    std::vector<ReportedPack> not_made;
    std::vector<ReportedPack> kept;  // their day has come
};

// Findings by one recording rule.
struct ReportedRecordingRule {
    std::string rule;
    std::string title;  // empty: the rule is no longer in the configuration
    bool is_error = false;
    long long open = 0;
    long long appeared = 0;  // tonight
    long long mended = 0;
    long long waived = 0;
};

// A finding of recording that has been open for long.
struct ReportedRecordingFinding {
    std::string finding;
    std::string rule;
    std::string thing;
    std::string wrong;  // in words
    std::string whom;   // to ask
    Date since{};
};

// What records lack by the recording rules.
struct ReportedRecording {
    bool checked = false;  // a night has looked at the records
    long long open = 0;
    long long waived = 0;                          // set aside, and not open again
    long long appeared = 0;                        // tonight
    long long mended = 0;                          // likewise
    std::vector<ReportedRecordingRule> rules;      // those of which anything is open or was tonight
    std::vector<ReportedRecordingFinding> oldest;  // the first few, the longest open first
    std::vector<std::pair<std::string, long long>>
        teams;  // open ones by team, most first; empty name: no team
    std::vector<TrendPoint> trend;
};

// A disclosure that somebody should look at.
struct ReportedDisclosure {
    std::string disclosure;
    std::string what;  // in codes of the log: what it lacks, or against what it was made
};

// What was shared of records with others.
struct ReportedDisclosures {
    static constexpr int override_days = 31;
    long long incomplete = 0;
    std::vector<ReportedDisclosure> first_incomplete;  // the first of them
    std::vector<ReportedDisclosure> overrides;         // to prevent serious harm, of the last override_days
    // Whose recipients are still to be told of a correction, a dispute or a restriction (UK GDPR Art 19).
    long long not_told = 0;
};

// The latest earlier night that counts can be compared with.
struct PreviousNight {
    Date day{};
    std::map<Outcome, long long> outcomes;
    std::optional<StoreTotals> totals;
};

struct MorningReport {
    std::string trust;
    Date day{};
    bool dry_run = false;
    int months_ahead = 12;    // shown month by month; at least 1
    long long destroyed = 0;  // records destroyed in this night

    std::optional<ReportedSchedule> schedule;  // absent: none adopted
    StoreTotals totals;
    std::vector<DecisionCount> decisions;
    std::vector<ReportedRule> rules;        // all of the schedule
    std::vector<ReportedService> services;  // all of the catalogue
    WaitingRecords waiting;
    std::vector<ReportedHold> holds;                   // placed by people, all in force on the day
    std::map<std::string, long long> automatic_holds;  // in force by themselves, by kind
    ReportedDisposal disposal;
    ReportedRequests requests;
    ReportedAccess access;
    ReportedPacks packs;
    ReportedRecording recording;
    ReportedDisclosures disclosures;
    std::vector<ReportedLoad> loads;  // the latest, newest first
    std::vector<Finding> configuration_findings;
    std::vector<ReportedJob> jobs;
    std::optional<PreviousNight> previous;

    // Shown in the closing section only.
    long long run = 0;  // 0: has no number, as a dry run
    std::string actor;
    std::string started_at;
    std::string ended_at;  // empty: not yet
};

// One HTML file that needs nothing else.
std::string render_html(const MorningReport& report);
// 80 columns of UTF-8. Line one is the title; the first paragraph after the first empty line says what
// matters.
std::string render_text(const MorningReport& report);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// The rows of SSDA903 returns as values, by child, and what was said about rows that are bad. A load may hold
// several yearly returns: a row knows the return it came with, and settle() makes one row of its yearly
// repeats.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "intake/record_source.h"

namespace casekeeper {

// Where a row stands, and with which return it came (an index into Ssda903Rows::returns).
struct RowOrigin {
    Place place;
    std::size_t in_return = 0;
    std::optional<Date> born;  // DOB, which most files repeat
};

// In each of these, rows of one child with the same key() tell of the same thing, equal content() says the
// same of it, and has_end() says that it is over, which an earlier row could not know.
struct HeaderRow {
    RowOrigin origin;
    std::string authority;  // LA, in pooled exports
    std::string upn;        // empty where unknown
    bool mother = false;
    std::string key() const { return ""; }
    std::string content() const { return authority + '|' + upn + (mother ? "|1" : "|0"); }
    bool has_end() const { return false; }
};

struct EpisodeRow {
    RowOrigin origin;
    Date began{};
    std::optional<Date> ended;
    std::string reason_new, legal_status, category, placement, reason_ceased;
    std::string key() const { return to_text(began); }
    std::string content() const {
        return (ended ? to_text(*ended) : "") + '|' + reason_new + '|' + legal_status + '|' + category + '|' +
               placement + '|' + reason_ceased;
    }
    bool has_end() const { return ended.has_value(); }
};

struct CareLeaverRow {
    RowOrigin origin;
    std::string in_touch, activity, accommodation;
    std::string key() const { return ""; }
    std::string content() const { return in_touch + '|' + activity + '|' + accommodation; }
    bool has_end() const { return in_touch == "DIED"; }
};

// AD1: the child was adopted in the year.
struct AdoptionRow {
    RowOrigin origin;
    Date decided{};
    std::optional<Date> matched;
    std::string key() const { return to_text(decided); }
    std::string content() const { return matched ? to_text(*matched) : ""; }
    bool has_end() const { return matched.has_value(); }
};

// A decision that the child should be placed for adoption.
struct PlacedRow {
    RowOrigin origin;
    Date decided{};
    std::optional<Date> reversed;
    std::string reason_reversed;
    std::string key() const { return to_text(decided); }
    std::string content() const { return (reversed ? to_text(*reversed) : "") + '|' + reason_reversed; }
    bool has_end() const { return reversed.has_value(); }
};

struct UnaccompaniedRow {
    RowOrigin origin;
    std::optional<Date> ended;  // often the 18th birthday, years ahead
    std::string key() const { return ""; }
    std::string content() const { return ended ? to_text(*ended) : ""; }
    bool has_end() const { return ended.has_value(); }
};

struct PreviousPermanenceRow {
    RowOrigin origin;
    std::string code;
    std::string key() const { return ""; }
    std::string content() const { return code; }
    bool has_end() const { return false; }
};

struct ReviewRow {
    RowOrigin origin;
    Date on{};
    std::string participation;
    std::string key() const { return to_text(on); }
    std::string content() const { return participation; }
    bool has_end() const { return false; }
};

struct MissingRow {
    RowOrigin origin;
    std::string kind;
    Date from{};
    std::optional<Date> to;
    std::string key() const { return to_text(from); }
    std::string content() const { return kind + '|' + (to ? to_text(*to) : ""); }
    bool has_end() const { return to.has_value(); }
};

struct ChildRows {
    std::vector<HeaderRow> headers;
    std::vector<EpisodeRow> episodes;
    std::vector<CareLeaverRow> care_leaver;
    std::vector<AdoptionRow> adoptions;
    std::vector<PlacedRow> placed;
    std::vector<UnaccompaniedRow> unaccompanied;
    std::vector<PreviousPermanenceRow> previous_permanence;
    std::vector<ReviewRow> reviews;
    std::vector<MissingRow> missing;
    std::vector<RowOrigin> health;  // OC2: known to be there, not loaded
};

// One yearly return: a folder, or the rows of one YEAR in a pooled export.
struct YearlyReturn {
    std::string folder;
    std::string year;            // YEAR; empty where the files have no such column
    std::optional<Date> latest;  // the last day that its episodes, reviews and missing periods tell of

    // 31 March of its year where that is known, else the latest day it tells of.
    std::optional<Date> as_of() const;
};

struct Ssda903Rows {
    std::map<std::string, ChildRows> children;
    std::vector<YearlyReturn> returns;
    long lines_read = 0;
    bool has_header_file = false;
};

// Says what is wrong with rows, and counts those set aside. Messages hold codes, ids and column names only.
class RowFindings {
public:
    explicit RowFindings(const TakeFinding& take) : take_(take) {}

    // The row is set aside.
    void reject(const Place& place, const std::string& message, Severity severity = Severity::error) {
        ++rejected_;
        say(place, message, severity);
    }
    void say(const Place& place, const std::string& message, Severity severity) {
        take_({place.file, place.line, 0, severity, message});
    }
    void warn(const Place& place, const std::string& message) { say(place, message, Severity::warning); }
    long rejected() const { return rejected_; }

private:
    const TakeFinding& take_;
    long rejected_ = 0;
};

// Leaves one row of each key, in the order of the keys: of rows that say the same the first; else that of the
// later return; in one return that which has an end. Rows of one return that still contradict each other are
// all set aside.
template <typename Row>
void settle(std::vector<Row>& rows, const std::string& child, const std::vector<YearlyReturn>& returns,
            RowFindings& findings) {
    const auto rank = [&](const Row& row) {
        return std::pair(returns[row.origin.in_return].as_of(), row.has_end());
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return a.key() != b.key() ? a.key() < b.key() : rank(a) > rank(b);
    });
    std::vector<Row> settled;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last =
            std::find_if(first, rows.end(), [&](const Row& r) { return r.key() != first->key(); });
        const bool contradicted = std::any_of(first, last, [&](const Row& r) {
            return rank(r) == rank(*first) && r.content() != first->content();
        });
        if (contradicted)
            for (auto row = first; row != last; ++row)
                findings.reject(
                    row->origin.place,
                    "child " + child + ": rows of one return contradict each other; all set aside");
        else
            settled.push_back(std::move(*first));
        first = last;
    }
    rows = std::move(settled);
}

}  // namespace casekeeper

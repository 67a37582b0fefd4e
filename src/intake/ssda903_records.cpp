// SPDX-License-Identifier: MIT
#include "intake/ssda903_records.h"

#include <algorithm>

#include "base/json_text.h"
#include "intake/ssda903_codes.h"

namespace casekeeper {
namespace {

std::string text_of(const std::optional<Date>& day) {
    return day ? to_text(*day) : "";
}

// A series of short breaks only where every episode, and what the store knows of earlier ones, is one.
std::string service_of(const LookedAfterPeriod& period) {
    const std::string short_breaks = "short-breaks-s20";
    const bool only_short_breaks =
        std::all_of(period.episodes.begin(), period.episodes.end(),
                    [](const EpisodeRow& episode) { return is_short_break(episode.legal_status); });
    const bool was_more =
        period.known && !period.known->service.empty() && period.known->service != short_breaks;
    return only_short_breaks && !was_more ? short_breaks : "looked-after";
}

void set_word(Words& words, const std::string& name, std::string_view word) {
    if (!word.empty()) words[name] = word;
}

Words attributes_of(const LookedAfterPeriod& period) {
    Words words;
    if (period.known) words.insert(period.known->attributes.begin(), period.known->attributes.end());
    const EpisodeRow& last = period.episodes.back();
    const std::string& category = period.episodes.front().category;
    set_word(words, "legal-status", last.legal_status);
    set_word(words, "placement", last.placement);
    set_word(words, "reason-entered", category);
    set_word(words, "category", meaning(Ssda903List::category_of_need, category));
    return words;
}

Words events_of(const LookedAfterPeriod& period) {
    Words events;
    if (period.known) events.insert(period.known->events.begin(), period.known->events.end());
    // An end that a later return takes back is no event.
    events.erase("placement-ended");
    events.erase("adopted");
    set_word(events, "placement-ended", text_of(period.closed));
    if (is_adoption(period.reason_ceased)) set_word(events, "adopted", text_of(period.closed));
    return events;
}

std::string closure_reason(const LookedAfterPeriod& period) {
    if (period.reason_ceased.empty()) return "";
    return period.reason_ceased + ": " +
           std::string(meaning(Ssda903List::reason_ceased, period.reason_ceased));
}

struct Span {
    std::string involvement;
    Date opened{};
    std::optional<Date> closed;
    bool holds(Date day) const { return opened <= day && (!closed || day <= *closed); }
};

// The periods of the load and those that only the store knows.
std::vector<Span> spans_of(const ChildFile& file) {
    std::vector<Span> spans;
    for (const LookedAfterPeriod& period : file.periods)
        spans.push_back({period.involvement, period.opened,
                         period.store_knows_more ? period.known->closed : period.closed});
    for (const KnownPeriod& known : file.known)
        if (std::none_of(spans.begin(), spans.end(),
                         [&](const Span& s) { return s.involvement == known.involvement; }))
            spans.push_back({known.involvement, known.opened, known.closed});
    return spans;
}

// The period that holds the day, of several the latest; empty where none does.
std::string period_on(const std::vector<Span>& spans, Date day) {
    const Span* found = nullptr;
    for (const Span& span : spans)
        if (span.holds(day) && (found == nullptr || span.opened > found->opened)) found = &span;
    return found == nullptr ? "" : found->involvement;
}

std::string review_account(const ReviewRow& review) {
    const std::string_view words = meaning(Ssda903List::participation, review.participation);
    return "Review of the child's case" + (words.empty() ? "" : ": " + std::string(words));
}

std::string missing_account(const MissingRow& missing) {
    const std::string_view words = meaning(Ssda903List::missing, missing.kind);
    return (words.empty() ? "missing or away" : std::string(words)) + " from " + to_words(missing.from) +
           (missing.to ? " to " + to_words(*missing.to) : ", not yet ended in this return");
}

// Z1 says that there was none.
bool is_previous_permanence(const PreviousPermanenceRow& row) {
    return row.code != "Z1" && is_known(Ssda903List::previous_permanence, row.code);
}

// What other files say of the child's period: the latest, unless it is true of all.
void add_facts(const ChildFile& file, bool is_latest, Words& attributes, Words& events) {
    for (const UnaccompaniedRow& row : file.rows.unaccompanied) {
        attributes["unaccompanied"] = "yes";
        if (is_latest) set_word(events, "uasc-status-ended", text_of(row.ended));
    }
    for (const PreviousPermanenceRow& row : file.rows.previous_permanence)
        if (is_latest && is_previous_permanence(row)) attributes["previous-permanence"] = row.code;
}

void warn_of_no_period(const ChildFile& file, RowFindings& findings) {
    const std::string message =
        "child " + file.child + ": no looked-after period in this load to put this into";
    for (const UnaccompaniedRow& row : file.rows.unaccompanied)
        findings.reject(row.origin.place, message, Severity::warning);
    for (const PreviousPermanenceRow& row : file.rows.previous_permanence)
        if (is_previous_permanence(row)) findings.reject(row.origin.place, message, Severity::warning);
}

}  // namespace

Record make_record(RecordType type, const std::map<std::string_view, std::string>& values) {
    const RecordFormat& format = format_of(type);
    Record record{type, {}};
    record.values.resize(format.fields.size());
    for (const auto& [name, value] : values)
        if (!value.empty()) record.values[static_cast<std::size_t>(format.position(name))] = value;
    return record;
}

std::string words_json(const Words& words) {
    std::string json;
    for (const auto& [name, word] : words) {
        json += json.empty() ? '{' : ',';
        append_json_string(json, name);
        json += ':';
        append_json_string(json, word);
    }
    return json.empty() ? json : json + '}';
}

void add_person(const ChildFile& file, Ssda903Records& records) {
    Words identifiers{{"ssda903_child", file.child}};
    if (file.header.mother) identifiers["ssda903_mother"] = "yes";
    set_word(identifiers, "upn", file.header.upn);
    const bool died =
        file.ends.died || std::any_of(file.rows.care_leaver.begin(), file.rows.care_leaver.end(),
                                      [](const CareLeaverRow& row) { return row.in_touch == "DIED"; });
    records.people.push_back(
        {make_record(RecordType::person, {{"id", file.child},
                                          {"family_name", "SSDA903 child " + file.child},
                                          {"date_of_birth", text_of(file.header.origin.born)},
                                          {"died", died ? "true" : ""},
                                          {"date_of_death", text_of(file.ends.died_on)},
                                          {"identifiers", words_json(identifiers)}}),
         file.header.origin.place, ""});
}

void add_periods(const ChildFile& file, Ssda903Records& records, RowFindings& findings) {
    if (file.periods.empty()) warn_of_no_period(file, findings);
    for (const LookedAfterPeriod& period : file.periods) {
        if (period.store_knows_more) continue;
        Words attributes = attributes_of(period);
        Words events = events_of(period);
        add_facts(file, &period == &file.periods.back(), attributes, events);
        records.involvements.push_back(
            {make_record(RecordType::involvement, {{"id", period.involvement},
                                                   {"person", file.child},
                                                   {"service", service_of(period)},
                                                   {"opened", to_text(period.opened)},
                                                   {"closed", text_of(period.closed)},
                                                   {"closure_reason", closure_reason(period)},
                                                   {"system", "SSDA903 return"},
                                                   {"events", words_json(events)},
                                                   {"attributes", words_json(attributes)}}),
             period.episodes.front().origin.place, ""});
    }
}

void add_entries(const ChildFile& file, Ssda903Records& records, RowFindings& findings) {
    const std::vector<Span> spans = spans_of(file);
    const auto add = [&](const RowOrigin& origin, Date day, const std::string& what, const std::string& kind,
                         const std::string& topic, const std::string& account) {
        const std::string involvement = period_on(spans, day);
        if (involvement.empty())
            return findings.reject(origin.place,
                                   "child " + file.child + ": the day lies in no looked-after period",
                                   Severity::warning);
        records.entries.push_back({make_record(RecordType::entry, {{"id", "ssda903:" + file.child + ':' +
                                                                              what + ':' + to_text(day)},
                                                                   {"involvement", involvement},
                                                                   {"kind", kind},
                                                                   {"occurred_at", to_text(day)},
                                                                   {"topic", topic},
                                                                   {"account", account}}),
                                   origin.place, ""});
    };
    for (const ReviewRow& row : file.rows.reviews)
        add(row.origin, row.on, "review", "review", "care-plan", review_account(row));
    for (const MissingRow& row : file.rows.missing)
        add(row.origin, row.from, "missing", "note", "placement", missing_account(row));
}

}  // namespace casekeeper

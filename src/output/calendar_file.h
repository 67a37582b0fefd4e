// SPDX-License-Identifier: MIT
//
// Days by which something is due, as an iCalendar file (RFC 5545) that every calendar program reads: events of
// a whole day that make nobody busy, each with an alarm on the morning of its alarm day. A calendar is copied
// to telephones and shown to colleagues: it says ids and what is due, and never whom it is about.
//
// An event keeps its UID from one file to the next, so that reading a newer file in moves what is there
// already. The same input gives the same bytes, in whatever order it comes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace casekeeper {

struct CalendarEvent {
    std::string id;    // of the request: "A12"
    std::string kind;  // short and fixed, for the UID: "due", "acknowledge"
    std::string what;  // in a few words: "answer due". No personal data
    Date on{};
    std::optional<Date> alarm_on;  // on the day itself or before it; nullopt: no alarm
    bool cancelled = false;        // over before its day: who reads the file in takes it away
};

struct CalendarFile {
    std::string made_at;  // RFC 3339 in UTC with seconds, as a Clock says it: the DTSTAMP of every event
    std::vector<CalendarEvent> events;
};

// The file's text: UTF-8, CRLF, lines folded at 75 bytes. Throws std::invalid_argument where made_at is no
// such moment, an alarm is later than its event, or two events have one id and kind.
std::string calendar_text(const CalendarFile& file);

// Whole or not there; OutputError where it cannot be written. Who may read it: private_files.h.
void write_calendar(const std::string& path, const CalendarFile& file);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// What is written is read back with the library's own parser, event by event.
#include "output/calendar_file.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <algorithm>
#include <sstream>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using test::bytes_of;
using test::TemporaryFolder;

constexpr const char* made_at = "2026-03-02T03:00:00Z";

Date day(const std::string& text) {
    return parse_date(text).value();
}

CalendarEvent event(const std::string& id, const std::string& on, const std::string& alarm_on = "") {
    return {id, "due", "answer due", day(on), parse_date(alarm_on)};
}

std::string text_of(std::vector<CalendarEvent> events) {
    return calendar_text({made_at, std::move(events)});
}

class Parsed {
public:
    explicit Parsed(const std::string& text) : calendar_(icalparser_parse_string(text.c_str())) {}
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    ~Parsed() {
        if (calendar_ != nullptr) icalcomponent_free(calendar_);
    }

    icalcomponent* calendar() const { return calendar_; }
    std::vector<icalcomponent*> events() const {
        std::vector<icalcomponent*> events;
        for (icalcomponent* one = icalcomponent_get_first_component(calendar_, ICAL_VEVENT_COMPONENT);
             one != nullptr; one = icalcomponent_get_next_component(calendar_, ICAL_VEVENT_COMPONENT))
            events.push_back(one);
        return events;
    }

private:
    icalcomponent* calendar_;
};

std::string written(icaltimetype time) {
    return icaltime_as_ical_string(time);
}

// Counted from the start of its event: "20260401T090000".
std::string alarm_of(icalcomponent* event) {
    icalcomponent* alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
    if (alarm == nullptr) return "none";
    icalproperty* property = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    icaltimetype start = icalcomponent_get_dtstart(event);
    start.is_date = 0;
    return written(icaltime_add(start, icalproperty_get_trigger(property).duration));
}

TEST(CalendarFile, IsReadBackEventByEvent) {
    const Parsed parsed(text_of({event("A12", "2026-04-02", "2026-04-01"),
                                 event("A13", "2026-04-07", "2026-04-02"), event("A14", "2026-05-05")}));
    ASSERT_NE(parsed.calendar(), nullptr);
    EXPECT_EQ(icalcomponent_count_errors(parsed.calendar()), 0);
    const std::vector<icalcomponent*> events = parsed.events();
    ASSERT_EQ(events.size(), 3U);
    const std::vector<std::vector<std::string>> expected = {
        {"due-A12@casekeeper", "20260402", "20260403", "A12: answer due", "20260401T090000"},
        {"due-A13@casekeeper", "20260407", "20260408", "A13: answer due", "20260402T090000"},
        {"due-A14@casekeeper", "20260505", "20260506", "A14: answer due", "none"}};
    for (std::size_t at = 0; at < events.size(); ++at) {
        const std::vector<std::string> read = {icalcomponent_get_uid(events[at]),
                                               written(icalcomponent_get_dtstart(events[at])),
                                               written(icalcomponent_get_dtend(events[at])),
                                               icalcomponent_get_summary(events[at]), alarm_of(events[at])};
        EXPECT_EQ(read, expected[at]);
        EXPECT_TRUE(icalcomponent_get_dtstart(events[at]).is_date);
        EXPECT_EQ(written(icalcomponent_get_dtstamp(events[at])), "20260302T030000Z");
        EXPECT_EQ(icalcomponent_get_status(events[at]), ICAL_STATUS_CONFIRMED);
    }
}

TEST(CalendarFile, KeepsTheRulesOfTheFormat) {
    const Parsed parsed(text_of({event("A12", "2026-04-02", "2026-04-01")}));
    EXPECT_TRUE(icalrestriction_check(parsed.calendar())) << icalcomponent_as_ical_string(parsed.calendar());
}

TEST(CalendarFile, IsTheSameBytesWhateverTheOrder) {
    const std::string text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//casekeeper//access requests//EN\r\n"
        "BEGIN:VEVENT\r\nUID:due-A1@casekeeper\r\nDTSTAMP:20260302T030000Z\r\nDTSTART;VALUE=DATE:20260402\r\n"
        "DTEND;VALUE=DATE:20260403\r\nSUMMARY:A1: answer due\r\nSTATUS:CONFIRMED\r\nCLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:A1: answer due\r\n"
        "TRIGGER:-PT15H\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:due-A2@casekeeper\r\n"
        "DTSTAMP:20260302T030000Z\r\nDTSTART;VALUE=DATE:20260505\r\nDTEND;VALUE=DATE:20260506\r\n"
        "SUMMARY:A2: answer due\r\nSTATUS:CONFIRMED\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n";
    EXPECT_EQ(text_of({event("A1", "2026-04-02", "2026-04-01"), event("A2", "2026-05-05")}), text);
    EXPECT_EQ(text_of({event("A2", "2026-05-05"), event("A1", "2026-04-02", "2026-04-01")}), text);
}

TEST(CalendarFile, MovesWhatIsThereAlready) {
    const Parsed before(text_of({event("A1", "2026-04-02")}));
    const Parsed after(text_of({event("A1", "2026-04-13")}));
    EXPECT_STREQ(icalcomponent_get_uid(before.events().at(0)), icalcomponent_get_uid(after.events().at(0)));
}

TEST(CalendarFile, TakesAwayWhatIsOver) {
    CalendarEvent over = event("A1", "2026-04-02", "2026-04-01");
    over.cancelled = true;
    const Parsed parsed(text_of({over}));
    EXPECT_EQ(icalcomponent_get_status(parsed.events().at(0)), ICAL_STATUS_CANCELLED);
    EXPECT_EQ(alarm_of(parsed.events().at(0)), "none");
}

TEST(CalendarFile, FoldsLongLinesBetweenLetters) {
    CalendarEvent long_one = event("A1", "2026-04-02", "2026-04-02");
    for (int i = 0; i < 40; ++i) long_one.what += " Llŷn, é;\\";
    const std::string text = text_of({long_one});
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76U);  // with its CR
        EXPECT_EQ(line.back(), '\r');
        // A byte of the middle of a letter begins no line.
        EXPECT_NE(static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U, 0x80U) << line;
    }
    EXPECT_EQ(icalcomponent_get_summary(Parsed(text).events().at(0)), "A1: " + long_one.what);
}

TEST(CalendarFile, LetsNoTextWriteALineOfItsOwn) {
    CalendarEvent sly = event("A1\r\nATTENDEE:mailto:a@b.example", "2026-04-02");
    sly.what = "due\r\nEND:VEVENT";
    sly.kind = "due\nX-A:b";
    const Parsed parsed(text_of({sly}));
    ASSERT_EQ(parsed.events().size(), 1U);
    EXPECT_EQ(icalcomponent_get_first_property(parsed.events()[0], ICAL_ATTENDEE_PROPERTY), nullptr);
    EXPECT_EQ(icalcomponent_get_first_property(parsed.events()[0], ICAL_X_PROPERTY), nullptr);
}

TEST(CalendarFile, MayBeEmpty) {
    EXPECT_NE(Parsed(text_of({})).calendar(), nullptr);
    EXPECT_TRUE(Parsed(text_of({})).events().empty());
}

TEST(CalendarFile, RefusesWhatCannotBe) {
    EXPECT_THROW(calendar_text({"2026-03-02", {}}), std::invalid_argument);
    EXPECT_THROW(calendar_text({"2026-02-30T03:00:00Z", {}}), std::invalid_argument);
    EXPECT_THROW(text_of({event("A1", "2026-04-02", "2026-04-03")}), std::invalid_argument);
    EXPECT_THROW(text_of({event("A1", "2026-04-02"), event("A1", "2026-04-03")}), std::invalid_argument);
}

TEST(CalendarFile, IsWrittenWholeOrNotThere) {
    const TemporaryFolder folder;
    const std::string path = folder.path("due.ics");
    write_calendar(path, {made_at, {event("A1", "2026-04-02")}});
    EXPECT_EQ(bytes_of(path), text_of({event("A1", "2026-04-02")}));
    EXPECT_THROW(write_calendar(path + "/below/due.ics", {made_at, {}}), OutputError);
    EXPECT_THROW(write_calendar(path, {"yesterday", {}}), std::invalid_argument);
    EXPECT_EQ(bytes_of(path), text_of({event("A1", "2026-04-02")}));
}

}  // namespace
}  // namespace casekeeper

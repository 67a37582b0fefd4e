// SPDX-License-Identifier: MIT
#include "output/calendar_file.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <regex>
#include <stdexcept>
#include <tuple>

#include "base/whole_file.h"
#include "output/printable.h"

namespace casekeeper {
namespace {

constexpr const char* product = "-//casekeeper//access requests//EN";
constexpr const char* uid_domain = "@casekeeper";
// An alarm at midnight would wake people, and be gone by the morning.
constexpr int alarm_hour = 9;

struct Freed {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Freed>;

icaltimetype whole_day(Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
    return time;
}

icaltimetype moment(const std::string& text) {
    static const std::regex form(R"((\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)Z)");
    std::smatch parts;
    const std::optional<Date> day =
        std::regex_match(text, parts, form) ? parse_date(parts[1].str()) : std::nullopt;
    if (!day) throw std::invalid_argument("no moment in UTC: " + text);
    icaltimetype time = whole_day(*day);
    time.is_date = 0;
    time.hour = std::stoi(parts[2]);
    time.minute = std::stoi(parts[3]);
    time.second = std::stoi(parts[4]);
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

std::string title_of(const CalendarEvent& event) {
    return printable(event.id + ": " + event.what);
}

// Counted from the event's midnight, which is the calendar's own: no time zone has to be written.
icaltriggertype morning_of(const CalendarEvent& event) {
    const auto days = std::chrono::sys_days{*event.alarm_on} - std::chrono::sys_days{event.on};
    if (days.count() > 0) throw std::invalid_argument("the alarm of " + event.id + " comes after its day");
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(static_cast<int>(days.count()) * 86400 + alarm_hour * 3600);
    return trigger;
}

Component alarm_of(const CalendarEvent& event) {
    const icaltriggertype morning = morning_of(event);
    return Component(icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                                         icalproperty_new_description(title_of(event).c_str()),
                                         icalproperty_new_trigger(morning), static_cast<void*>(nullptr)));
}

Component event_of(const CalendarEvent& event, icaltimetype stamp) {
    const std::string uid = printable(event.kind + "-" + event.id + uid_domain);
    const auto status = event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED;
    Component component(icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid.c_str()), icalproperty_new_dtstamp(stamp),
        icalproperty_new_dtstart(whole_day(event.on)), icalproperty_new_dtend(whole_day(day_after(event.on))),
        icalproperty_new_summary(title_of(event).c_str()), icalproperty_new_status(status),
        icalproperty_new_class(ICAL_CLASS_PRIVATE), icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
        static_cast<void*>(nullptr)));
    if (event.alarm_on && !event.cancelled)
        icalcomponent_add_component(component.get(), alarm_of(event).release());
    return component;
}

auto named(const CalendarEvent& event) {
    return std::tie(event.id, event.kind);
}

std::vector<CalendarEvent> in_order(std::vector<CalendarEvent> events) {
    std::sort(events.begin(), events.end(),
              [](const auto& one, const auto& other) { return named(one) < named(other); });
    const auto twice =
        std::adjacent_find(events.begin(), events.end(),
                           [](const auto& one, const auto& other) { return named(one) == named(other); });
    if (twice != events.end()) throw std::invalid_argument("two events " + twice->kind + " of " + twice->id);
    return events;
}

}  // namespace

// Without METHOD: with one it would be a message from an organiser, who would have to be named.
std::string calendar_text(const CalendarFile& file) {
    const Component calendar(icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                                 icalproperty_new_prodid(product),
                                                 static_cast<void*>(nullptr)));
    const icaltimetype stamp = moment(file.made_at);
    for (const CalendarEvent& event : in_order(file.events))
        icalcomponent_add_component(calendar.get(), event_of(event, stamp).release());
    const std::unique_ptr<char, Freed> text(icalcomponent_as_ical_string_r(calendar.get()));
    return text.get();
}

void write_calendar(const std::string& path, const CalendarFile& file) {
    write_whole_file(path, calendar_text(file));
}

}  // namespace casekeeper

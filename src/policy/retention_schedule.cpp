// SPDX-License-Identifier: MIT
#include "policy/retention_schedule.h"

#include "policy/did_you_mean.h"
#include "policy/period_parser.h"
#include "policy/schedule_checks.h"

namespace casekeeper {

namespace {

// "04-01"; nullopt for anything else and for 29 February, which is not in every year.
std::optional<month_day> parse_month_day(std::string_view text) {
    const auto day = parse_date("2001-" + std::string(text));
    if (!day) return std::nullopt;
    return month_day{day->month(), day->day()};
}

void read_year_start(TomlFile& file, const TomlTable& head, const std::string& key, month_day& start) {
    const auto written = head.text(key);
    if (!written) return;
    if (const auto found = parse_month_day(written->text)) {
        start = *found;
    } else {
        file.error(written->place,
                   key + " must be a month and a day that every year has, e.g. \"04-01\", not " +
                       in_quotes(written->text));
    }
}

// A century at most: what is meant is a window, and no day must be looked for outside the calendar.
void read_window(TomlFile& file, const TomlTable& head, Period& window) {
    const auto written = head.text("holds_after_answer");
    if (!written) return;
    const PeriodReading reading = read_period(written->text);
    if (!reading.period)
        file.error(written->place, "holds_after_answer: " + reading.mistake);
    else if (length_of(*reading.period) > length_of({100, 0, 0}))
        file.error(written->place, "holds_after_answer is at most 100y, e.g. \"6m\"");
    else
        window = *reading.period;
}

void read_head(TomlFile& file, const toml::table& source, Date today, RetentionSchedule& schedule) {
    const TomlTable head(file, source, "[schedule]");
    head.refuse_unknown_keys({"title", "version", "adopted", "expires", "jurisdiction",
                              "financial_year_starts", "academic_year_starts", "holds_after_answer"});
    const auto title = head.required_text("title", "title = \"Children's services retention schedule\"");
    if (title) schedule.title = title->text;
    if (const auto version = head.required_text("version", "version = \"2026-11\""))
        schedule.version = version->text;
    if (const auto jurisdiction = head.text("jurisdiction")) schedule.jurisdiction = jurisdiction->text;
    schedule.adopted = head.date("adopted");
    schedule.expires = head.date("expires");
    read_year_start(file, head, "financial_year_starts", schedule.financial_year_starts);
    read_year_start(file, head, "academic_year_starts", schedule.academic_year_starts);
    read_window(file, head, schedule.holds_after_answer);
    if (schedule.expires && today > *schedule.expires) {
        file.warn(head.place_of_value("expires"), "the schedule expired on " + to_text(*schedule.expires) +
                                                      ": review it, then adopt one that is in date");
    }
}

// The head's place, for what concerns the schedule as a whole.
TextPlace read_root(TomlFile& file, const toml::table& root, Date today, RetentionSchedule& schedule) {
    TomlTable(file, root, "the schedule").refuse_unknown_keys({"schedule", "rule"});
    const toml::node* head = root.get("schedule");
    if (!head) {
        file.error({}, "[schedule] is missing: begin the file with it, and with a title and a version");
        return {};
    }
    if (const toml::table* table = head->as_table()) {
        read_head(file, *table, today, schedule);
    } else {
        file.error(file.place_of(*head), "schedule must be a table: write [schedule] in a line of its own");
    }
    return file.place_of(*head);
}

}  // namespace

bool Rule::says_the_same(const Rule& other) const {
    const auto is_same = [&](auto member) { return this->*member == other.*member; };
    return is_same(&Rule::id) && is_same(&Rule::title) && is_same(&Rule::service_names) &&
           is_same(&Rule::services) && is_same(&Rule::applies_if) && is_same(&Rule::until) &&
           is_same(&Rule::bound) && is_same(&Rule::action) && is_same(&Rule::covers) &&
           is_same(&Rule::replaces) && is_same(&Rule::not_while) && is_same(&Rule::is_default) &&
           is_same(&Rule::approvals) && is_same(&Rule::notify_before) && is_same(&Rule::keep) &&
           is_same(&Rule::remove) && is_same(&Rule::transfer_to) && is_same(&Rule::authority) &&
           is_same(&Rule::basis);
}

std::optional<int> RetentionSchedule::find(std::string_view rule_id) const {
    for (std::size_t index = 0; index < rules.size(); ++index) {
        if (rules[index].id == rule_id) return static_cast<int>(index);
    }
    return std::nullopt;
}

RetentionSchedule read_retention_schedule(std::string_view toml, const std::string& file_name,
                                          const ScheduleContext& context, std::vector<Finding>& findings) {
    RetentionSchedule schedule;
    TomlFile file(toml, file_name, findings);
    const auto root = file.parse();
    if (!root) return schedule;
    static const ServiceCatalogue no_services;
    ScheduleContext known = context;
    if (!known.catalogue) known.catalogue = &no_services;
    const TextPlace head = read_root(file, *root, context.today, schedule);
    std::vector<ReadRule> rules;
    for (const toml::table* source : tables_of(file, *root, "rule")) {
        rules.push_back(read_rule(file, *source, *known.catalogue));
    }
    check_replacing(file, rules);
    warn_of_rules(file, rules, known, head);
    file.sort_findings();
    for (ReadRule& read : rules) schedule.rules.push_back(std::move(read.rule));
    return schedule;
}

const std::set<std::string>& events_known_to_importers() {
    static const std::set<std::string> names = {
        "order-made",
        "order-ended",
        "approval-ended",
        "placement-ended",
        "refused-or-withdrawn",
        "minutes-approved",
        "award",
        "created",
        "project-ended",
        "project-end",
        "register-term-ended",
        "register-term-end",
        "no-further-action",
        "no-further-action-needed",
        "adopted",
        "meeting-date",
        "expiry-of-terms",
        "election",
        "results-published",
        "retirement-age",
    };
    return names;
}

const char* to_text(Action action) {
    switch (action) {
        case Action::destroy:
            return "destroy";
        case Action::anonymise:
            return "anonymise";
        case Action::archive:
            return "archive";
        case Action::review:
            return "review";
        case Action::decide:
            return "decide";
        case Action::permanent:
            return "permanent";
        case Action::minimise:
            return "minimise";
        case Action::transfer:
            return "transfer";
    }
    return "";
}

const char* to_text(Bound bound) {
    switch (bound) {
        case Bound::at_least:
            return "at-least";
        case Bound::at_most:
            return "at-most";
        case Bound::exactly:
            return "exactly";
    }
    return "";
}

const char* to_text(Covers covers) {
    switch (covers) {
        case Covers::involvement:
            return "involvement";
        case Covers::file:
            return "file";
        case Covers::person:
            return "person";
    }
    return "";
}

const char* to_text(Basis basis) {
    switch (basis) {
        case Basis::statute:
            return "statute";
        case Basis::guidance:
            return "guidance";
        case Basis::business:
            return "business";
    }
    return "";
}

}  // namespace casekeeper

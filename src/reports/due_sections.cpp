// SPDX-License-Identifier: MIT
#include "reports/due_forecast.h"
#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

TableRow total_row(std::vector<long long> numbers) {
    TableRow row = {words("Total")};
    for (const long long number : numbers) row.push_back(count(number));
    return row;
}

std::string months_title(const MorningReport& report) {
    return report.months_ahead == 1 ? "This month"
                                    : "Next " + std::to_string(report.months_ahead) + " months";
}

// The sentence that a chart's description is made of.
std::string described(const std::vector<Bucket>& buckets) {
    const Bucket* most = nullptr;
    for (const Bucket& bucket : buckets)
        if (bucket.records > 0 && (!most || bucket.records > most->records)) most = &bucket;
    if (!most) return "No bars: all counts are nought.";
    return "Bars from " + buckets.front().name + " to " + buckets.back().name + "; the longest is " +
           most->name + " with " + counted(most->records, "record", "records") +
           ". The table that follows has the same numbers.";
}

// What a table of buckets and its chart are called.
struct BucketNames {
    std::string caption;
    std::string unit;
    std::string chart;
};

Table bucket_table(const BucketNames& names, const std::vector<Bucket>& buckets) {
    Table table{names.caption, {{names.unit}, {"Records", true}}, {}};
    long long total = 0;
    for (const Bucket& bucket : buckets) {
        table.rows.push_back({words(bucket.name), count(bucket.records)});
        total += bucket.records;
    }
    table.rows.push_back(total_row({total}));
    table.last_is_total = true;
    table.chart = Chart{names.chart, described(buckets), 1};
    return table;
}

Section section_by_month(const MorningReport& report, const DueForecast& forecast) {
    Section section{"by-month", months_title(report), 3};
    if (forecast.soon() == 0) {
        section.blocks.emplace_back(Paragraph{"Nothing falls due in these months."});
        return section;
    }
    std::vector<Bucket> buckets = forecast.months;
    if (forecast.passed > 0) {
        section.blocks.emplace_back(
            Paragraph{"\"Passed\" counts records whose day has gone by but which a condition of their rule "
                      "still keeps, "
                      "such as an open case in the family."});
        buckets.insert(buckets.begin(), {"Passed", forecast.passed});
    }
    section.blocks.emplace_back(bucket_table(
        {"Records by the month of their last protected day", "Month", "Month by month"}, buckets));
    return section;
}

Section section_by_year(const DueForecast& forecast) {
    Section section{"by-year", "Later", 3};
    if (forecast.years.empty() && forecast.decades.empty())
        section.blocks.emplace_back(Paragraph{"Nothing falls due later."});
    if (!forecast.years.empty())
        section.blocks.emplace_back(bucket_table(
            {"Records by the year of their last protected day", "Year", "Year by year"}, forecast.years));
    if (!forecast.decades.empty())
        section.blocks.emplace_back(bucket_table(
            {"Records by the decade of their last protected day, far years", "Decade", "Decade by decade"},
            forecast.decades));
    return section;
}

Section section_by_rule(const MorningReport& report) {
    Section section{"by-rule", "By rule", 3};
    Table table{"Records under each rule that sets their day",
                {{"Rule"}, {"Day reached", true}, {months_title(report), true}, {"Later", true}},
                {}};
    DueLine sum;
    for (const DueLine& line : due_by_rule(report)) {
        const std::string name = line.id.empty() ? "(no rule)" : line.title.empty() ? line.id : line.title;
        const std::string note = line.title.empty()
                                     ? line.authority
                                     : line.id + (line.authority.empty() ? "" : ": " + line.authority);
        table.rows.push_back({words(name, note), count(line.reached), count(line.soon), count(line.later)});
        sum.reached += line.reached;
        sum.soon += line.soon;
        sum.later += line.later;
    }
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{"No rule has set a day yet."});
    } else {
        table.rows.push_back(total_row({sum.reached, sum.soon, sum.later}));
        table.last_is_total = true;
        section.blocks.emplace_back(std::move(table));
    }
    const std::vector<std::string> idle = idle_rule_ids(report);
    std::string names;
    for (const std::string& id : idle) names += (names.empty() ? "" : ", ") + id;
    if (!idle.empty())
        section.blocks.emplace_back(
            Paragraph{counted(static_cast<long long>(idle.size()), "rule decides", "rules decide") +
                      " no record: " + names + "."});
    return section;
}

Section section_by_service(const MorningReport& report) {
    Section section{"by-service", "By service", 3};
    Table table{
        "Records of each service",
        {{"Service"}, {"Day reached", true}, {months_title(report), true}, {"Later", true}, {"No day", true}},
        {}};
    DueLine sum;
    for (const DueLine& line : due_by_service(report)) {
        const std::string name = line.id.empty()      ? "(no involvement)"
                                 : line.title.empty() ? line.id
                                                      : line.title;
        const std::string note = line.title.empty()
                                     ? line.authority
                                     : line.id + (line.authority.empty() ? "" : ": " + line.authority);
        table.rows.push_back({words(name, note), count(line.reached), count(line.soon), count(line.later),
                              count(line.undetermined)});
        sum.reached += line.reached;
        sum.soon += line.soon;
        sum.later += line.later;
        sum.undetermined += line.undetermined;
    }
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{"No service has a closed record yet."});
        return section;
    }
    table.rows.push_back(total_row({sum.reached, sum.soon, sum.later, sum.undetermined}));
    table.last_is_total = true;
    section.blocks.emplace_back(std::move(table));
    return section;
}

std::string change(long long now, long long before) {
    if (now == before) return "same";
    return now > before ? "up " + grouped(now - before) : "down " + grouped(before - now);
}

Cell outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::due:
            return words("Due", "the day has come; waits for sign-off");
        case Outcome::review:
            return words("Review", "the day has come; a person must decide");
        case Outcome::held:
            return words("Held", "the day has come; a hold keeps it");
        case Outcome::undetermined:
            return words("Undetermined", "no day can be worked out; kept");
        case Outcome::retain:
            return words("Retain", "closed, and kept until a known day");
        case Outcome::live:
            return words("Live", "still open; no day is set");
        case Outcome::permanent:
            return words("Permanent", "kept for ever");
    }
    return {};
}

// The caption and columns of a table that says what changed, where that is known.
Table table_with_change(const std::string& caption, std::vector<Column> columns, const MorningReport& report,
                        bool known) {
    if (!known) return {caption, std::move(columns), {}};
    columns.push_back({"Change", true});
    return {caption + ", and the change since " + to_words(report.previous->day), std::move(columns), {}};
}

Section section_of_outcomes(const MorningReport& report) {
    Section section{"standing", "How the records stand"};
    const bool compare = report.previous && !report.previous->outcomes.empty();
    Table table = table_with_change("Records by outcome", {{"Outcome"}, {"Records", true}}, report, compare);
    std::vector<Bucket> buckets;
    long long total = 0;
    long long total_before = 0;
    for (const auto counts = outcome_counts(report.decisions); const Outcome outcome : outcomes_in_order()) {
        TableRow row = {outcome_name(outcome), count(counts.at(outcome))};
        buckets.push_back({row.front().text, counts.at(outcome)});
        total += counts.at(outcome);
        if (compare) {
            const auto before = report.previous->outcomes.find(outcome);
            const long long number = before == report.previous->outcomes.end() ? 0 : before->second;
            total_before += number;
            row.push_back(words(change(counts.at(outcome), number)));
        }
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back(total_row({total}));
    if (compare) table.rows.back().push_back(words(change(total, total_before)));
    table.last_is_total = true;
    table.chart = Chart{"Outcome by outcome", described(buckets), 1};
    section.blocks.emplace_back(
        Paragraph{"A record here is one involvement: one service given to one person, with its entries and "
                  "documents. A "
                  "person without any involvement counts as one record too."});
    section.blocks.emplace_back(std::move(table));
    return section;
}

Section section_of_totals(const MorningReport& report) {
    Section section{"totals", "What the store holds", 3};
    const bool compare = report.previous && report.previous->totals;
    const StoreTotals before = compare ? *report.previous->totals : StoreTotals{};
    Table table = table_with_change("The store in numbers", {{"What"}, {"Now", true}}, report, compare);
    const auto row = [&](const char* name, long long now, long long then) {
        table.rows.push_back({words(name), count(now)});
        if (compare) table.rows.back().push_back(words(change(now, then)));
    };
    row("People", report.totals.people, before.people);
    row("Involvements", report.totals.involvements, before.involvements);
    row("Entries", report.totals.entries, before.entries);
    row("Documents", report.totals.documents, before.documents);
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace

std::vector<Section> sections_of_due_dates(const MorningReport& report) {
    const DueForecast forecast = due_forecast(report);
    Section intro{"due-dates", "What falls due"};
    const std::string ahead = report.months_ahead == 1 ? "this month"
                                                       : "the " + std::to_string(report.months_ahead) +
                                                             " months that begin with this one";
    if (forecast.total() == 0)
        intro.blocks.emplace_back(Paragraph{"No closed record is kept until a known day."});
    else
        intro.blocks.emplace_back(
            Paragraph{counted(forecast.total(), "closed record is", "closed records are") +
                      " kept until a known day: " + grouped(forecast.soon()) + " until a day within " +
                      ahead + ", " + grouped(forecast.total() - forecast.soon()) + " until later."});
    return {intro, section_by_month(report, forecast), section_by_year(forecast), section_by_rule(report),
            section_by_service(report)};
}

std::vector<Section> sections_of_standing(const MorningReport& report) {
    return {section_of_outcomes(report), section_of_totals(report)};
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "reports/recording_listing.h"

#include "base/json_read.h"
#include "base/json_text.h"
#include "base/plain_words.h"
#include "policy/recording_words.h"

namespace casekeeper {
namespace {

std::optional<Date> day_of(const std::optional<std::string>& text) {
    return text ? parse_date(*text) : std::nullopt;
}

std::string waiver_json(const RecordingFinding& finding) {
    return JsonObject()
        .text_or_null("on", finding.waived_on)
        .text_or_null("by", finding.waived_by)
        .text_or_null("until", finding.waived_until)
        .text_or_null("reason", finding.waiver_reason)
        .json();
}

}  // namespace

std::string what_is_wrong(const RecordingFinding& finding) {
    return words_of_lacks(json_texts(finding.lacks), day_of(finding.about_on), day_of(finding.owed_by));
}

std::string standing_of(const RecordingFinding& finding) {
    if (finding.state == "open") {
        std::string text = "open since " + finding.opened_on;
        if (finding.reopened > 0) text += ", for the " + ordinal(finding.reopened + 1) + " time";
        return text;
    }
    if (finding.state == "waived")
        return "set aside on " + finding.waived_on.value_or("") +
               (finding.waived_until ? " until " + *finding.waived_until : "");
    return (finding.state == "mended" ? "mended on " : "no longer asked for since ") +
           finding.closed_on.value_or("");
}

std::string whom_to_ask(const RecordingFinding& finding) {
    if (finding.worker)
        return "ask " + *finding.worker + (finding.team ? " (team " + *finding.team + ")" : "");
    return finding.team ? "ask team " + *finding.team : "nobody is named to ask";
}

std::string in_words(const RecordingFinding& finding) {
    return finding.id + "\t" + finding.rule + "\t" + finding.thing + "\t" + what_is_wrong(finding) + "\t" +
           whom_to_ask(finding) + "\t" + standing_of(finding);
}

std::string to_json(const RecordingFinding& finding, const RecordingRules& rules,
                    const std::string& evidence) {
    const RecordingRule* rule = rules.find(finding.rule);
    JsonObject object;
    object.text("finding", finding.id)
        .text("rule", finding.rule)
        .text_or_null("source", rule ? std::optional(rule->source) : std::nullopt)
        .text_or_null("severity", rule ? std::optional<std::string>(to_text(rule->severity)) : std::nullopt)
        .text("state", finding.state)
        .text("thing", finding.thing)
        .text("person", finding.person)
        .text("involvement", finding.involvement)
        .text_or_null("worker", finding.worker)
        .text_or_null("team", finding.team)
        .raw("lacks", finding.lacks)
        .text_or_null("about_on", finding.about_on)
        .text_or_null("owed_by", finding.owed_by)
        .text("first_seen_on", finding.first_seen_on)
        .text("opened_on", finding.opened_on)
        .number("reopened", finding.reopened)
        .text_or_null("closed_on", finding.closed_on)
        .raw_or_null("waiver", finding.waived_on ? std::optional(waiver_json(finding)) : std::nullopt);
    if (!evidence.empty()) object.raw("evidence", evidence);
    return object.json();
}

std::string in_full(const RecordingFinding& finding, const RecordingRules& rules) {
    std::string text = "finding " + finding.id + ": " + finding.thing + " " + what_is_wrong(finding) + "\n";
    const auto say = [&](const std::string& name, const std::string& value) {
        text += "  " + name + ": " + value + "\n";
    };
    if (const RecordingRule* rule = rules.find(finding.rule)) {
        say("rule", rule->id + " (" + to_text(rule->severity) + "): " + rule->title);
        say("source", rule->source);
        say("to mend it", rule->mend);
    } else {
        say("rule", finding.rule + ", which is no longer in recording_rules.toml");
    }
    say("record", "involvement " + finding.involvement + " of person " + finding.person);
    say("whom to ask", whom_to_ask(finding));
    say("standing", standing_of(finding) + "; first seen on " + finding.first_seen_on);
    if (finding.waived_by)
        say("set aside by", *finding.waived_by + ": " + finding.waiver_reason.value_or(""));
    return text;
}

std::string to_json(const RecordingRule& rule) {
    return JsonObject()
        .text("rule", rule.id)
        .text("title", rule.title)
        .text("asks", in_words(rule))
        .text("source", rule.source)
        .text("severity", to_text(rule.severity))
        .text("mend", rule.mend)
        .texts("services", rule.services)
        .text_or_null("since", rule.since ? std::optional(to_text(*rule.since)) : std::nullopt)
        .text_or_null("look_back", rule.look_back ? std::optional(to_text(*rule.look_back)) : std::nullopt)
        .json();
}

}  // namespace casekeeper

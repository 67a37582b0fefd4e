// SPDX-License-Identifier: MIT
#include "policy/recording_rule_reader.h"

#include <algorithm>
#include <charconv>

#include "base/among.h"
#include "domain/record_format.h"
#include "policy/did_you_mean.h"
#include "policy/period_parser.h"
#include "policy/recording_own_rules.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

constexpr int most_working_days = 250;
constexpr std::string_view working_days = " working days";
constexpr std::string_view working_day = " working day";

Words entry_kinds() {
    const RecordFormat& format = format_of(RecordType::entry);
    const auto words = format.fields[static_cast<std::size_t>(format.position("kind"))].words;
    return {words.begin(), words.end()};
}

// The number in front of " working days"; nullopt where the text does not end so, 0 where the number is none.
std::optional<int> working_days_in(std::string_view text) {
    std::string_view number = text;
    if (text.ends_with(working_days))
        number.remove_suffix(working_days.size());
    else if (text.ends_with(working_day))
        number.remove_suffix(working_day.size());
    else
        return std::nullopt;
    int days = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), days);
    return read.ec == std::errc() && read.ptr == number.data() + number.size() ? days : 0;
}

}  // namespace

RecordingRule RecordingRuleReader::read_rule(const toml::table& source) {
    TomlTable table(file_, source, "this rule");
    RecordingRule rule;
    if (const auto id = table.required_id("rule", "letter-copy")) {
        rule.id = id->text;
        if (find_own_rule(id->text))
            file_.error(id->place, "rule id " + in_quotes(id->text) +
                                       " is of a rule of casekeeper's own: call this one otherwise");
    }
    table.refuse_unknown_keys(
        {"id",           "title",        "source",     "severity", "mend",     "services",
         "not_services", "since",        "look_back",  "entries",  "requires", "written_up_within",
         "unless",       "involvements", "silent_for", "kinds",    "contains", "within",
         "every",        "then",         "reach_back", "reads_as"});
    read_head(table, rule);
    read_services(table, rule);
    read_subject(table, source, rule);
    if (!rule.id.empty()) earlier_.emplace(rule.id, rule.subject);
    return rule;
}

void RecordingRuleReader::read_head(const TomlTable& table, RecordingRule& rule) {
    const auto required = [&](const char* key, const char* example, std::string& into) {
        if (const auto text = table.required_text(key, std::string(key) + " = \"" + example + "\""))
            into = text->text;
    };
    required("title", "A letter has its copy", rule.title);
    required("source", "Trust policy, duty 3", rule.source);
    required("mend", "Put the copy with the entry.", rule.mend);
    if (const auto severity = table.required_text("severity", "severity = \"error\"")) {
        rule.severity = severity->text == "warning" ? Severity::warning : Severity::error;
        if (severity->text != "error" && severity->text != "warning")
            file_.error(severity->place, "unknown severity " + in_quotes(severity->text) +
                                             one_of(severity->text, {"error", "warning"}));
    }
    rule.since = table.date("since");
    rule.look_back = read_length(table, "look_back");
}

void RecordingRuleReader::report_service(TextPlace place, std::string message) {
    if (must_know_services_)
        file_.error(place, std::move(message));
    else
        file_.warn(place, std::move(message));
}

void RecordingRuleReader::read_services(const TomlTable& table, RecordingRule& rule) {
    const auto mark = [&](const char* key, bool asked) {
        for (const PlacedText& name : table.texts(key)) {
            const std::vector<int> services = catalogue_.matching(name.text);
            if (services.empty())
                report_service(name.place, "unknown service or group " + in_quotes(name.text) +
                                               did_you_mean(name.text, catalogue_.names()));
            for (const int service : services) rule.asks_of[static_cast<std::size_t>(service)] = asked;
            if (asked) rule.services.push_back(name.text);
        }
    };
    rule.asks_of.assign(catalogue_.services().size(), !table.has("services"));
    mark("services", true);
    mark("not_services", false);
    if (!catalogue_.services().empty() &&
        std::find(rule.asks_of.begin(), rule.asks_of.end(), true) == rule.asks_of.end())
        report_service(table.place_of_value(table.has("services") ? "services" : "not_services"),
                       "rule " + in_quotes(rule.id) + " asks nothing of any service: name one, or leave " +
                           (table.has("services") ? "services" : "not_services") + " out");
}

void RecordingRuleReader::read_subject(const TomlTable& table, const toml::table& source,
                                       RecordingRule& rule) {
    Words subjects;
    for (const char* key : {"entries", "involvements", "contains", "reads_as"})
        if (table.has(key)) subjects.emplace_back(key);
    if (subjects.size() != 1) {
        const TextPlace place = subjects.empty() ? table.place() : table.place_of_key(subjects.back());
        file_.error(place,
                    "rule " + in_quotes(rule.id) +
                        (subjects.empty() ? " does not say what it is about: write entries = "
                                            "[\"visit\"], involvements = \"open\", contains = { ... } or "
                                            "reads_as = \"another-client\""
                                          : " is about two things: make two rules of it"));
        return;
    }
    if (subjects.front() == "entries")
        read_entries(table, rule);
    else if (subjects.front() == "involvements")
        read_involvements(table, rule);
    else if (subjects.front() == "contains")
        read_contents(table, source, rule);
    else
        read_belonging(table, rule);
}

void RecordingRuleReader::refuse(const TomlTable& table, const Words& keys, const std::string& why) {
    for (const std::string& key : keys)
        if (table.has(key)) file_.error(table.place_of_key(key), key + " is " + why);
}

Words RecordingRuleReader::read_kinds(const TomlTable& table, const char* key, bool star_is_any) {
    Words kinds;
    const Words known = entry_kinds();
    bool any = false;
    for (const PlacedText& kind : table.texts(key)) {
        any = any || (star_is_any && kind.text == "*");
        if (is_among(kinds, kind.text))
            file_.error(kind.place, std::string(key) + " names " + in_quotes(kind.text) + " twice");
        else if (is_among(known, kind.text))
            kinds.push_back(kind.text);
        else if (!star_is_any || kind.text != "*")
            file_.error(kind.place,
                        "unknown kind of entry " + in_quotes(kind.text) + one_of(kind.text, known));
    }
    if (table.has(key) && kinds.empty() && !any && table.texts(key).empty())
        file_.error(table.place_of_value(key), std::string(key) + " is an empty list, which no entry is in");
    return any ? Words{} : kinds;
}

void RecordingRuleReader::read_demands(const TomlTable& table, const Words& known, RecordingRule& rule) {
    for (const PlacedText& word : table.texts("requires")) {
        const RecordingMarks mark = is_among(known, word.text) ? mark_of_word(word.text) : 0;
        if (mark == 0)
            file_.error(word.place,
                        "unknown word " + in_quotes(word.text) + " in requires" + one_of(word.text, known));
        else if ((rule.required & mark) != 0)
            file_.error(word.place, "requires names " + in_quotes(word.text) + " twice");
        rule.required |= mark;
    }
}

void RecordingRuleReader::read_entries(const TomlTable& table, RecordingRule& rule) {
    rule.subject = RecordingSubject::entry;
    refuse(table, {"silent_for", "kinds"}, "of a rule about involvements, and this one is about entries");
    refuse(table, {"within", "every", "then", "reach_back"},
           "of a rule about contents, and this one is about entries");
    rule.kinds = read_kinds(table, "entries", true);
    read_demands(table, entry_mark_words(), rule);
    rule.written_up_within = read_term(table, "written_up_within");
    read_unless(table, rule);
    if (!table.has("requires") && !table.has("written_up_within"))
        file_.error(table.place(), "rule " + in_quotes(rule.id) +
                                       " asks nothing: add e.g. requires = [\"account\"] or "
                                       "written_up_within = \"5 working days\"");
}

void RecordingRuleReader::read_unless(const TomlTable& table, RecordingRule& rule) {
    Words known;
    for (const auto& [id, subject] : earlier_)
        if (subject == RecordingSubject::entry) known.push_back(id);
    for (const PlacedText& id : table.texts("unless")) {
        if (!is_among(known, id.text))
            file_.error(id.place, "no rule about entries above this one is called " + in_quotes(id.text) +
                                      did_you_mean(id.text, known));
        rule.unless.push_back(id.text);
    }
}

void RecordingRuleReader::read_involvements(const TomlTable& table, RecordingRule& rule) {
    rule.subject = RecordingSubject::involvement;
    refuse(table, {"written_up_within", "unless"},
           "of a rule about entries, and this one is about involvements");
    refuse(table, {"within", "every", "then", "reach_back"},
           "of a rule about contents, and this one is about involvements");
    if (const auto state = table.text("involvements")) {
        rule.of_closed = state->text == "closed";
        if (state->text != "open" && state->text != "closed")
            file_.error(state->place, "unknown word " + in_quotes(state->text) + " for involvements" +
                                          one_of(state->text, {"open", "closed"}));
    }
    read_demands(table, involvement_mark_words(), rule);
    rule.silent_for = read_length(table, "silent_for");
    rule.kinds = read_kinds(table, "kinds", false);
    if (table.has("requires") && table.has("silent_for"))
        file_.error(table.place_of_key("silent_for"), "silence is a matter of its own: make two rules of it");
    if (rule.of_closed && table.has("silent_for"))
        file_.error(table.place_of_key("silent_for"),
                    "a closed involvement may be silent: write "
                    "involvements = \"open\"");
    if (!rule.of_closed && (rule.required & has_closure_reason) != 0)
        file_.error(table.place_of_value("requires"),
                    "an open involvement has no reason for its closing: "
                    "write involvements = \"closed\"");
    if (table.has("kinds") && !table.has("silent_for"))
        file_.error(table.place_of_key("kinds"),
                    "kinds goes with silent_for: which entries break the silence");
    if (!table.has("requires") && !table.has("silent_for"))
        file_.error(table.place(), "rule " + in_quotes(rule.id) +
                                       " asks nothing: add e.g. requires = [\"worker\"] or silent_for = "
                                       "\"42d\"");
}

void RecordingRuleReader::read_belonging(const TomlTable& table, RecordingRule& rule) {
    rule.subject = RecordingSubject::belonging;
    refuse(table, {"requires", "written_up_within", "unless"},
           "of a rule about entries, and this one is about where something belongs");
    refuse(table, {"silent_for", "kinds"},
           "of a rule about involvements, and this one is about where something belongs");
    refuse(table, {"within", "every", "then", "reach_back"},
           "of a rule about contents, and this one is about where something belongs");
    const auto sign = table.text("reads_as");
    if (!sign) return;
    Words known;
    for (const ReadsAs one :
         {ReadsAs::another_client, ReadsAs::date_of_birth, ReadsAs::identifier, ReadsAs::copied_account}) {
        if (sign->text == to_text(one)) rule.reads_as = one;
        known.emplace_back(to_text(one));
    }
    if (!rule.reads_as)
        file_.error(sign->place,
                    "unknown word " + in_quotes(sign->text) + " for reads_as" + one_of(sign->text, known));
    else if (!signs_asked_.insert(*rule.reads_as).second)
        file_.error(sign->place, "another rule asks for " + in_quotes(sign->text) +
                                     " already: say its services and days in one rule");
}

void RecordingRuleReader::read_contents(const TomlTable& table, const toml::table& source,
                                        RecordingRule& rule) {
    rule.subject = RecordingSubject::record;
    refuse(table, {"requires", "written_up_within", "unless"},
           "of a rule about entries, and this one is about what a record contains");
    refuse(table, {"silent_for", "kinds"},
           "of a rule about involvements, and this one is about what a record contains");
    const toml::table* written = source.get("contains")->as_table();
    if (!written)
        return file_.error(table.place_of_value("contains"),
                           "contains is a table: write contains = { kinds = [\"plan\"] }");
    const TomlTable contents(file_, *written, "what rule " + in_quotes(rule.id) + " wants contained");
    contents.refuse_unknown_keys({"kinds", "topics", "subject_words", "copy"});
    rule.kinds = read_kinds(contents, "kinds", false);
    for (const PlacedText& topic : contents.texts("topics")) {
        if (topic.text.empty()) file_.error(topic.place, "topics has an empty text: take it out");
        rule.topics.push_back(topic.text);
    }
    if (contents.flag("subject_words").value_or(false)) rule.contained |= has_subject_words;
    if (contents.flag("copy").value_or(false)) rule.contained |= has_copy;
    if (rule.kinds.empty() && rule.topics.empty() && rule.contained == 0)
        file_.error(contents.place(), "rule " + in_quotes(rule.id) +
                                          " does not say what is to be contained: add e.g. topics = "
                                          "[\"health\"]");
    rule.within = read_term(table, "within");
    rule.every = read_length(table, "every");
    rule.then = read_length(table, "then");
    rule.reach_back = read_length(table, "reach_back").value_or(Period{});
    if (!table.has("within"))
        table.report_missing("within", "within = \"10 working days\": until when the first must be there");
    if (table.has("then") && !table.has("every"))
        file_.error(table.place_of_key("then"), "then goes with every: it is the time until the second");
}

std::optional<RecordingTerm> RecordingRuleReader::read_term(const TomlTable& table, const char* key) {
    const auto text = table.text(key);
    if (!text) return std::nullopt;
    if (const std::optional<int> days = working_days_in(text->text)) {
        if (*days >= 1 && *days <= most_working_days) return RecordingTerm{*days, {}};
        file_.error(text->place, std::string(key) + " is a number of working days from 1 to " +
                                     std::to_string(most_working_days) + ": write e.g. \"5 working days\"");
        return std::nullopt;
    }
    const std::optional<Period> period = read_length(table, key);
    return period ? std::optional(RecordingTerm{0, *period}) : std::nullopt;
}

std::optional<Period> RecordingRuleReader::read_length(const TomlTable& table, const char* key) {
    const auto text = table.text(key);
    if (!text) return std::nullopt;
    const PeriodReading reading = read_period(text->text);
    if (!reading.period) {
        file_.error(text->place, std::string(key) + ": " + reading.mistake);
        return std::nullopt;
    }
    if (*reading.period == Period{}) {
        file_.error(text->place, std::string(key) + " must be longer than no time at all");
        return std::nullopt;
    }
    return reading.period;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "support/recording_facts.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <stdexcept>

#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

std::string shipped(const std::string& name) {
    return bytes_of(std::string(CASEKEEPER_SOURCE) + "/config/" + name);
}

RecordingRules read_rules(const std::string& toml) {
    std::vector<Finding> findings;
    RecordingRules rules = RecordingRules::read(toml, "recording_rules.toml", findings, shipped_catalogue());
    for (const Finding& finding : findings)
        ADD_FAILURE() << finding.line << ":" << finding.column << ": " << finding.message;
    return rules;
}

std::vector<Words> lines_of_words(const std::string& facts) {
    std::vector<Words> lines;
    std::istringstream all(facts);
    for (std::string line; std::getline(all, line, ';');) {
        std::istringstream words(line);
        Words found;
        for (std::string word; words >> word;) found.push_back(word);
        if (!found.empty()) lines.push_back(found);
    }
    return lines;
}

std::string value_of(const Words& line, const std::string& key) {
    for (const std::string& word : line)
        if (word.starts_with(key + "=")) return word.substr(key.size() + 1);
    return "";
}

bool has(const Words& line, const std::string& word) {
    return std::find(line.begin(), line.end(), word) != line.end();
}

CheckedInvolvement involvement_of(const Words& line, const ServiceCatalogue& catalogue) {
    CheckedInvolvement one;
    one.id = line.at(0);
    one.person = "P1";
    one.service = catalogue.find(line.at(1)).value_or(-1);
    one.opened = parse_date(line.at(2));
    one.closed = parse_date(value_of(line, "closed"));
    one.worker = value_of(line, "worker");
    one.team = value_of(line, "team");
    one.has_closure_reason = has(line, "closure-reason");
    one.is_reduced = has(line, "reduced");
    return one;
}

RecordingMarks marks_of(const Words& line) {
    static const std::map<std::string, RecordingMark> known = {
        {"present", has_present},       {"addressed", has_addressed_to},
        {"account", has_account},       {"copy", has_copy},
        {"decision", has_decision},     {"reason", has_reason},
        {"decided-by", has_decided_by}, {"words", has_subject_words}};
    RecordingMarks marks = 0;
    for (const std::string& word : line)
        if (const auto found = known.find(word); found != known.end()) marks |= found->second;
    return marks;
}

void add_entry(RecordCheck& check, const Words& line, const std::vector<CheckedInvolvement>& involvements,
               std::size_t latest) {
    CheckedEntry entry;
    const std::string in = value_of(line, "in");
    const std::string recorded = value_of(line, "recorded");
    const std::string author = value_of(line, "author");
    const std::string topic = value_of(line, "topic");
    entry.id = line.at(0);
    entry.kind = line.at(1);
    entry.occurred_at = line.at(2);
    entry.recorded_at = recorded;
    entry.author = author;
    entry.topic = topic;
    entry.marks = marks_of(line);
    entry.involvement = latest;
    for (std::size_t at = 0; at < involvements.size(); ++at)
        if (involvements[at].id == in) entry.involvement = at;
    check.look_at(entry);
}

std::string in_words(const Shortfall& shortfall) {
    std::string text = shortfall.rule + " " + shortfall.thing + " ";
    for (std::size_t at = 0; at < shortfall.lacks.size(); ++at)
        text += (at == 0 ? "" : ",") + shortfall.lacks[at];
    return text;
}

}  // namespace

Held hold(const RecordingRules& rules, const ServiceCatalogue& catalogue, const std::string& facts,
          const std::string& day) {
    const std::vector<Words> lines = lines_of_words(facts);
    std::vector<CheckedInvolvement> involvements;
    for (const Words& line : lines)
        if (line.front().front() == 'I') involvements.push_back(involvement_of(line, catalogue));
    RecordCheck check(rules, shipped_holidays(), parse_date(day).value());
    check.begin(involvements);
    std::size_t latest = 0;
    for (const Words& line : lines)
        if (line.front().front() == 'E')
            add_entry(check, line, involvements, latest - 1);
        else
            ++latest;
    CheckedRecord found = check.finish();
    Held held;
    for (const Shortfall& shortfall : found.shortfalls) held.shortfalls.push_back(in_words(shortfall));
    held.whole = std::move(found.shortfalls);
    if (found.look_again_on) held.look_again_on = to_text(*found.look_again_on);
    held.holidays_missing = found.holidays_missing;
    return held;
}

const BankHolidays& shipped_holidays() {
    static std::vector<Finding> findings;
    static const BankHolidays holidays =
        BankHolidays::read(shipped("bank_holidays.toml"), "bank_holidays.toml", findings);
    return holidays;
}

const RecordingRules& shipped_recording_rules() {
    static const RecordingRules rules = read_rules(shipped("recording_rules.toml"));
    return rules;
}

// What the rule refers to with `unless` must stand above it, so those stay.
RecordingRules only(const std::string& rule) {
    const std::string all = shipped("recording_rules.toml");
    const auto block_of = [&](const std::string& id) {
        const std::size_t named = all.find("\nid = \"" + id + "\"");
        if (named == std::string::npos) throw std::invalid_argument("there is no rule " + id);
        const std::size_t start = all.rfind("[[rule]]", named);
        return all.substr(start, all.find("[[rule]]", named) - start);
    };
    const std::string block = block_of(rule);
    const bool refers = block.find("unless = ") != std::string::npos;
    return read_rules((refers ? block_of("statutory-visit-written-up") : "") + block);
}

}  // namespace casekeeper::test

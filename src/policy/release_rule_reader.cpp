// SPDX-License-Identifier: MIT
#include "policy/release_rule_reader.h"

#include <algorithm>

#include "domain/record_format.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;
using Of = ReleaseList::Of;

const std::string example_condition = "[[rule.when]] and flags = [\"legal-advice\"]";

// The words a field of the model may hold.
Words words_of(RecordType type, std::string_view field) {
    const RecordFormat& format = format_of(type);
    const auto words = format.fields[static_cast<std::size_t>(format.position(field))].words;
    return {words.begin(), words.end()};
}

Words part_kinds() {
    Words kinds = words_of(RecordType::entry, "kind");
    kinds.insert(kinds.end(), {"document", "disclosure", "involvement", "person", "material"});
    return kinds;
}

Words known_words(Of of) {
    if (of == Of::professionals) return words_of(RecordType::professional, "kind");
    if (of == Of::relations) return words_of(RecordType::relationship, "kind");
    if (of == Of::classifications) return words_of(RecordType::entry, "classification");
    if (of == Of::capacities) return {"self", "parent", "representative", "attorney", "other"};
    return part_kinds();
}

}  // namespace

void ReleaseRuleReader::read_words(const TomlTable& table, const ReleaseList& list) {
    for (const PlacedText& word : table.texts(list.key)) {
        list.into.push_back(word.text);
        if (word.text.empty()) {
            file_.error(word.place, std::string(list.key) + " has an empty text: take it out");
        } else if (list.of == Of::services) {
            if (catalogue_ && catalogue_->matching(word.text).empty())
                file_.error(word.place, "unknown service or group " + in_quotes(word.text) +
                                            did_you_mean(word.text, catalogue_->names()));
        } else if (list.of != Of::anything) {
            const Words known = known_words(list.of);
            if (std::find(known.begin(), known.end(), word.text) == known.end())
                file_.error(word.place, "unknown word " + in_quotes(word.text) + " in " + list.key +
                                            one_of(word.text, known));
        }
    }
}

void ReleaseRuleReader::read_text(const TomlTable& table, const char* key, const std::string& example,
                                  std::string& into) {
    if (const auto text = table.required_text(key, std::string(key) + " = " + example)) into = text->text;
}

ReleaseRule ReleaseRuleReader::read_rule(const toml::table& source) {
    TomlTable table(file_, source, "this rule");
    ReleaseRule rule;
    if (const auto id = table.required_id("rule", "third-party")) rule.id = id->text;
    table.refuse_unknown_keys({"id", "paragraph", "title", "lifts", "test", "decided_by", "consult", "plain",
                               "record", "second_signature", "second_signature_to_show", "look_again",
                               "lapses_at_next_request", "own_words_too", "proposal", "when"});
    read_words_for_people(table, rule);
    read_record(table, rule);
    rule.second_signature = table.flag("second_signature").value_or(false);
    rule.second_signature_to_show = table.flag("second_signature_to_show").value_or(false);
    rule.look_again = table.flag("look_again").value_or(false);
    rule.lapses_at_next_request = table.flag("lapses_at_next_request").value_or(false);
    rule.own_words_too = table.flag("own_words_too").value_or(false);
    read_conditions(table, source, rule);
    return rule;
}

void ReleaseRuleReader::read_words_for_people(const TomlTable& table, ReleaseRule& rule) {
    read_text(table, "paragraph", "\"DPA 2018 Sch 2 para 16\"", rule.paragraph);
    read_text(table, "title", "\"Legal advice\"", rule.title);
    read_text(table, "lifts", "\"UK GDPR Art 15(1)-(3)\"", rule.lifts);
    read_text(table, "test", "\"It is advice from the trust's solicitor.\"", rule.test);
    read_text(table, "decided_by", "\"the data protection officer\"", rule.decided_by);
    read_text(table, "plain", "\"This is what a lawyer told us.\"", rule.plain);
    if (table.has("consult")) read_text(table, "consult", "\"the police\"", rule.consult);
}

void ReleaseRuleReader::read_record(const TomlTable& table, ReleaseRule& rule) {
    if (!table.has("record"))
        table.report_missing("record", "record = [\"harm\"], or [] where nothing but the reason is asked");
    for (const PlacedText& key : table.texts("record")) {
        if (!is_key(key.text))
            file_.error(key.place, "what is to be recorded, " + in_quotes(key.text) +
                                       ", must be small letters and digits, joined by \"-\"");
        else if (std::find(rule.record.begin(), rule.record.end(), key.text) != rule.record.end())
            file_.error(key.place, "record names " + in_quotes(key.text) + " twice");
        else
            rule.record.push_back(key.text);
    }
}

// A proposal of the rule or of one of its conditions; empty where none is written.
std::string ReleaseRuleReader::read_proposal(const TomlTable& table) {
    const auto written = table.text("proposal");
    if (!written) return "";
    if (strength_of(written->text) == 0)
        file_.error(written->place, "unknown proposal " + in_quotes(written->text) +
                                        one_of(written->text, {"look", "weigh", "withhold", "barred"}));
    return written->text;
}

void ReleaseRuleReader::read_conditions(const TomlTable& table, const toml::table& source,
                                        ReleaseRule& rule) {
    const std::string usual = read_proposal(table);
    for (const toml::table* when : tables_of(file_, source, "when")) {
        ReleaseCondition condition = read_condition(*when, rule.id);
        if (condition.proposal.empty()) condition.proposal = usual;
        if (condition.proposal.empty())
            file_.error(file_.place_of(*when), "rule " + in_quotes(rule.id) +
                                                   " does not say what is proposed: write e.g. proposal "
                                                   "= \"weigh\" above [[rule.when]]");
        if (strength_of(condition.proposal) > strength_of(rule.proposal)) rule.proposal = condition.proposal;
        rule.when.push_back(std::move(condition));
    }
    if (rule.when.empty() && table.has("proposal"))
        file_.error(table.place_of_key("proposal"), "rule " + in_quotes(rule.id) +
                                                        " does not say when it is proposed: add e.g. " +
                                                        example_condition + ", or take proposal out");
}

ReleaseCondition ReleaseRuleReader::read_condition(const toml::table& source, const std::string& rule) {
    const TomlTable table(file_, source, "a condition of rule " + in_quotes(rule));
    ReleaseCondition condition;
    condition.proposal = read_proposal(table);
    const ReleaseList lists[] = {{"flags", condition.flags, Of::anything},
                                 {"classifications", condition.classifications, Of::classifications},
                                 {"author_kinds", condition.author_kinds, Of::professionals},
                                 {"provider_kinds", condition.provider_kinds, Of::professionals},
                                 {"services", condition.services, Of::services},
                                 {"kinds", condition.kinds, Of::parts},
                                 {"topics", condition.topics, Of::anything},
                                 {"readers", condition.readers, Of::capacities}};
    Words keys = {"proposal"};
    bool says_something = false;
    for (const ReleaseList& list : lists) {
        keys.push_back(list.key);
        read_words(table, list);
        if (table.has(list.key) && table.texts(list.key).empty())
            file_.error(table.place_of_value(list.key),
                        std::string(list.key) + " is an empty list, which nothing can be in: take it out");
        says_something = says_something || (table.has(list.key) && list.of != Of::capacities);
    }
    read_choice(table, "subject", {"child"}, condition.subject);
    read_choice(table, "about", {"third-party", "source"}, condition.about);
    read_choice(table, "unless_route", {"adoption"}, condition.unless_route);
    condition.unless_known = table.flag("unless_known").value_or(false);
    condition.in_confidence = table.flag("in_confidence").value_or(false);
    condition.provided_by_subject = table.flag("provided_by_subject").value_or(false);
    condition.subject_words = table.flag("subject_words").value_or(false);
    condition.unread = table.flag("unread").value_or(false);
    says_something = says_something || !condition.about.empty() || condition.in_confidence ||
                     condition.provided_by_subject || condition.subject_words || condition.unread;
    if (!says_something)
        file_.error(table.place(), "a condition of rule " + in_quotes(rule) +
                                       " says nothing about the part: add e.g. flags = [\"legal-advice\"]");
    keys.insert(keys.end(), {"subject", "about", "unless_route", "unless_known", "in_confidence",
                             "provided_by_subject", "subject_words", "unread"});
    table.refuse_unknown_keys(keys);
    return condition;
}

void ReleaseRuleReader::read_choice(const TomlTable& table, const char* key, const Words& known,
                                    std::string& into) {
    const auto written = table.text(key);
    if (!written) return;
    into = written->text;
    if (std::find(known.begin(), known.end(), written->text) == known.end())
        file_.error(written->place,
                    "unknown word " + in_quotes(written->text) + " in " + key + one_of(written->text, known));
}

}  // namespace casekeeper

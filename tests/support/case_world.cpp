// SPDX-License-Identifier: MIT
#include "support/case_world.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "base/text_search.h"

namespace casekeeper::test {
namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw std::invalid_argument("case world: " + what);
}

std::string next(std::istringstream& words) {
    std::string word;
    if (!(words >> word)) refuse("a line ends too early");
    return word;
}

Date next_day(std::istringstream& words) {
    const std::string word = next(words);
    const auto day = parse_date(word);
    if (!day) refuse("no day: " + word);
    return *day;
}

std::string rest_of(std::istringstream& words) {
    std::string rest;
    std::getline(words >> std::ws, rest);
    return rest;
}

// a,b,"two words"
std::vector<std::string> next_list(std::istringstream& words) {
    std::vector<std::string> list(1);
    bool quoted = false;
    words >> std::ws;
    for (int character = words.get(); character != EOF; character = words.get()) {
        if (character == '"') {
            quoted = !quoted;
        } else if (character == ' ' && !quoted) {
            break;
        } else if (character == ',' && !quoted) {
            list.emplace_back();
        } else {
            list.back() += static_cast<char>(character);
        }
    }
    return list;
}

std::string completed(const std::string& rules) {
    std::string text = "[schedule]\ntitle = \"T\"\nversion = \"1\"\n";
    std::size_t end = rules.find("[[rule]]");
    while (end != std::string::npos) {
        const std::size_t start = end;
        end = rules.find("[[rule]]", start + 1);
        const std::string rule = rules.substr(start, end == std::string::npos ? end : end - start);
        text += rule;
        if (rule.find("authority =") == std::string::npos) text += "\nauthority = \"local policy\"\n";
        if (rule.find("basis =") == std::string::npos) text += "\nbasis = \"business\"\n";
    }
    return text;
}

RetentionSchedule read_rules(const std::string& rules, const ServiceCatalogue& catalogue) {
    std::vector<Finding> findings;
    ScheduleContext context;
    context.catalogue = &catalogue;
    context.today = parse_date("2026-11-01").value();
    const std::string text = rules.find("[schedule]") == std::string::npos ? completed(rules) : rules;
    RetentionSchedule schedule = read_retention_schedule(text, "schedule.toml", context, findings);
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            refuse("line " + std::to_string(finding.line) + ": " + finding.message + "\n" + text);
    return schedule;
}

bool linked(const std::map<std::string, std::set<std::string>>& links, const std::string& one,
            const std::string& other) {
    const auto found = links.find(one);
    return found != links.end() && found->second.contains(other);
}

}  // namespace

CaseWorld::CaseWorld(ServiceCatalogue catalogue, const std::string& rules, const std::string& facts)
    : catalogue_(std::move(catalogue)), schedule_(read_rules(rules, catalogue_)) {
    std::istringstream lines(facts);
    for (std::string line; std::getline(lines, line);) read_fact(line);
}

void CaseWorld::read_fact(const std::string& line) {
    std::istringstream words(line);
    std::string kind;
    if (!(words >> kind)) return;
    if (kind == "person") return read_person(words);
    if (kind == "involvement") return read_involvement(words);
    if (kind == "entry") return read_entry(words);
    if (kind == "hold") return read_hold(words);
    const std::string of = next(words);
    const std::string name = next(words);
    if (kind == "same" || kind == "family" || kind == "adopted") {
        Links& links = kind == "same" ? same_ : kind == "family" ? family_ : adopted_;
        links[of].insert(name);
        links[name].insert(of);
        return;
    }
    InvolvementFacts& involvement = involvements_.at(of);
    if (kind == "event") return void(involvement.events.emplace_back(name, next_day(words)));
    if (kind == "attribute") return void(involvement.attributes.emplace_back(name, next(words)));
    if (kind == "role") return void(involvement.roles.emplace_back(name, next(words)));
    refuse("no fact is called " + kind);
}

void CaseWorld::read_person(std::istringstream& words) {
    PersonFacts person;
    person.id = next(words);
    for (std::string key; words >> key;) {
        const std::string value = next(words);
        if (key == "born") {
            person.birth = parse_partial_date(value);
        } else if (key == "died") {
            person.died = true;
            person.died_on = parse_date(value);
        } else {
            refuse("a person has no " + key);
        }
    }
    people_[person.id] = person;
}

void CaseWorld::read_involvement(std::istringstream& words) {
    InvolvementFacts involvement;
    involvement.id = next(words);
    involvement.person = next(words);
    involvement.service = next(words);
    involvement.service_index = catalogue_.find(involvement.service).value_or(-1);
    involvement.opened = next_day(words);
    std::string closed;
    if (words >> closed) involvement.closed = parse_date(closed).value();
    if (!people_.contains(involvement.person)) refuse("nobody is called " + involvement.person);
    involvements_[involvement.id] = involvement;
}

void CaseWorld::read_entry(std::istringstream& words) {
    InvolvementFacts& involvement = involvements_.at(next(words));
    Entry entry;
    entry.day = next_day(words);
    entry.account = rest_of(words);
    entry.contact = entry.account.starts_with("contact");
    const auto later = [&](const std::optional<Date>& day) {
        return std::max(day.value_or(entry.day), entry.day);
    };
    involvement.last_entry_on = later(involvement.last_entry_on);
    if (entry.contact) involvement.last_contact_on = later(involvement.last_contact_on);
    entries_[involvement.id].push_back(entry);
}

void CaseWorld::read_hold(std::istringstream& words) {
    Hold hold;
    hold.id = next(words);
    for (std::string key; words >> key;) {
        if (key == "from") {
            hold.from = next_day(words);
        } else if (key == "released") {
            hold.released_on = next_day(words);
        } else if (key == "opened-from") {
            hold.opened_from = next_day(words);
        } else if (key == "opened-to") {
            hold.opened_to = next_day(words);
        } else if (key == "persons") {
            hold.persons = next_list(words);
        } else if (key == "involvements") {
            hold.involvements = next_list(words);
        } else if (key == "services") {
            hold.services = next_list(words);
        } else if (key == "words") {
            hold.words = next_list(words);
        } else {
            refuse("a hold has no " + key);
        }
    }
    holds_.push_back(hold);
}

CaseFile CaseWorld::file_of(const std::string& person) const {
    std::set<std::string> records;
    std::vector<std::string> waiting = {person};
    while (!waiting.empty()) {
        const std::string record = waiting.back();
        waiting.pop_back();
        if (!people_.contains(record) || !records.insert(record).second) continue;
        if (const auto same = same_.find(record); same != same_.end())
            waiting.insert(waiting.end(), same->second.begin(), same->second.end());
    }
    CaseFile file;
    for (const std::string& record : records) file.people.push_back(people_.at(record));
    for (const auto& [id, involvement] : involvements_)
        if (records.contains(involvement.person)) file.involvements.push_back(involvement);
    return file;
}

std::vector<Decision> CaseWorld::decide_all(const std::string& person, Date day, bool explain) {
    const RetentionEvaluator evaluator(schedule_, catalogue_);
    return evaluator.evaluate(file_of(person), HoldIndex(holds_), *this, day, explain);
}

Decision CaseWorld::decide(const std::string& id, Date day) {
    const auto involvement = involvements_.find(id);
    const std::string& person = involvement == involvements_.end() ? id : involvement->second.person;
    for (Decision& decision : decide_all(person, day, true))
        if (decision.involvement == id || (decision.involvement.empty() && decision.person == id))
            return decision;
    refuse("nothing is decided on " + id);
}

std::string CaseWorld::words(const Decision& decision) const {
    std::string text = to_text(decision.outcome);
    if (decision.rule >= 0) text += " " + schedule_.rules[static_cast<std::size_t>(decision.rule)].id;
    if (decision.retain_until) text += " " + to_text(*decision.retain_until);
    if (decision.minimise_on) text += " minimise " + to_text(*decision.minimise_on);
    if (decision.transfer_on) text += " transfer " + to_text(*decision.transfer_on);
    if (decision.conflict) text += " conflict";
    if (!decision.holds.empty()) text += " holds";
    for (const std::string& hold : decision.holds) text += " " + hold;
    return text;
}

const std::vector<PersonFacts>& CaseWorld::person(const std::string& id) {
    return asked_[id] = file_of(id).people;
}

// The records one relationship away, with those joined to them.
std::set<std::string> CaseWorld::reached(const std::set<std::string>& from,
                                         const std::set<std::string>& closed) const {
    std::set<std::string> found;
    for (const std::string& record : from) {
        const auto relatives = family_.find(record);
        if (relatives == family_.end()) continue;
        for (const std::string& relative : relatives->second) {
            if (closed.contains(relative) || linked(adopted_, record, relative)) continue;
            for (const PersonFacts& joined : file_of(relative).people)
                if (!closed.contains(joined.id)) found.insert(joined.id);
        }
    }
    return found;
}

const std::vector<FamilyInvolvement>& CaseWorld::family(const CaseFile& file,
                                                        std::vector<std::string>& people) {
    family_asked_ = true;
    std::set<std::string> own;
    std::set<std::string> closed;
    for (const PersonFacts& record : file.people) own.insert(record.id);
    for (const std::string& record : own)
        if (const auto links = adopted_.find(record); links != adopted_.end())
            closed.insert(links->second.begin(), links->second.end());
    std::set<std::string> family = reached(own, closed);
    family.merge(reached(family, closed));
    family_involvements_.clear();
    for (const auto& [id, involvement] : involvements_)
        if (family.contains(involvement.person) && !own.contains(involvement.person))
            family_involvements_.push_back(
                {id, involvement.person, involvement.service_index, involvement.opened, involvement.closed});
    std::set_difference(family.begin(), family.end(), own.begin(), own.end(), std::back_inserter(people));
    return family_involvements_;
}

EntryDays CaseWorld::entry_days(const std::string& involvement, Date day) {
    EntryDays days;
    const auto latest = [](std::optional<Date>& known, Date found) {
        known = std::max(known.value_or(found), found);
    };
    for (const Entry& entry : entries_[involvement]) {
        if (entry.day > day) {
            days.next_entry_on = std::min(days.next_entry_on.value_or(entry.day), entry.day);
            continue;
        }
        latest(days.last_entry_on, entry.day);
        if (entry.contact) latest(days.last_contact_on, entry.day);
    }
    return days;
}

bool CaseWorld::narrative_has(const std::string& involvement, const std::vector<std::string>& words) {
    return narrative_has_by(involvement, words, parse_date("2999-12-31").value());
}

bool CaseWorld::narrative_has_by(const std::string& involvement, const std::vector<std::string>& words,
                                 Date day) {
    const std::vector<Entry>& entries = entries_[involvement];
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.day <= day && has_whole_word(entry.account, words);
    });
}

const ServiceCatalogue& shipped_catalogue() {
    static const ServiceCatalogue catalogue = [] {
        std::vector<Finding> findings;
        ServiceCatalogue read = ServiceCatalogue::read(text_of("config/service_catalogue.toml"),
                                                       "service_catalogue.toml", findings);
        if (!findings.empty()) refuse("the shipped catalogue: " + findings.front().message);
        return read;
    }();
    return catalogue;
}

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(CASEKEEPER_SOURCE) + "/" + path);
    if (!file) refuse("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
#include "policy/keeping_words.h"

#include <algorithm>

#include "base/plain_words.h"
#include "policy/condition_words.h"
#include "policy/date_words.h"

namespace casekeeper {
namespace {

// Of an authority: that it is no law but the trust's own.
constexpr std::string_view own_period = "local policy";

bool has(const std::vector<int>& services, int service) {
    return std::binary_search(services.begin(), services.end(), service);
}

std::string names_in_words(const std::vector<std::string>& fields) {
    std::vector<std::string> words;
    words.reserve(fields.size());
    for (const std::string& field : fields) words.push_back(with_spaces(field));
    return listed_in_words(words, "and");
}

class RuleWriter {
public:
    RuleWriter(const Rule& rule, const RetentionSchedule& schedule, const ServiceCatalogue& catalogue)
        : rule_(rule), schedule_(schedule), catalogue_(catalogue) {}

    KeepingWords write() const {
        KeepingWords words;
        words.rule = rule_.id;
        words.title = rule_.title.empty() ? with_spaces(rule_.id) : rule_.title;
        words.period = rule_.is_end_rule() ? until() : from();
        words.how_long = capital(condition() + words.period) + ".";
        words.plainly = words.how_long;
        if (rule_.applies_if && asks_of_attributes(*rule_.applies_if))
            words.plainly = "In some cases: " + words.period + ".";
        words.then = then();
        words.care = care();
        words.why = why();
        words.of_death = rule_.applies_if && asks_of_death(*rule_.applies_if);
        words.on_the_way = !rule_.is_end_rule();
        return words;
    }

private:
    std::string condition() const {
        if (rule_.applies_if)
            return "if " + condition_in_words(*rule_.applies_if, schedule_, catalogue_) + ": ";
        return rule_.is_default ? "where no other rule fits: " : "";
    }

    std::string until() const {
        if (rule_.action == Action::permanent) return "for good";
        if (!rule_.until) return "for as long as a person decides, once the service has ended";
        const std::string day = "until " + day_in_words(*rule_.until, schedule_);
        if (rule_.bound == Bound::at_least) return "at least " + day;
        return rule_.is_ceiling() ? "at most " + day : day;
    }

    // What happens on the way; the record itself is kept.
    std::string from() const {
        const std::string day = "from " + day_in_words(*rule_.until, schedule_) + ", ";
        if (rule_.action == Action::transfer) return day + "it is passed on to " + rule_.transfer_to;
        return rule_.keep.empty() ? day + "this is taken out: " + names_in_words(rule_.remove)
                                  : day + "only this stays in it: " + names_in_words(rule_.keep);
    }

    std::string then() const {
        const bool by_then = rule_.is_ceiling();
        switch (rule_.action) {
            case Action::destroy:
                return by_then ? "By then it is destroyed, so that nobody can bring it back."
                               : "Then it is destroyed, so that nobody can bring it back.";
            case Action::anonymise:
                return std::string(by_then ? "By" : "From") +
                       " then all that shows who you are is taken out of it.";
            case Action::archive:
                return "Then it goes to an archive, which keeps it for good.";
            case Action::review:
                return "Then a person looks at it, and decides if it is destroyed or kept for longer.";
            case Action::decide:
                return rule_.until ? "Then a person decides if it is destroyed or kept for longer." : "";
            case Action::permanent:
                return "It is not destroyed.";
            case Action::minimise:
            case Action::transfer:
                break;
        }
        return "";
    }

    std::string care() const {
        std::string text;
        const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
        if (rule_.not_while)
            say("It does not go while " + condition_in_words(*rule_.not_while, schedule_, catalogue_) + ".");
        if (rule_.notify_before)
            say("We try to tell you " + period_in_words(*rule_.notify_before) + " before it goes.");
        if (rule_.is_end_rule() && rule_.action != Action::permanent)
            say(rule_.approvals == 1
                    ? "A person has to agree before it goes."
                    : std::to_string(rule_.approvals) + " people have to agree before it goes.");
        if (rule_.covers != Covers::involvement) say("What else is kept as long: " + what_else() + ".");
        if (!rule_.replaces_rules.empty()) say("This counts in place of " + replaced() + ".");
        return text;
    }

    std::string what_else() const {
        if (rule_.covers == Covers::person) return "everything that we keep about you";
        std::vector<std::string> files;
        for (const int service : rule_.services) {
            const Service& one = catalogue_.services()[static_cast<std::size_t>(service)];
            const std::string file = "the rest of your " + file_in_words(one.file);
            if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
        }
        return listed_in_words(files, "and");
    }

    std::string replaced() const {
        std::vector<std::string> titles;
        for (const int index : rule_.replaces_rules) {
            const Rule& other = schedule_.rules[static_cast<std::size_t>(index)];
            titles.push_back("“" + (other.title.empty() ? with_spaces(other.id) : other.title) + "”");
        }
        return listed_in_words(titles, "and");
    }

    std::string why() const {
        if (rule_.basis == Basis::statute) return "The law says so: " + rule_.authority + ".";
        if (rule_.basis == Basis::guidance) return "Official guidance says so: " + rule_.authority + ".";
        std::string said = rule_.authority;
        if (said.starts_with(own_period)) said.erase(0, own_period.size());
        said.erase(0, said.find_first_not_of(": "));
        return said.empty() ? "This is our own rule." : "This is our own rule: " + said + ".";
    }

    const Rule& rule_;
    const RetentionSchedule& schedule_;
    const ServiceCatalogue& catalogue_;
};

}  // namespace

KeepingWords keeping_in_words(const Rule& rule, const RetentionSchedule& schedule,
                              const ServiceCatalogue& catalogue) {
    return RuleWriter(rule, schedule, catalogue).write();
}

std::vector<int> rules_of_service(const RetentionSchedule& schedule, int service) {
    std::vector<int> found;
    bool always = false;  // an end rule applies, whatever the facts are
    for (const Rule& rule : schedule.rules)
        always = always ||
                 (has(rule.services, service) && rule.is_end_rule() && !rule.is_default && !rule.applies_if);
    for (std::size_t at = 0; at < schedule.rules.size(); ++at) {
        const Rule& rule = schedule.rules[at];
        if (has(rule.services, service) && !(rule.is_default && always))
            found.push_back(static_cast<int>(at));
    }
    return found;
}

std::vector<int> rules_reaching_service(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue,
                                        int service) {
    std::vector<int> found;
    for (std::size_t at = 0; at < schedule.rules.size(); ++at) {
        const Rule& rule = schedule.rules[at];
        if (rule.covers == Covers::involvement || has(rule.services, service)) continue;
        const bool reaches = rule.covers == Covers::person ||
                             std::any_of(rule.services.begin(), rule.services.end(), [&](int other) {
                                 return catalogue.file_group(other) == catalogue.file_group(service);
                             });
        if (reaches) found.push_back(static_cast<int>(at));
    }
    return found;
}

bool tells_of_these_only(const Rule& rule, const ServiceCatalogue& catalogue,
                         const std::set<std::string>& told) {
    return std::any_of(rule.services.begin(), rule.services.end(), [&](int service) {
        return told.contains(catalogue.services()[static_cast<std::size_t>(service)].id);
    });
}

std::string file_in_words(const std::string& file_group) {
    return with_spaces(file_group) + " file";
}

}  // namespace casekeeper

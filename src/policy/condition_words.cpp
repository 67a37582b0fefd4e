// SPDX-License-Identifier: MIT
#include "policy/condition_words.h"

#include <algorithm>

#include "base/plain_words.h"
#include "policy/date_words.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

std::string quoted(const std::string& code) {
    return "“" + with_spaces(code) + "”";
}

// Writes a condition; a negation is carried inward to the tests, so that no sentence says "not" of another.
class ConditionWriter {
public:
    ConditionWriter(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue)
        : schedule_(schedule), catalogue_(catalogue) {}

    std::string write(const Condition& condition, bool negated) const {
        using Kind = Condition::Kind;
        switch (condition.kind) {
            case Kind::all:
                return joined(condition, negated, !negated);
            case Kind::any:
                return joined(condition, negated, negated);
            case Kind::negation:
                return write(condition.parts.front(), !negated);
            case Kind::died:
                return negated ? "the person has not died" : "the person has died";
            case Kind::died_before:
                return std::string("the person ") + (negated ? "did not die" : "died") + " before " +
                       age_in_words(condition.period);
            case Kind::recorded:
                return recorded(condition.trigger, negated);
            case Kind::before:
            case Kind::after:
                return comparison(condition, negated);
            case Kind::ever:
                return std::string(negated ? "you never had " : "you ever had ") +
                       services_in_words(condition.services);
            case Kind::open:
                return std::string(negated ? "you do not now have " : "you now have ") +
                       services_in_words(condition.services);
            case Kind::family_open:
                return family(condition, negated);
            case Kind::equals:
                return attribute(condition.attribute, {quoted(condition.word)}, negated);
            case Kind::differs:
                return attribute(condition.attribute, {quoted(condition.word)}, !negated);
        }
        return "";
    }

private:
    // Tests of one attribute are one test with several words.
    std::string joined(const Condition& condition, bool negated, bool by_and) const {
        Words words;
        std::string of;  // the attribute whose words are being gathered
        bool is_not = false;
        Words gathered;
        const auto end_gathering = [&] {
            if (!gathered.empty()) words.push_back(attribute(of, gathered, is_not));
            gathered.clear();
        };
        for (const Condition& part : condition.parts) {
            if (by_and && goes_without_saying(part, negated, condition)) continue;
            const auto test = attribute_test(part, negated);
            // "a or b" of what is, "a and b" of what is not: else each stands alone.
            if (test && test->is_not == by_and) {
                if (test->attribute != of || test->is_not != is_not) end_gathering();
                of = test->attribute;
                is_not = test->is_not;
                gathered.push_back(quoted(test->word));
                continue;
            }
            end_gathering();
            const std::string one = write(part, negated);
            const bool is_compound = part.kind == Condition::Kind::all || part.kind == Condition::Kind::any ||
                                     part.kind == Condition::Kind::negation;
            words.push_back(is_compound && binds_looser(part, negated, by_and) ? "either " + one : one);
        }
        end_gathering();
        return listed(words, by_and ? "and" : "or");
    }

    // That a day is noted, where another test of the same "and" says when it was.
    static bool goes_without_saying(const Condition& part, bool negated, const Condition& all) {
        if (part.kind != Condition::Kind::recorded || negated) return false;
        return std::any_of(all.parts.begin(), all.parts.end(), [&](const Condition& one) {
            const Condition& inner = one.kind == Condition::Kind::negation ? one.parts.front() : one;
            const bool compares =
                inner.kind == Condition::Kind::before || inner.kind == Condition::Kind::after;
            return compares && inner.dates.front().kind == DateTerm::Kind::trigger &&
                   inner.dates.front().trigger == part.trigger;
        });
    }

    // Is it an "or" that stands within an "and"?
    static bool binds_looser(const Condition& part, bool negated, bool within_and) {
        const Condition* inner = &part;
        while (inner->kind == Condition::Kind::negation) {
            inner = &inner->parts.front();
            negated = !negated;
        }
        if (inner->kind != Condition::Kind::all && inner->kind != Condition::Kind::any) return false;
        const bool is_or = (inner->kind == Condition::Kind::any) != negated;
        const bool all_of_one =
            std::all_of(inner->parts.begin(), inner->parts.end(), [&](const Condition& one) {
                const auto test = attribute_test(one, negated);
                return test && test->attribute == attribute_test(inner->parts.front(), negated)->attribute;
            });
        return within_and && is_or && !all_of_one;
    }

    struct AttributeTest {
        std::string attribute;
        std::string word;
        bool is_not = false;
    };
    static std::optional<AttributeTest> attribute_test(const Condition& condition, bool negated) {
        if (condition.kind == Condition::Kind::negation)
            return attribute_test(condition.parts.front(), !negated);
        if (condition.kind != Condition::Kind::equals && condition.kind != Condition::Kind::differs)
            return std::nullopt;
        return AttributeTest{condition.attribute, condition.word,
                             (condition.kind == Condition::Kind::differs) != negated};
    }

    static std::string listed(const Words& words, const std::string& word) {
        std::string text;
        for (const std::string& one : words) text += (text.empty() ? "" : ", " + word + " ") + one;
        if (words.size() == 2) return words[0] + " " + word + " " + words[1];
        return text;
    }

    static std::string attribute(const std::string& name, const Words& words, bool is_not) {
        return quoted(name) + (is_not ? " is not noted as " : " is noted as ") + listed_in_words(words, "or");
    }

    static std::string age_in_words(const Period& age) {
        if (age.months == 0 && age.days == 0) return "their " + ordinal(age.years) + " birthday";
        return "the age of " + period_in_words(age);
    }

    static std::string recorded(const Trigger& trigger, bool negated) {
        if (trigger.kind == TriggerKind::event && trigger.name == "order-made")
            return negated ? "no order was made" : "an order was made";
        return std::string(negated ? "it is not noted when " : "it is noted when ") +
               trigger_in_words(trigger);
    }

    std::string comparison(const Condition& condition, bool negated) const {
        const DateTerm& one = condition.dates.front();
        const bool before = condition.kind == Condition::Kind::before;
        std::string how = before ? "before" : "after";
        if (negated) how = before ? "on or after" : "on or before";
        const std::string other = day_in_words(condition.dates.back(), schedule_);
        if (one.kind == DateTerm::Kind::trigger)
            return trigger_in_words(one.trigger) + " " + how + " " + other;
        return day_in_words(one, schedule_) + " lies " + how + " " + other;
    }

    bool is_every_service(const std::vector<int>& services) const {
        return services.size() == catalogue_.services().size();
    }

    std::string family(const Condition& condition, bool negated) const {
        const std::string who = negated ? "nobody in your family " : "somebody in your family ";
        return who + (is_every_service(condition.services)
                          ? "gets help from us"
                          : "now has " + services_in_words(condition.services));
    }

    std::string services_in_words(const std::vector<int>& services) const {
        if (is_every_service(services)) return "any service from us";
        std::vector<int> left = services;
        Words words;
        for (const int service : services) {
            if (std::find(left.begin(), left.end(), service) == left.end()) continue;
            const Service& one = catalogue_.services()[static_cast<std::size_t>(service)];
            words.push_back("“" + take_group(one, left).value_or(one.title) + "”");
            std::erase(left, service);
        }
        return "any of these: " + listed_in_words(words, "or");
    }

    // The name of a group of two or more that is there whole; takes its services away.
    std::optional<std::string> take_group(const Service& service, std::vector<int>& left) const {
        for (const std::string& group : service.groups) {
            const std::vector<int> members = catalogue_.matching(group);
            if (members.size() < 2 ||
                !std::includes(left.begin(), left.end(), members.begin(), members.end()))
                continue;
            for (const int member : members) std::erase(left, member);
            return with_spaces(group);
        }
        return std::nullopt;
    }

    const RetentionSchedule& schedule_;
    const ServiceCatalogue& catalogue_;
};

}  // namespace

std::string condition_in_words(const Condition& condition, const RetentionSchedule& schedule,
                               const ServiceCatalogue& catalogue) {
    return ConditionWriter(schedule, catalogue).write(condition, false);
}

bool asks_of_death(const Condition& condition) {
    return condition.kind == Condition::Kind::died || condition.kind == Condition::Kind::died_before ||
           std::any_of(condition.parts.begin(), condition.parts.end(), asks_of_death);
}

bool asks_of_attributes(const Condition& condition) {
    return condition.kind == Condition::Kind::equals || condition.kind == Condition::Kind::differs ||
           std::any_of(condition.parts.begin(), condition.parts.end(), asks_of_attributes);
}

}  // namespace casekeeper

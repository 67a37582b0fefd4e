// SPDX-License-Identifier: MIT
//
// The benchmark's trust: invented people in families, and the services they had since about 1960. Each person
// and each involvement is computed from the seed and its number whenever it is asked for; nothing is kept.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bundle_lines.h"
#include "dice.h"
#include "trust_vocabulary.h"

namespace casekeeper::bench {

namespace chrono = std::chrono;

constexpr Days last_day = chrono::year{2026} / 10 / 31;
constexpr Days first_birth = chrono::year{1930} / 1 / 1;
constexpr int years_of_records = 66;
constexpr int people_a_block = 10, involvements_a_block = 20, entries_a_block = 50;

struct Family {
    std::int64_t number = 0;
    Days known_since;
};

struct Person {
    std::int64_t number = 0;
    Family family;
    bool adult = false;
    std::optional<Days> born;  // absent: not known, or not born yet
    Days known_since;
    std::string birth;  // as it is recorded
    std::optional<Days> died;
    bool died_sometime = false;
    std::optional<std::int64_t> adopted_from;
    std::optional<std::int64_t> same_as;
};

struct Involvement {
    std::int64_t number = 0;
    Person person;
    ServiceShare service{};
    Days opened;
    std::optional<Days> closed;
    std::string events, attributes, roles;
};

// Everything about the trust, each thing computed when it is asked for.
class Trust {
public:
    Trust(std::int64_t involvements, std::uint64_t seed) : involvements_(involvements), seed_(seed) {}

    std::int64_t involvements() const { return involvements_; }
    std::int64_t people() const { return std::max<std::int64_t>(1, involvements_ / 2); }
    std::int64_t entries() const { return involvements_ * 5; }
    std::int64_t professionals() const { return std::max<std::int64_t>(1, people() / 200); }
    std::int64_t holds() const { return std::max<std::int64_t>(4, involvements_ / 2000); }
    Dice dice(About about, std::int64_t number) const {
        return {seed_, about, static_cast<std::uint64_t>(number)};
    }

    Person person(std::int64_t number) const;
    Involvement involvement(std::int64_t number) const;
    std::int64_t involvement_of_entry(std::int64_t entry) const;
    std::string professional(Dice& dice) const {
        return id_of('W',
                     static_cast<std::int64_t>(dice.next() % static_cast<std::uint64_t>(professionals())));
    }

private:
    Family family(std::int64_t person) const;
    void set_birth(Person& person, Dice& dice) const;
    void set_death(Person& person, Dice& dice) const;
    const ServiceShare& service_for(const Person& person, Dice& dice) const;

    const std::int64_t involvements_;
    const std::uint64_t seed_;
};

// Of ten people four, three and two are families, and one is alone.
constexpr int family_starts[people_a_block] = {0, 0, 0, 0, 4, 4, 4, 7, 7, 9};
// How many of a block's involvements each of its people has, and of ten involvements' entries each of those.
constexpr int involvements_each[people_a_block] = {1, 1, 1, 1, 1, 2, 2, 3, 3, 5};
constexpr int entries_each[people_a_block] = {1, 1, 2, 2, 3, 4, 5, 7, 10, 15};

// Whose turn the slot is, where ten take the shares in an order of their own.
inline int holder_of(int slot, const int (&shares)[people_a_block], Dice& dice) {
    const int turned = dice.below(people_a_block);
    for (int i = 0; i < people_a_block; ++i) {
        slot -= shares[i];
        if (slot < 0) return (i * 3 + turned) % people_a_block;
    }
    return people_a_block - 1;
}

// Most families came in later years than 1990.
inline Family Trust::family(std::int64_t person) const {
    const std::int64_t block = person / people_a_block;
    const std::int64_t number = block * people_a_block + family_starts[person % people_a_block];
    Dice dice = this->dice(About::family, number);
    const double place =
        (static_cast<double>(number) + dice.share()) / static_cast<double>(people() + people_a_block);
    const double days_ago = years_of_records * 365.0 * std::pow(1.0 - place, 1.7);
    return {number, last_day - chrono::days(60 + static_cast<int>(days_ago))};
}

inline void Trust::set_birth(Person& person, Dice& dice) const {
    const int age = person.adult ? dice.between(18 * 365, 45 * 365) : dice.between(-2 * 365, 17 * 365);
    const Days born = std::max(first_birth, person.family.known_since - chrono::days(age));
    if (born > last_day || dice.permille(4)) return;
    person.born = born;
    person.birth = to_text(born);
    if (dice.permille(10)) person.birth.resize(dice.permille(600) ? 7 : 4);
}

inline void Trust::set_death(Person& person, Dice& dice) const {
    if (!person.born || !dice.permille(20)) return;
    if (dice.permille(60)) {
        person.died_sometime = true;
        return;
    }
    // A third die as children, which shortens what is kept.
    const Days from = person.known_since;
    const int most = dice.permille(350) ? 6 * 365 : 40 * 365;
    const int days = std::min(most, static_cast<int>((last_day - from).count()));
    person.died = from + chrono::days(dice.below(days + 1));
}

inline Person Trust::person(std::int64_t number) const {
    Person person;
    person.number = number;
    person.family = family(number);
    const int place = static_cast<int>(number % people_a_block);
    Dice dice = this->dice(About::person, number);
    person.adult = place == 0 || place == 4 || (place == 9 && dice.permille(500));
    set_birth(person, dice);
    person.known_since = std::max(person.family.known_since, person.born.value_or(person.family.known_since));
    set_death(person, dice);
    Dice block = this->dice(About::block, number / people_a_block);
    if (place == 9 && block.permille(30)) {
        person.same_as = number - 1;
        // The second record of one human knows the same birth, now and then only its year.
        Person first = this->person(number - 1);
        person.birth = block.permille(200) ? first.birth.substr(0, 4) : first.birth;
    } else if (place == 9 && block.permille(25)) {
        person.adopted_from = number - 3;
    }
    return person;
}

inline const ServiceShare& Trust::service_for(const Person& person, Dice& dice) const {
    static const auto totals = [] {
        int children = 0, adults = 0;
        for (const ServiceShare& service : services) {
            children += service.children;
            adults += service.adults;
        }
        return std::pair(children, adults);
    }();
    int drawn = dice.below(person.adult ? totals.second : totals.first);
    for (const ServiceShare& service : services) {
        drawn -= person.adult ? service.adults : service.children;
        if (drawn < 0) return service;
    }
    return services.front();
}

inline std::string narrative(Dice& dice) {
    const int most = dice.between(240, 360);
    std::string text;
    while (static_cast<int>(text.size()) < most) {
        if (!text.empty()) text += ' ';
        text += dice.one_of(phrases);
    }
    if (static_cast<int>(text.size()) > most) text.erase(text.rfind(' ', static_cast<std::size_t>(most)));
    // What a hold by words looks for (holds.sh): one entry in a thousand.
    if (dice.permille(1)) text += " A solicitor wrote about the court order.";
    return text;
}

inline Days some_day(Days from, Days to, Dice& dice) {
    return from + chrono::days(dice.below(std::max(0, static_cast<int>((to - from).count())) + 1));
}

inline void set_approval(const Involvement& involvement, Words& events, Dice& dice) {
    if (!involvement.closed || dice.permille(50)) return;
    const int how = dice.below(100);
    if (how < 62) events.add("approval-ended", *involvement.closed);
    if (how >= 60 && how < 78) events.add("placement-ended", *involvement.closed);
    if (how >= 77) events.add("refused-or-withdrawn", *involvement.closed);
}

inline void set_allegation(const Involvement& involvement, Words& attributes, Words& roles, Dice& dice) {
    static constexpr std::array<std::string_view, 8> findings = {
        "substantiated", "unsubstantiated", "unsubstantiated", "unfounded",
        "unfounded",     "malicious",       "advice",          "not-progressed"};
    if (dice.permille(900)) attributes.add("outcome", dice.one_of(findings));
    if (dice.permille(850)) roles.add("alleged-perpetrator", id_of('P', involvement.person.number));
}

inline void set_justice(const Involvement& involvement, Words& events, Words& attributes, Dice& dice) {
    static constexpr std::array<std::string_view, 5> disposals = {
        "out-of-court", "out-of-court", "referral-order", "youth-rehabilitation-order",
        "detention-and-training"};
    events.add("order-made", involvement.opened);
    if (involvement.closed && dice.permille(960)) events.add("order-ended", *involvement.closed);
    if (dice.permille(970)) attributes.add("disposal", dice.one_of(disposals));
    if (!dice.permille(30)) return;
    attributes.add("offence", "sexual");
    if (involvement.closed && dice.permille(700))
        events.add("register-term-end", *involvement.closed + chrono::days(dice.between(700, 2500)));
}

// What the rules of its service ask for.
inline void set_details(Involvement& involvement, std::int64_t people, Dice& dice) {
    Words events, attributes, roles;
    const Days last = involvement.closed.value_or(last_day);
    switch (involvement.service.needs) {
        case Needs::order:
            events.add("order-made", involvement.opened);
            if (involvement.closed) events.add("order-ended", *involvement.closed);
            break;
        case Needs::placement:
            if (involvement.closed) events.add("placement-ended", *involvement.closed);
            break;
        case Needs::adoption:
            if (dice.permille(involvement.service.id == "adoption-placement" ? 750 : 350))
                events.add("order-made", some_day(involvement.opened, last, dice));
            break;
        case Needs::approval:
            set_approval(involvement, events, dice);
            break;
        case Needs::allegation:
            set_allegation(involvement, attributes, roles, dice);
            break;
        case Needs::justice:
            set_justice(involvement, events, attributes, dice);
            break;
        case Needs::complaint:
            if (dice.permille(15)) attributes.add("record", "management-summary");
            break;
        case Needs::accommodation:
            if (dice.permille(120)) attributes.add("record", "schedule-3");
            break;
        case Needs::volunteer:
            if (dice.permille(950))
                roles.add(
                    "supported-child",
                    id_of('P', static_cast<std::int64_t>(dice.next() % static_cast<std::uint64_t>(people))));
            break;
        case Needs::research:
            if (dice.permille(750)) events.add("project-end", last + chrono::days(dice.between(-100, 900)));
            break;
        case Needs::minutes:
            events.add("minutes-approved", last);
            break;
        case Needs::plan:
            events.add("award", some_day(involvement.opened, last, dice));
            break;
        case Needs::from_sixteen:
        case Needs::nothing:
            break;
    }
    if (dice.permille(10)) events.add("created", involvement.opened);
    if (dice.permille(200)) attributes.add("medium", dice.permille(700) ? "electronic" : "paper");
    involvement.events = events.json();
    involvement.attributes = attributes.json();
    involvement.roles = roles.json();
}

inline Involvement Trust::involvement(std::int64_t number) const {
    const std::int64_t slot = scattered(number, 4000, involvements_);
    const std::int64_t block = slot / involvements_a_block;
    Dice turns = dice(About::block, block + (1LL << 40));
    const int holder = holder_of(static_cast<int>(slot % involvements_a_block), involvements_each, turns);

    Involvement involvement;
    involvement.number = number;
    involvement.person = person(std::min(block * people_a_block + holder, people() - 1));
    const Person& person = involvement.person;
    Dice dice = this->dice(About::involvement, number);
    involvement.service = service_for(person, dice);
    Days opened =
        person.known_since + chrono::days(dice.permille(400) ? dice.below(60) : dice.below(5 * 365));
    if (involvement.service.needs == Needs::from_sixteen && person.born)
        opened = std::max(opened, *person.born + chrono::days(dice.between(16 * 365 + 4, 21 * 365)));
    involvement.opened = std::min(opened, last_day - chrono::days(dice.between(1, 40)));
    if (person.born) involvement.opened = std::max(involvement.opened, *person.born);
    const double length = -std::log(1.0 - dice.share()) * involvement.service.days;
    const Days closed = involvement.opened + chrono::days(static_cast<int>(length));
    if (closed <= last_day && !dice.permille(15)) involvement.closed = closed;
    set_details(involvement, people(), dice);
    return involvement;
}

inline std::int64_t Trust::involvement_of_entry(std::int64_t entry) const {
    const std::int64_t slot = scattered(entry, 20000, entries());
    const std::int64_t block = slot / entries_a_block;
    Dice turns = dice(About::block, block + (1LL << 41));
    const int holder = holder_of(static_cast<int>(slot % entries_a_block), entries_each, turns);
    return std::min(block * people_a_block + holder, involvements_ - 1);
}

}  // namespace casekeeper::bench

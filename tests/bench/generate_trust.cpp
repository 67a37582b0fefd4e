// SPDX-License-Identifier: MIT
//
// Writes the benchmark's trust as a bundle: invented people, half as many as involvements, their families,
// the services they had since about 1960, five entries an involvement, and some holds. Every line is computed
// from the seed and its own number, so that memory does not grow with the trust, two runs write the same
// bytes, and a bundle of changes can be written without reading the first.
//
//   generate_trust INVOLVEMENTS DIR [--seed N] [--change PERMILLE]
//
// With --change, DIR gets what changed of PERMILLE thousandths of the involvements: closings, births, new
// entries. Exit 64: misused; 73: a file cannot be written.
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "trust_vocabulary.h"

namespace casekeeper::bench {
namespace {

namespace chrono = std::chrono;
using Days = chrono::sys_days;

constexpr Days last_day = chrono::year{2026} / 10 / 31;
constexpr Days first_birth = chrono::year{1930} / 1 / 1;
constexpr int years_of_records = 66;
constexpr int people_a_block = 10, involvements_a_block = 20, entries_a_block = 50;

// ── Chance ──

std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

enum class About : std::uint64_t {
    person = 1,
    family,
    involvement,
    entry,
    hold,
    professional,
    block,
    change
};

// Throws that depend on the seed and on what they are about, and on nothing else.
class Dice {
public:
    Dice(std::uint64_t seed, About about, std::uint64_t number)
        : state_(mixed(seed ^ mixed(static_cast<std::uint64_t>(about) ^ mixed(number)))) {}

    std::uint64_t next() { return state_ = mixed(state_); }
    // 0 <= result < sides. REQUIRES: sides > 0.
    int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool permille(int chance) { return below(1000) < chance; }
    double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    template <typename List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

private:
    std::uint64_t state_;
};

// A one-to-one mapping of the numbers of a window on each other: what belongs together lies near, not side by
// side.
std::int64_t scattered(std::int64_t number, std::int64_t window, std::int64_t total) {
    const std::int64_t start = number / window * window;
    const std::int64_t size = std::min(window, total - start);
    std::int64_t step = 1237;
    while (std::gcd(step, size) != 1) ++step;
    return start + ((number - start) * step + 17) % size;
}

// ── Writing ──

void append_number(std::string& text, std::int64_t number, int digits) {
    char buffer[20];
    const char* const start = buffer;
    const char* const end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    for (auto missing = digits - (end - start); missing > 0; --missing) text += '0';
    text.append(start, end);
}

std::string id_of(char letter, std::int64_t number) {
    std::string id(1, letter);
    append_number(id, number, 8);
    return id;
}

std::string to_text(Days day) {
    const chrono::year_month_day date{day};
    std::string text;
    append_number(text, static_cast<int>(date.year()), 4);
    text += '-';
    append_number(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_number(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

// One JSON object a line. REQUIRES: texts that need no escape.
class LineFile {
public:
    LineFile(const std::string& folder, const std::string& type)
        : type_(type), path_(folder + "/" + type + ".jsonl") {
        file_ = std::fopen(path_.c_str(), "wb");
        if (file_ == nullptr) throw std::runtime_error("cannot write " + path_);
        buffer_.reserve(buffer_bytes + 4096);
    }
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;
    ~LineFile() {
        if (file_ != nullptr) std::fclose(file_);
    }

    void begin() { buffer_ += R"({"type":")" + type_ + '"'; }
    void text(std::string_view name, std::string_view value) {
        this->name(name);
        buffer_ += '"';
        buffer_ += value;
        buffer_ += '"';
    }
    // A value that is JSON already; none where it is empty.
    void json(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        this->name(name);
        buffer_ += value;
    }
    void end() {
        buffer_ += "}\n";
        if (buffer_.size() >= buffer_bytes) flush();
    }
    void close() {
        flush();
        const int closed = std::fclose(file_);
        file_ = nullptr;
        if (closed != 0) throw std::runtime_error("cannot write " + path_);
    }

private:
    static constexpr std::size_t buffer_bytes = 1U << 20U;

    void name(std::string_view name) {
        buffer_ += ",\"";
        buffer_ += name;
        buffer_ += "\":";
    }
    void flush() {
        if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size())
            throw std::runtime_error("cannot write " + path_);
        buffer_.clear();
    }

    const std::string type_;
    const std::string path_;
    std::FILE* file_ = nullptr;
    std::string buffer_;
};

// A JSON object of names and words.
class Words {
public:
    void add(std::string_view name, std::string_view word) {
        text_ += text_.empty() ? "{\"" : ",\"";
        text_ += name;
        text_ += "\":\"";
        text_ += word;
        text_ += '"';
    }
    void add(std::string_view name, Days day) { add(name, to_text(day)); }
    std::string json() const { return text_.empty() ? "" : text_ + '}'; }

private:
    std::string text_;
};

// ── The trust ──

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
int holder_of(int slot, const int (&shares)[people_a_block], Dice& dice) {
    const int turned = dice.below(people_a_block);
    for (int i = 0; i < people_a_block; ++i) {
        slot -= shares[i];
        if (slot < 0) return (i * 3 + turned) % people_a_block;
    }
    return people_a_block - 1;
}

// Most families came in later years than 1990.
Family Trust::family(std::int64_t person) const {
    const std::int64_t block = person / people_a_block;
    const std::int64_t number = block * people_a_block + family_starts[person % people_a_block];
    Dice dice = this->dice(About::family, number);
    const double place =
        (static_cast<double>(number) + dice.share()) / static_cast<double>(people() + people_a_block);
    const double days_ago = years_of_records * 365.0 * std::pow(1.0 - place, 1.7);
    return {number, last_day - chrono::days(60 + static_cast<int>(days_ago))};
}

void Trust::set_birth(Person& person, Dice& dice) const {
    const int age = person.adult ? dice.between(18 * 365, 45 * 365) : dice.between(-2 * 365, 17 * 365);
    const Days born = std::max(first_birth, person.family.known_since - chrono::days(age));
    if (born > last_day || dice.permille(4)) return;
    person.born = born;
    person.birth = to_text(born);
    if (dice.permille(10)) person.birth.resize(dice.permille(600) ? 7 : 4);
}

void Trust::set_death(Person& person, Dice& dice) const {
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

Person Trust::person(std::int64_t number) const {
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

const ServiceShare& Trust::service_for(const Person& person, Dice& dice) const {
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

Days some_day(Days from, Days to, Dice& dice) {
    return from + chrono::days(dice.below(std::max(0, static_cast<int>((to - from).count())) + 1));
}

void set_approval(const Involvement& involvement, Words& events, Dice& dice) {
    if (!involvement.closed || dice.permille(50)) return;
    const int how = dice.below(100);
    if (how < 62) events.add("approval-ended", *involvement.closed);
    if (how >= 60 && how < 78) events.add("placement-ended", *involvement.closed);
    if (how >= 77) events.add("refused-or-withdrawn", *involvement.closed);
}

void set_allegation(const Involvement& involvement, Words& attributes, Words& roles, Dice& dice) {
    static constexpr std::array<std::string_view, 8> findings = {
        "substantiated", "unsubstantiated", "unsubstantiated", "unfounded",
        "unfounded",     "malicious",       "advice",          "not-progressed"};
    if (dice.permille(900)) attributes.add("outcome", dice.one_of(findings));
    if (dice.permille(850)) roles.add("alleged-perpetrator", id_of('P', involvement.person.number));
}

void set_justice(const Involvement& involvement, Words& events, Words& attributes, Dice& dice) {
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
void set_details(Involvement& involvement, std::int64_t people, Dice& dice) {
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

Involvement Trust::involvement(std::int64_t number) const {
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

std::int64_t Trust::involvement_of_entry(std::int64_t entry) const {
    const std::int64_t slot = scattered(entry, 20000, entries());
    const std::int64_t block = slot / entries_a_block;
    Dice turns = dice(About::block, block + (1LL << 41));
    const int holder = holder_of(static_cast<int>(slot % entries_a_block), entries_each, turns);
    return std::min(block * people_a_block + holder, involvements_ - 1);
}

// ── The lines ──

void write_person(LineFile& file, const Trust& trust, const Person& person) {
    Dice dice = trust.dice(About::person, person.number + (1LL << 40));
    Dice family = trust.dice(About::family, person.family.number + (1LL << 40));
    file.begin();
    file.text("id", id_of('P', person.number));
    file.text("family_name", family.one_of(family_names));
    file.text("given_names", dice.one_of(given_names));
    if (dice.permille(80)) file.json("known_as", "[\"" + std::string(dice.one_of(given_names)) + "\"]");
    if (!person.birth.empty()) file.text("date_of_birth", person.birth);
    if (!person.born && person.birth.empty() && dice.permille(500))
        file.text("expected_date_of_birth", "2026-12");
    if (person.died_sometime) file.json("died", "true");
    if (person.died) file.text("date_of_death", to_text(*person.died));
    std::string number;
    append_number(number, static_cast<std::int64_t>(dice.next() % 10'000'000'000U), 10);
    file.json("identifiers", R"({"nhs_number":")" + number + "\"}");
    std::string postcode =
        "ZZ" + std::to_string(family.between(1, 29)) + ' ' + std::to_string(family.below(10)) + "XX";
    file.json("addresses", R"([{"lines":[")" + std::to_string(family.between(1, 180)) + ' ' +
                               std::string(family.one_of(streets)) + R"("],"postcode":")" + postcode +
                               R"(","from":")" + to_text(person.family.known_since) + "\"}]");
    if (dice.permille(600))
        file.json("contacts", R"([{"kind":"telephone","value":"01632 96)" + number.substr(6) + "\"}]");
    if (person.adopted_from) file.text("adopted_from", id_of('P', *person.adopted_from));
    file.end();
}

void write_relationship(LineFile& file, std::int64_t person, std::string_view kind, std::int64_t other) {
    file.begin();
    file.text("person", id_of('P', person));
    file.text("kind", kind);
    file.text("other", id_of('P', other));
    file.end();
}

void write_relationships(LineFile& file, const Trust& trust, std::int64_t number) {
    const int place = static_cast<int>(number % people_a_block);
    const std::int64_t first = number - place + family_starts[place];
    Dice dice = trust.dice(About::person, number + (1LL << 41));
    if (number != first)
        write_relationship(file, number, first == number - place || place < 7 ? "mother" : "sibling", first);
    // Now and then a family is connected with the one before it, by blood or otherwise.
    if (place == 4 && dice.permille(150)) write_relationship(file, number, "sibling", number - 4);
    if (place == 7 && dice.permille(150)) write_relationship(file, number, "half-sibling", number - 2);
    if (place == 9 && dice.permille(200))
        write_relationship(file, number, dice.permille(500) ? "friend" : "cousin", number - 7);
    if (place != 9) return;
    const Person person = trust.person(number);
    if (person.same_as) write_relationship(file, number, "same-person", *person.same_as);
    if (!person.adopted_from) return;
    write_relationship(file, number, "sibling", number - 5);
    write_relationship(file, number, "child", *person.adopted_from);
}

void write_professional(LineFile& file, const Trust& trust, std::int64_t number) {
    Dice dice = trust.dice(About::professional, number);
    file.begin();
    file.text("id", id_of('W', number));
    const std::string given(dice.one_of(given_names));
    file.text("name", given + ' ' + std::string(dice.one_of(family_names)));
    file.text("kind", dice.one_of(professional_kinds));
    file.text("team", dice.one_of(teams));
    file.end();
}

void write_involvement(LineFile& file, const Trust& trust, const Involvement& involvement) {
    Dice dice = trust.dice(About::involvement, involvement.number + (1LL << 40));
    file.begin();
    file.text("id", id_of('I', involvement.number));
    file.text("person", id_of('P', involvement.person.number));
    file.text("service", involvement.service.id);
    file.text("opened", to_text(involvement.opened));
    if (involvement.closed) {
        file.text("closed", to_text(*involvement.closed));
        if (dice.permille(600))
            file.text("closure_reason", dice.permille(700) ? "work-completed" : "moved-away");
    }
    file.text("worker", trust.professional(dice));
    file.text("team", dice.one_of(teams));
    if (dice.permille(300)) file.text("system", "case-system");
    file.json("events", involvement.events);
    file.json("attributes", involvement.attributes);
    file.json("roles", involvement.roles);
    if (dice.permille(150)) file.text("file_reference", "box/" + std::to_string(dice.between(1, 99999)));
    file.end();
}

std::string narrative(Dice& dice) {
    const int most = dice.between(240, 360);
    std::string text;
    while (static_cast<int>(text.size()) < most) {
        if (!text.empty()) text += ' ';
        text += dice.one_of(phrases);
    }
    if (static_cast<int>(text.size()) > most) text.erase(text.rfind(' ', static_cast<std::size_t>(most)));
    return text;
}

void write_entry(LineFile& file, const Trust& trust, std::int64_t number, const Involvement& involvement) {
    Dice dice = trust.dice(About::entry, number);
    const Days latest = involvement.closed.value_or(last_day - chrono::days(2));
    const Days occurred = std::max(involvement.opened, some_day(involvement.opened, latest, dice));
    const std::string_view kind = dice.one_of(entry_kinds);
    file.begin();
    file.text("id", id_of('E', number));
    file.text("involvement", id_of('I', involvement.number));
    file.text("kind", kind);
    static constexpr std::array<std::string_view, 6> times = {"T09:30", "T10:15:00Z", "T11:45",
                                                              "T14:00", "T16:20",     "T23:40:00Z"};
    file.text("occurred_at", to_text(occurred) + std::string(dice.one_of(times)));
    if (dice.permille(400))
        file.text("recorded_at",
                  to_text(std::min(last_day, occurred + chrono::days(dice.below(9)))) + "T17:05");
    file.text("author", trust.professional(dice));
    if (dice.permille(300)) file.text("topic", dice.one_of(topics));
    file.text("account", narrative(dice));
    if (kind == "decision") {
        file.text("decision", "The work goes on as planned.");
        file.text("reason", "The plan is working and nobody asked for another.");
    }
    file.end();
}

struct HoldScope {
    std::string_view services, from, to;
};
constexpr std::array<HoldScope, 4> service_holds = {{
    {"secure-accommodation", "1970-01-01", "1999-12-31"},
    {"one-to-one-support", "1985-01-01", "2000-12-31"},
    {"childrens-centre", "2001-01-01", "2004-06-30"},
    {"mappa", "", ""},
}};

std::string hold_scope(const Trust& trust, std::int64_t number, Dice& dice) {
    if (number < static_cast<std::int64_t>(service_holds.size())) {
        const HoldScope& scope = service_holds[static_cast<std::size_t>(number)];
        std::string json = R"({"services":[")" + std::string(scope.services) + "\"]";
        if (!scope.from.empty())
            json += R"(,"opened_from":")" + std::string(scope.from) + R"(","opened_to":")" +
                    std::string(scope.to) + '"';
        return json + '}';
    }
    const auto some =
        static_cast<std::int64_t>(dice.next() % static_cast<std::uint64_t>(trust.involvements()));
    if (dice.permille(400))
        return R"({"involvements":[")" + id_of('I', some) + R"(",")" +
               id_of('I', (some + 1) % trust.involvements()) + "\"]}";
    const std::int64_t person = trust.involvement(some).person.number;
    return R"({"persons":[")" + id_of('P', person) + R"(",")" +
           id_of('P', person / people_a_block * people_a_block) + "\"]}";
}

void write_hold(LineFile& file, const Trust& trust, std::int64_t number) {
    static constexpr std::array<std::string_view, 6> kinds = {"inquiry",   "litigation", "police",
                                                              "complaint", "ombudsman",  "inquest"};
    Dice dice = trust.dice(About::hold, number);
    file.begin();
    file.text("id", id_of('H', number));
    file.text("kind", dice.one_of(kinds));
    file.text("authority", "Example inquiry");
    file.text("reason", "The records may be asked for.");
    const bool later = dice.permille(30);
    file.text("from",
              later ? std::string("2026-12-01") : to_text(last_day - chrono::days(dice.between(10, 2500))));
    file.json("scope", hold_scope(trust, number, dice));
    if (!later && dice.permille(100)) file.text("released_on", "2026-10-30");
    file.end();
}

// ── The bundles ──

void write_trust(const Trust& trust, const std::string& folder) {
    const auto each = [&](const char* type, std::int64_t count, const auto& write) {
        LineFile file(folder, type);
        for (std::int64_t number = 0; number < count; ++number) write(file, number);
        file.close();
    };
    each("person", trust.people(),
         [&](LineFile& file, std::int64_t number) { write_person(file, trust, trust.person(number)); });
    each("professional", trust.professionals(),
         [&](LineFile& file, std::int64_t number) { write_professional(file, trust, number); });
    each("relationship", trust.people(),
         [&](LineFile& file, std::int64_t number) { write_relationships(file, trust, number); });
    each("involvement", trust.involvements(), [&](LineFile& file, std::int64_t number) {
        write_involvement(file, trust, trust.involvement(number));
    });
    each("entry", trust.entries(), [&](LineFile& file, std::int64_t number) {
        write_entry(file, trust, number, trust.involvement(trust.involvement_of_entry(number)));
    });
    each("hold", trust.holds(),
         [&](LineFile& file, std::int64_t number) { write_hold(file, trust, number); });
}

// Closed where it was open, else a week later or earlier.
void change_closing(Involvement& involvement, Dice& dice) {
    const Days closed = involvement.closed.value_or(last_day);
    const Days other = dice.permille(500) ? closed + chrono::days(7) : closed - chrono::days(7);
    involvement.closed =
        involvement.closed ? std::max(involvement.opened, std::min(other, last_day)) : closed;
}

void change_birth(Person& person) {
    const Days born = person.born.value_or(person.known_since - chrono::days(4000)) - chrono::days(1);
    person.birth = to_text(std::max(first_birth, born));
}

void write_changes(const Trust& trust, const std::string& folder, int permille) {
    LineFile people(folder, "person"), involvements(folder, "involvement"), entries(folder, "entry");
    std::int64_t entry = trust.entries(), last_person = -1;
    for (std::int64_t number = 0; number < trust.involvements(); ++number) {
        Dice dice = trust.dice(About::change, number);
        if (!dice.permille(permille)) continue;
        Involvement involvement = trust.involvement(number);
        const int kind = dice.below(3);
        if (kind == 0) {
            change_closing(involvement, dice);
            write_involvement(involvements, trust, involvement);
        } else if (kind == 1 && involvement.person.number > last_person) {
            last_person = involvement.person.number;
            change_birth(involvement.person);
            write_person(people, trust, involvement.person);
        } else {
            write_entry(entries, trust, entry++, involvement);
        }
    }
    people.close();
    involvements.close();
    entries.close();
}

// ── The command line ──

struct Arguments {
    std::int64_t involvements = 0;
    std::string folder;
    std::uint64_t seed = 1;
    int permille = 0;
};

template <typename Number>
bool read_number(std::string_view text, Number least, Number most, Number& number) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && number >= least &&
           number <= most;
}

std::optional<Arguments> read_arguments(int argc, char** argv) {
    Arguments given;
    if (argc < 3 || !read_number<std::int64_t>(argv[1], 1, 99'999'999, given.involvements))
        return std::nullopt;
    given.folder = argv[2];
    for (int i = 3; i < argc; i += 2) {
        const std::string_view option = argv[i];
        if (i + 1 == argc) return std::nullopt;
        const bool read = option == "--seed"
                              ? read_number<std::uint64_t>(argv[i + 1], 0, UINT64_MAX, given.seed)
                          : option == "--change" ? read_number(argv[i + 1], 1, 1000, given.permille)
                                                 : false;
        if (!read) return std::nullopt;
    }
    return given;
}

}  // namespace
}  // namespace casekeeper::bench

int main(int argc, char** argv) {
    using namespace casekeeper::bench;
    const std::optional<Arguments> given = read_arguments(argc, argv);
    if (!given) {
        std::cerr << "usage: generate_trust INVOLVEMENTS DIR [--seed N] [--change PERMILLE]\n"
                     "hint: generate_trust 100000 /tmp/trust\n";
        return 64;
    }
    try {
        std::filesystem::create_directories(given->folder);
        const Trust trust(given->involvements, given->seed);
        if (given->permille > 0)
            write_changes(trust, given->folder, given->permille);
        else
            write_trust(trust, given->folder);
    } catch (const std::exception& error) {
        std::cerr << "generate_trust: " << error.what()
                  << "\nhint: name a folder you may write in, with room\n";
        return 73;
    }
    return 0;
}

// SPDX-License-Identifier: MIT
//
// Writes the benchmark's trust as a bundle: invented people, half as many as involvements, their families,
// the services they had since about 1960, five entries an involvement, and some holds. Every line is computed
// from the seed and its own number, so that memory does not grow with the trust, two runs write the same
// bytes, and a bundle of changes can be written without reading the first.
//
//   generate_trust INVOLVEMENTS DIR [--seed N] [--change PERMILLE | --recorded PERMILLE]
//
// With --change, DIR gets what changed of PERMILLE thousandths of the involvements: closings, births, new
// entries. With --recorded, it is a trust that keeps the recording rules, but for PERMILLE thousandths of
// faults of each kind (0 for none), which planted.tsv names (made_up_recording.h). Exit 64: misused; 73: a file
// cannot be written.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "bundle_lines.h"
#include "dice.h"
#include "made_up_recording.h"
#include "made_up_trust.h"
#include "trust_vocabulary.h"

namespace casekeeper::bench {
namespace {

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

template <typename Write>
void each(const std::string& folder, const char* type, std::int64_t count, const Write& write) {
    LineFile file(folder, type);
    for (std::int64_t number = 0; number < count; ++number) write(file, number);
    file.close();
}

void write_people(const Trust& trust, const std::string& folder) {
    each(folder, "person", trust.people(),
         [&](LineFile& file, std::int64_t number) { write_person(file, trust, trust.person(number)); });
    each(folder, "professional", trust.professionals(),
         [&](LineFile& file, std::int64_t number) { write_professional(file, trust, number); });
    each(folder, "relationship", trust.people(),
         [&](LineFile& file, std::int64_t number) { write_relationships(file, trust, number); });
}

void write_trust(const Trust& trust, const std::string& folder) {
    write_people(trust, folder);
    each(folder, "involvement", trust.involvements(), [&](LineFile& file, std::int64_t number) {
        write_involvement(file, trust, trust.involvement(number));
    });
    each(folder, "entry", trust.entries(), [&](LineFile& file, std::int64_t number) {
        write_entry(file, trust, number, trust.involvement(trust.involvement_of_entry(number)));
    });
    each(folder, "hold", trust.holds(),
         [&](LineFile& file, std::int64_t number) { write_hold(file, trust, number); });
}

void write_recorded_trust(const Trust& trust, const std::string& folder, int permille) {
    write_people(trust, folder);
    MadeUpRecording(trust, folder, permille).write();
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
    int permille = 0;   // of changes
    int recorded = -1;  // of faults; -1: it is another trust
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
                          : option == "--change"   ? read_number(argv[i + 1], 1, 1000, given.permille)
                          : option == "--recorded" ? read_number(argv[i + 1], 0, 1000, given.recorded)
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
        std::cerr << "usage: generate_trust INVOLVEMENTS DIR [--seed N] [--change PERMILLE | --recorded "
                     "PERMILLE]\n"
                     "hint: generate_trust 100000 /tmp/trust\n";
        return 64;
    }
    try {
        std::filesystem::create_directories(given->folder);
        const Trust trust(given->involvements, given->seed);
        if (given->recorded >= 0)
            write_recorded_trust(trust, given->folder, given->recorded);
        else if (given->permille > 0)
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

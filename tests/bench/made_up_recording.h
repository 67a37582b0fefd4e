// SPDX-License-Identifier: MIT
//
// A trust that keeps every recording rule of the shipped file, but for faults planted by dice: of each kind so
// many thousandths of what it can befall. What was planted is written beside the bundle, a line each:
//
//   planted.tsv   RULE <tab> entry:E7 | involvement:I1 | person:P3 (what a looked-after child's record lacks)
//   letters/      a bundle of letters that read as another's, to be loaded after the first, and what was
//                 planted in them: RULE <tab> document:L7
//
// Entries are computed like the trust's own, from the seed and their number. No entry but those written for it
// is about care plans, health, placements, education, courts or the child's view, and nobody else is visited,
// so that nothing stands in for what was left out. Every account has its number, so that no two are the same; what
// reads as another's is of a few clients of their own, whom nobody knows and whose names nobody else has.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "bundle_lines.h"
#include "made_up_trust.h"

namespace casekeeper::bench {

constexpr std::array<std::string_view, 16> kept_kinds = {
    "telephone-call", "telephone-call",  "face-to-face", "face-to-face", "face-to-face",   "meeting",
    "meeting",        "email-sent",      "note",         "note",         "email-received", "note",
    "letter-sent",    "letter-received", "decision",     "decision",
};

// A kind of fault; its number is part of its dice.
enum class Fault : std::uint64_t {
    no_time = 1,
    nobody_present,
    no_account,
    nobody_called,
    no_copy,
    no_author,
    no_decision,
    no_reason,
    no_decider,
    written_late,
    never_written,
    silent,
    no_worker,
    no_closure_reason,
    no_care_plan,
    no_health,
    no_placement_plan,
    no_education,
    no_review,
    no_visit,
    no_court_order,
    no_childs_view,
    health_overdue,
    education_overdue,
    review_overdue,
    visit_overdue,
    view_overdue,
    another_client,
    birth_of_nobody,
    anothers_number,
    copied_account,
};

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view one : words)
        if (one == word) return true;
    return false;
}

class MadeUpRecording {
public:
    MadeUpRecording(const Trust& trust, const std::string& folder, int permille)
        : trust_(trust),
          permille_(permille),
          planted_(folder + "/planted.tsv", std::ios::binary),
          involvements_(folder, "involvement"),
          entries_(folder, "entry"),
          documents_(folder, "document"),
          letters_folder_(made(folder + "/letters")),
          letters_(letters_folder_, "document"),
          planted_letters_(letters_folder_ + "/planted.tsv", std::ios::binary) {
        made(folder + "/documents");
        made(letters_folder_ + "/documents");
        std::ofstream(folder + "/documents/letter.txt") << "A letter.\n";
        std::ofstream people(folder + "/person.jsonl", std::ios::binary | std::ios::app);
        for (int other = 0; other < other_clients; ++other)
            people << R"({"type":"person","id":"X)" << other << R"(","family_name":")"
                   << family_name_of(other) << R"(","given_names":"Orla","identifiers":{"nhs_number":")"
                   << nhs_number_of(other) << "\"}}\n";
    }

    void write() {
        for (int other = 0; other < other_clients; ++other) write_other_record(other);
        for (std::int64_t number = 0; number < trust_.involvements(); ++number) {
            const Involvement involvement = kept(number);
            write_involvement(involvement);
            if (is_looked_after(involvement)) write_contents(involvement);
            if (!involvement.closed && !is_silent(involvement))
                write_entry(id_of('S', number), involvement, "note",
                            last_day - chrono::days(trust_.dice(About::change, number).between(1, 20)), "");
        }
        for (std::int64_t number = 0; number < trust_.entries(); ++number)
            write_some_entry(number, kept(trust_.involvement_of_entry(number)));
        involvements_.close();
        entries_.close();
        documents_.close();
        letters_.close();
        planted_.close();
        planted_letters_.close();
        if (!planted_ || !planted_letters_) throw std::runtime_error("cannot write planted.tsv");
    }

private:
    static constexpr int other_clients = 26;
    static std::string made(const std::string& folder) {
        std::filesystem::create_directories(folder);
        return folder;
    }
    static std::string family_name_of(int other) {
        return std::string("Vexford") + static_cast<char>('a' + other);
    }
    // Ten figures, the last of which fits (NHS Data Dictionary: NHS NUMBER).
    static std::string nhs_number_of(int other) {
        for (int number = 700'000'000 + other * 1000;; ++number) {
            std::string figures = std::to_string(number);
            int sum = 0;
            for (int i = 0; i < 9; ++i) sum += (10 - i) * (figures[static_cast<std::size_t>(i)] - '0');
            const int check = (11 - sum % 11) % 11;
            if (check < 10) return figures + static_cast<char>('0' + check);
        }
    }
    static int other_for(const std::string& entry) {
        return static_cast<int>(std::stoll(entry.substr(1)) % other_clients);
    }
    void write_other_record(int other) {
        involvements_.begin();
        involvements_.text("id", "IX" + std::to_string(other));
        involvements_.text("person", "X" + std::to_string(other));
        involvements_.text("service", "mentoring");
        involvements_.text("opened", "1930-01-01");
        involvements_.text("worker", id_of('W', 0));
        involvements_.end();
    }

    // What makes words read as another's, each by its own dice.
    std::string words_of_another(const std::string& id, const std::string& thing, const Involvement& one,
                                 std::ofstream& planted) {
        const int other = other_for(id);
        std::string words;
        if (of_entry(Fault::another_client, id)) {
            words += " I saw Orla " + family_name_of(other) + " at school.";
            plant(planted, "another-clients-record", thing);
        }
        const bool is_born_on_a_day = one.person.birth.size() == 10;
        if (is_born_on_a_day && of_entry(Fault::birth_of_nobody, id)) {
            words += " DOB: 03/05/1901.";
            plant(planted, "anothers-date-of-birth", thing);
        }
        if (of_entry(Fault::anothers_number, id)) {
            words += " The NHS number is " + nhs_number_of(other) + ".";
            plant(planted, "anothers-identifier", thing);
        }
        return words;
    }

    std::string account_of(const std::string& id, const Involvement& one, Days occurred, Dice& dice) {
        const std::string thing = "entry:" + id;
        const std::string account =
            narrative(dice) + " Noted as " + id + "." + words_of_another(id, thing, one, planted_);
        if (of_entry(Fault::copied_account, id) && !of_entry(Fault::never_written, id)) {
            write_first(id, account, occurred);
            plant("copied-account", thing);
        }
        return account;
    }

    // The entry that has the account first, in the other's record.
    void write_first(const std::string& id, const std::string& account, Days occurred) {
        const std::string first = "X" + id;
        entries_.begin();
        entries_.text("id", first);
        entries_.text("involvement", "IX" + std::to_string(other_for(id)));
        entries_.text("kind", "note");
        entries_.text("occurred_at", to_text(occurred) + "T07:00");
        entries_.text("recorded_at", to_text(occurred) + "T08:00");
        entries_.text("author", id_of('W', 0));
        entries_.text("account", account);
        entries_.end();
    }

    // One of a looked-after child lasts so long that all that the Regulations want has become due; where
    // something is not renewed, so long that it has become due again.
    Involvement kept(std::int64_t number) const {
        Involvement involvement = trust_.involvement(number);
        if (!is_looked_after(involvement)) return involvement;
        const int least = lacks_later_things(involvement) ? 400 : 80;
        involvement.opened = std::min(involvement.opened, last_day - chrono::days(least));
        if (involvement.closed)
            involvement.closed = std::max(*involvement.closed, involvement.opened + chrono::days(70));
        return involvement;
    }

    bool falls(Fault fault, std::int64_t number, std::uint64_t about) const {
        Dice dice = trust_.dice(
            About::change,
            number + (1LL << 42) +
                static_cast<std::int64_t>(about * 64 + static_cast<std::uint64_t>(fault)) * (1LL << 44));
        return dice.permille(permille_);
    }
    bool of_entry(Fault fault, const std::string& id) const {
        return falls(fault, std::stoll(id.substr(1)), static_cast<std::uint64_t>(id.front()));
    }
    bool of_involvement(Fault fault, const Involvement& one) const { return falls(fault, one.number, 1); }
    // Of the record of a person: in each of their involvements, so that none stands in for another. People
    // who may be joined with others have none.
    bool of_person(Fault fault, const Involvement& one) const {
        return one.person.number % people_a_block < 8 && falls(fault, one.person.number, 2);
    }
    bool lacks_later_things(const Involvement& one) const {
        constexpr std::array faults = {Fault::health_overdue, Fault::education_overdue, Fault::review_overdue,
                                       Fault::visit_overdue,  Fault::view_overdue,      Fault::silent};
        return std::ranges::any_of(faults, [&](Fault fault) { return of_person(fault, one); });
    }
    static void plant(std::ofstream& planted, std::string_view rule, const std::string& thing) {
        planted << rule << '\t' << thing << '\n';
    }
    void plant(std::string_view rule, const std::string& thing) { plant(planted_, rule, thing); }

    static bool is_looked_after(const Involvement& one) {
        return is_one_of(one.service.id, {"looked-after", "accommodated-s20", "care-order",
                                          "interim-care-order", "secure-accommodation", "short-breaks-s20",
                                          "remand-laa", "remand-yda", "unaccompanied-asylum-child"});
    }
    static bool is_by_court(const Involvement& one) {
        return is_one_of(one.service.id, {"care-order", "interim-care-order", "secure-accommodation",
                                          "remand-laa", "remand-yda"});
    }
    static bool is_short_break(const Involvement& one) { return one.service.id == "short-breaks-s20"; }
    // Has it lasted until the first review of a series of short breaks was due?
    static bool is_three_months(const Involvement& one) {
        const Date due = add(Date(one.opened), Period{.months = 3}, Rounding::never_early);
        return one.closed ? *one.closed > Days(due) : last_day >= Days(due);
    }
    static std::string_view silence_rule(const Involvement& one) {
        if (is_short_break(one)) return "silent-in-need";
        if (is_looked_after(one)) return "silent-child";
        if (is_one_of(one.service.id,
                      {"strategy-discussion", "s47-enquiry", "child-protection-plan",
                       "emergency-protection-order", "police-protection", "child-assessment-order"}))
            return "silent-child";
        if (is_one_of(one.service.id,
                      {"child-in-need", "disabled-child-in-need", "short-breaks-s17", "homeless-16-17",
                       "family-group-decision-making", "care-leaver-eligible", "care-leaver-relevant",
                       "care-leaver-former-relevant", "staying-put", "qualifying-advice",
                       "youth-justice-order", "early-help", "parenting-course"}))
            return "silent-in-need";
        return "";
    }
    // Where a looked-after child's record is silent, all of theirs are, and what is to be renewed is not.
    bool is_silent(const Involvement& one) const {
        if (one.closed || silence_rule(one).empty()) return false;
        if (is_looked_after(one)) return of_person(Fault::silent, one);
        return one.opened < last_day - chrono::days(250) && of_involvement(Fault::silent, one);
    }

    void write_involvement(const Involvement& one) {
        Dice dice = trust_.dice(About::involvement, one.number + (1LL << 40));
        const std::string id = id_of('I', one.number);
        involvements_.begin();
        involvements_.text("id", id);
        involvements_.text("person", id_of('P', one.person.number));
        involvements_.text("service", one.service.id);
        involvements_.text("opened", to_text(one.opened));
        if (one.closed) {
            involvements_.text("closed", to_text(*one.closed));
            if (of_involvement(Fault::no_closure_reason, one))
                plant("closure-reason", "involvement:" + id);
            else
                involvements_.text("closure_reason", "work-completed");
        }
        const std::string worker = trust_.professional(dice);
        if (!one.closed && of_involvement(Fault::no_worker, one))
            plant("open-worker", "involvement:" + id);
        else
            involvements_.text("worker", worker);
        involvements_.text("team", dice.one_of(teams));
        involvements_.json("events", one.events);
        involvements_.json("attributes", one.attributes);
        involvements_.json("roles", one.roles);
        involvements_.end();
        if (is_silent(one)) plant(silence_rule(one), "involvement:" + id);
    }

    // What reg 49 wants, at the beginning, and what it wants again and again, lately.
    void write_contents(const Involvement& one) {
        struct Content {
            Fault fault;
            std::string_view rule, kind, topic;
            bool is_asked;
            std::optional<Fault> overdue;  // where it is to be renewed
        };
        const bool often = !is_short_break(one);
        const Content contents[] = {
            {Fault::no_care_plan, "care-plan", "plan", "care-plan", true, {}},
            {Fault::no_health, "health", "assessment", "health", often, Fault::health_overdue},
            {Fault::no_placement_plan, "placement-plan", "plan", "placement", often, {}},
            {Fault::no_education, "education", "plan", "education", often, Fault::education_overdue},
            {Fault::no_review, often ? "reviews" : "short-break-reviews", "review", "care-plan",
             often || is_three_months(one), Fault::review_overdue},
            {Fault::no_visit, "visits", "visit", "", often, Fault::visit_overdue},
            {Fault::no_court_order, "court-order", "note", "court-order", is_by_court(one), {}},
            {Fault::no_childs_view, "childs-view", "note", "childs-view", true, Fault::view_overdue},
        };
        const std::string person = "person:" + id_of('P', one.person.number);
        std::int64_t which = one.number * 20;
        for (const Content& content : contents) {
            const bool is_left_out = of_person(content.fault, one);
            const bool is_renewed = !one.closed && content.overdue;
            const bool is_overdue = is_renewed && (is_silent(one) || of_person(*content.overdue, one));
            if (content.is_asked && (is_left_out || is_overdue)) plant(content.rule, person);
            ++which;
            if (!is_left_out)
                write_entry(id_of('C', which), one, content.kind, one.opened + chrono::days(3),
                            content.topic);
            ++which;
            if (is_renewed && !is_left_out && !is_overdue)
                write_entry(id_of('C', which), one, content.kind,
                            last_day - chrono::days(trust_.dice(About::change, which).between(5, 30)),
                            content.topic);
        }
    }

    void write_some_entry(std::int64_t number, const Involvement& one) {
        Dice dice = trust_.dice(About::entry, number);
        const Days latest = one.closed.value_or(last_day - chrono::days(is_silent(one) ? 200 : 2));
        const Days occurred = std::max(one.opened, some_day(one.opened, latest, dice));
        write_entry(id_of('E', number), one, dice.one_of(kept_kinds), occurred,
                    dice.permille(300) ? (dice.permille(500) ? "contact" : "finance") : "");
    }

    void write_entry(const std::string& id, const Involvement& one, std::string_view kind, Days occurred,
                     std::string_view topic) {
        Dice dice = trust_.dice(About::entry,
                                std::stoll(id.substr(1)) + (static_cast<std::int64_t>(id.front()) << 50));
        const bool is_contact = is_one_of(kind, {"meeting", "face-to-face", "visit"});
        const bool is_call = kind == "telephone-call";
        const std::string thing = "entry:" + id;
        const auto lacks = [&](bool can, Fault fault) { return can && of_entry(fault, id); };
        const bool no_time = lacks(is_contact, Fault::no_time);
        const bool nobody = lacks(is_contact, Fault::nobody_present);
        const bool nobody_called = lacks(is_call, Fault::nobody_called);
        const bool no_account = lacks(is_contact || is_call, Fault::no_account);
        const bool no_author = lacks(true, Fault::no_author);
        // Before its line begins: what it copies has a line of its own.
        Dice words = trust_.dice(About::entry,
                                 std::stoll(id.substr(1)) + (static_cast<std::int64_t>(id.front()) << 51));
        const std::string account = no_account ? "" : account_of(id, one, occurred, words);
        entries_.begin();
        entries_.text("id", id);
        entries_.text("involvement", id_of('I', one.number));
        entries_.text("kind", kind);
        static constexpr std::array<std::string_view, 5> times = {"T09:30", "T10:15:00Z", "T11:45", "T14:00",
                                                                  "T16:20"};
        static constexpr std::array<std::string_view, 2> no_times = {"", "T00:00"};
        entries_.text("occurred_at",
                      to_text(occurred) + std::string(no_time ? dice.one_of(no_times) : dice.one_of(times)));
        write_recorded(id, kind, one, occurred, dice);
        if (!no_author) entries_.text("author", trust_.professional(dice));
        if (is_contact && !nobody) entries_.json("present", R"(["The child","A parent"])");
        if (is_call && !nobody_called) entries_.json("addressed_to", R"(["The school"])");
        if (!topic.empty()) entries_.text("topic", topic);
        if (!no_account)
            entries_.text("account", account);
        else if (dice.permille(500))
            entries_.text("account", dice.permille(500) ? "-" : " ...");
        if (kind == "decision") write_decision(id, thing);
        entries_.end();
        if (no_time || nobody || (is_contact && no_account)) plant("contact", thing);
        if (nobody_called || (is_call && no_account)) plant("telephone-call", thing);
        if (no_author) plant("author", thing);
        if (is_one_of(kind, {"letter-sent", "letter-received"})) write_copy(id, one);
    }

    void write_recorded(const std::string& id, std::string_view kind, const Involvement& one, Days occurred,
                        Dice& dice) {
        const bool can_be_late =
            occurred >= Days(chrono::year{2018} / 1 / 2) && occurred < last_day - chrono::days(40);
        const bool never = can_be_late && of_entry(Fault::never_written, id);
        const bool late = can_be_late && of_entry(Fault::written_late, id);
        const bool statutory = kind == "visit" && is_looked_after(one);
        if (never || late) plant(statutory ? "statutory-visit-written-up" : "written-up", "entry:" + id);
        if (never) return;
        const int days = late ? dice.between(16, 30) : dice.below(2);
        entries_.text("recorded_at", to_text(std::min(last_day, occurred + chrono::days(days))) + "T17:05");
    }

    void write_decision(const std::string& id, const std::string& thing) {
        const bool no_decision = of_entry(Fault::no_decision, id);
        const bool no_reason = of_entry(Fault::no_reason, id);
        const bool no_decider = of_entry(Fault::no_decider, id);
        if (!no_decision) entries_.text("decision", "The work goes on as planned.");
        if (!no_reason) entries_.text("reason", "The plan is working and nobody asked for another.");
        if (!no_decider) entries_.text("decided_by", "The team manager");
        if (no_decision || no_reason || no_decider) plant("decision", thing);
    }

    void write_copy(const std::string& entry, const Involvement& one) {
        if (of_entry(Fault::no_copy, entry)) return plant("letter-copy", "entry:" + entry);
        write_document(documents_, "D" + entry, entry, "documents/letter.txt");
        const std::string letter = "L" + entry.substr(1);
        const std::string of_another = words_of_another(letter, "document:" + letter, one, planted_letters_);
        if (of_another.empty()) return;
        const std::string file = "documents/" + letter + ".txt";
        std::ofstream(letters_folder_ + "/" + file)
            << "A letter, kept as " << letter << "." << of_another << '\n';
        write_document(letters_, letter, entry, file);
    }
    static void write_document(LineFile& documents, const std::string& id, const std::string& entry,
                               const std::string& file) {
        documents.begin();
        documents.text("id", id);
        documents.text("entry", entry);
        documents.text("file", file);
        documents.end();
    }

    const Trust& trust_;
    const int permille_;
    std::ofstream planted_;
    LineFile involvements_;
    LineFile entries_;
    LineFile documents_;
    const std::string letters_folder_;
    LineFile letters_;
    std::ofstream planted_letters_;
};

}  // namespace casekeeper::bench

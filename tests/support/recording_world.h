// SPDX-License-Identifier: MIT
//
// A store on which recording is checked night by night, by a few small rules: letters have a copy, decisions a
// reason, entries are written up in five working days, nobody open is silent for six weeks, a looked-after
// child has a plan within ten working days.
#pragma once

#include <string>
#include <vector>

#include "base/json_read.h"
#include "reports/recording_check.h"
#include "reports/recording_waiver.h"
#include "support/gate_world.h"
#include "support/recording_facts.h"

namespace casekeeper::test {

class RecordingWorld : public GateWorld {
protected:
    using Texts = std::vector<std::string>;

    static std::string rule_of(const std::string& id, const std::string& asks) {
        return "[[rule]]\nid = \"" + id +
               "\"\ntitle = \"T\"\nsource = \"S\"\nmend = \"M.\"\nseverity = \"error\"\n" + asks + "\n";
    }
    static std::string small_rules() {
        return rule_of("letter-copy",
                       "entries = [\"letter-sent\", \"letter-received\"]\nrequires = [\"copy\"]") +
               rule_of("decision", "entries = [\"decision\"]\nrequires = [\"reason\", \"decided_by\"]") +
               rule_of("written-up",
                       "entries = [\"*\"]\nwritten_up_within = \"5 working days\"\nlook_back = \"1y\"") +
               rule_of("silent",
                       "services = [\"child-in-need\"]\ninvolvements = \"open\"\nsilent_for = \"42d\"") +
               rule_of("plan",
                       "services = [\"looked-after\"]\ncontains = { kinds = [\"plan\"] }\nwithin = \"10 "
                       "working days\"");
    }
    RecordingResult look(const std::string& on = "2026-11-23", bool dry_run = false) {
        std::vector<Finding> findings;
        const ServiceCatalogue catalogue = schedule_in_force(database()).catalogue;
        const RecordingRules read = RecordingRules::read(rules, "rules.toml", findings, catalogue);
        EXPECT_TRUE(findings.empty()) << findings.front().message;
        RecordingControl control;
        control.dry_run = dry_run;
        steps.clear();
        control.progress = [&](long long done, long long) {
            steps.push_back(done);
            if (on_step) on_step();
        };
        return check_recording(database(), read, shipped_holidays(), catalogue, rules, day(on), control);
    }
    // "RULE THING STATE" of every finding, by rule and thing.
    Texts found() const {
        return sql("select rule || ' ' || thing || ' ' || state from recording_finding order by rule, thing");
    }
    std::string column(const std::string& thing, const std::string& name) const {
        return sql_value("select coalesce(cast(" + name +
                         " as text), '-') from recording_finding where thing = '" + thing + "'");
    }
    RecordingFinding waive(const std::string& thing, const std::string& reason = "it burnt",
                           const std::string& until = "", const std::string& on = "2026-11-23",
                           const Actor& who = {"rita", "rita", {Role::records_officer}, ""}) {
        const SignedAct act{who.name, on + "T10:00:00Z", day(on), registered().pseudonyms()};
        return waive_finding(database(), {column(thing, "id"), reason, parse_date(until)}, who, act);
    }
    RecordingFinding take_back(const std::string& thing, const std::string& on = "2026-11-23") {
        const SignedAct act{"rita", on + "T10:00:00Z", day(on), registered().pseudonyms()};
        return end_waiver(database(), column(thing, "id"), act);
    }
    // A child in need with a letter that has no copy.
    static Texts with_letter(const std::string& more = "") {
        return {person("P1"), involvement("I1", "P1", R"(,"opened":"2026-11-02")"), letter(more)};
    }
    static std::string letter(const std::string& more = "") {
        return entry("E1", "I1",
                     R"(,"kind":"letter-sent","occurred_at":"2026-11-18","recorded_at":"2026-11-18")" + more);
    }
    std::string copy_of(const std::string& id, const std::string& of) {
        folder.write("bundle/letter.txt", "a letter");
        return R"({"type":"document","id":")" + id + R"(","entry":")" + of + R"(","file":"letter.txt"})";
    }

    std::string rules = small_rules();
    std::function<void()> on_step;  // after each page, outside its unit of work
    std::vector<long long> steps;   // people done, page by page, of the last look
};

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// Records of which one may lie in another's, held against the shipped rules of where something belongs:
//
//   P1 Ada Okoro, born on 4 May 2012, NHS 450 557 7104    I1    her record
//   P2 Ben Haile, NHS 943 476 5919                        I2    his
//   P3 Kit Moss                                           I3
#pragma once

#include <string>
#include <vector>

#include "intake/refiling.h"

#include "support/recording_world.h"
#include "support/shipped_rules.h"

namespace casekeeper::test {

class BelongingWorld : public RecordingWorld {
protected:
    static inline const std::string account =
        "We talked about the new school, the bus that goes there, and who could walk along to the stop in "
        "the "
        "morning. Nothing else was asked for.";

    BelongingWorld() {
        const std::string all = shipped_file("recording_rules.toml");
        rules = all.substr(all.rfind("[[rule]]", all.find("id = \"another-clients-record\"")));
    }
    static std::string client(const std::string& id, const std::string& given, const std::string& family,
                              const std::string& more = "") {
        return R"({"type":"person","id":")" + id + R"(","family_name":")" + family + R"(","given_names":")" +
               given + "\"" + more + "}";
    }
    static std::string record_of(const std::string& id, const std::string& of, const std::string& more = "") {
        return involvement(id, of, R"(,"opened":"2026-10-05")" + more);
    }
    static std::string said(const std::string& id, const std::string& involvement, const std::string& words,
                            const std::string& recorded_at = "2026-11-18") {
        return entry(id, involvement,
                     R"(,"kind":"note","occurred_at":"2026-11-17","recorded_at":")" + recorded_at +
                         R"(","account":")" + words + "\"");
    }
    static std::string related(const std::string& one, const std::string& kind, const std::string& other) {
        return R"({"type":"relationship","person":")" + one + R"(","kind":")" + kind + R"(","other":")" +
               other + "\"}";
    }
    void load_three(const Texts& more = {}) {
        Texts lines = {client("P1", "Ada", "Okoro",
                              R"(,"date_of_birth":"2012-05-04","identifiers":{"nhs":"450 557 7104"})"),
                       client("P2", "Ben", "Haile", R"(,"identifiers":{"nhs":"943 476 5919"})"),
                       client("P3", "Kit", "Moss"),
                       record_of("I1", "P1"),
                       record_of("I2", "P2"),
                       record_of("I3", "P3")};
        lines.insert(lines.end(), more.begin(), more.end());
        load(lines);
    }
    // What is found where only this is in the records besides.
    Texts found_in(const Texts& more) {
        load_three(more);
        look();
        return found();
    }
    // By two, as it is done between two people's records.
    void move(const std::string& entry, const std::string& to, const std::string& on = "2026-11-23") {
        const ScheduleInForce in_force = schedule_in_force(database());
        for (const char* who : {"rita", "rob"}) {
            const Actor actor{who, who, {Role::records_officer}, ""};
            move_entry(database(), in_force,
                       {"entry:" + entry, "involvement:" + to,
                        who == std::string("rita") ? "another family" : "", false},
                       actor, {actor.to_text(), on + "T10:00:00Z", day(on), registered().pseudonyms()});
        }
    }
};

}  // namespace casekeeper::test

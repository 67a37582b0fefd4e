// SPDX-License-Identifier: MIT
//
// A store in which an entry lies in the wrong record:
//
//   P1 Ada Okoro    I1, I2    E7 with D1 in I1, which is Ben's
//   P2 Ben Haile    I9        E8
//
// and the people who may move it: Rita and Rob of the records team, Rhea the reviewer, Dana the data protection
// officer. Petra the practitioner may not.
#pragma once

#include <string>
#include <vector>

#include "base/json_read.h"
#include "domain/remark.h"
#include "intake/refiling.h"
#include "store/access_store.h"
#include "store/deletion_store.h"
#include "store/record_store.h"
#include "store/recording_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {

class RefilingWorld : public GateWorld {
protected:
    using Texts = std::vector<std::string>;

    static inline const Actor rita{"rita", "rita", {Role::records_officer}, ""};
    static inline const Actor rob{"rob", "rob", {Role::records_officer}, ""};
    static inline const Actor rhea{"rhea", "rhea", {Role::reviewer}, ""};
    static inline const Actor dana{"dana", "dana", {Role::dpo}, ""};
    static inline const Actor petra{"petra", "petra", {Role::practitioner}, ""};
    static constexpr const char* why = "it is about another family";

    static std::string client(const std::string& id, const std::string& given, const std::string& family,
                              const std::string& more = "") {
        return R"({"type":"person","id":")" + id + R"(","family_name":")" + family + R"(","given_names":")" +
               given + "\"" + more + "}";
    }
    static std::string document(const std::string& id, const std::string& of, const std::string& more = "") {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + of + R"(","file":"a.txt")" + more +
               "}";
    }
    static Texts two_records(const Texts& more = {}) {
        Texts lines = {client("P1", "Ada", "Okoro"),
                       client("P2", "Ben", "Haile"),
                       involvement("I1", "P1"),
                       involvement("I2", "P1"),
                       involvement("I9", "P2"),
                       entry("E7", "I1", R"(,"account":"Ben came late.","occurred_at":"2016-05-04")"),
                       entry("E8", "I9"),
                       document("D1", "E7")};
        lines.insert(lines.end(), more.begin(), more.end());
        return lines;
    }
    ImportResult load_two(const Texts& more = {}) {
        folder.write("bundle/a.txt", "a");
        return load(two_records(more));
    }
    SignedAct act_of(const Actor& who, const std::string& on = "2026-11-23") {
        return {who.to_text(), on + "T10:00:00Z", day(on), registered().pseudonyms()};
    }
    EntryMoved move(const Actor& who, const std::string& reason = why,
                    const std::string& to = "involvement:I9", bool check_only = false,
                    const std::string& on = "2026-11-23") {
        const MoveOrder order{"entry:E7", to, reason, check_only};
        const ScheduleInForce in_force = schedule_in_force(database());
        return move_entry(database(), in_force, order, who, act_of(who, on));
    }
    // By two, as it is done between two people's records.
    EntryMoved move_by_two() {
        move(rita);
        return move(rhea, "");
    }
    std::string refused(const Actor& who, const std::string& reason = why,
                        const std::string& to = "involvement:I9") {
        return error_of([&] { move(who, reason, to); });
    }
    std::string place_of(const std::string& entry) {
        return RecordStore(database()).involvement_of_entry(entry).value_or("");
    }
    Texts remarks(RecordType type, const std::string& id) {
        Texts texts;
        for (const Remark& remark : remarks_of(RecordStore(database()).find(type, id).value()))
            texts.push_back(remark.kind + ": " + remark.text + " (" + remark.by + ")");
        return texts;
    }
    std::string state_of_finding(const std::string& rule) const {
        return sql_value("select state from recording_finding where rule = '" + rule + "'");
    }

    static std::string request(const std::string& type, const std::string& id, const std::string& of) {
        return R"({"type":")" + type + R"(","id":")" + id + R"(","person":")" + of +
               R"(","received_at":"2026-10-01"})";
    }
    // The case of an access request in a state, with what was decided of parts.
    void open_access(const std::string& id, const std::string& state,
                     const std::vector<AccessItem>& items = {}) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        AccessStore store(database());
        AccessCase one = store.find(id).value();
        one.state = state;
        store.open(one);
        for (const AccessItem& item : items) store.set_item(id, item);
        work.commit();
    }
    // An answer that was sent with these parts in it.
    void send(const std::string& id, const std::vector<AccessPart>& parts,
              const std::string& on = "2026-05-03") {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        AccessStore store(database());
        AccessCase one = store.find(id).value();
        one.state = "dispatched";
        store.open(one);
        one.dispatched_on = on;
        store.update(one);
        store.set_parts(id, parts);
        work.commit();
    }
    static AccessItem withheld(const std::string& item) {
        AccessItem one{item, "third-party", "", "weigh", "w"};
        one.decision = "withhold";
        one.decided_by = "dana";
        one.decided_on = "2026-11-01";
        return one;
    }
};

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// A young person's record of either engine for letters: a club she goes to, a time with a social worker that
// the law keeps, and in the texts of both what no letter may say.
#pragma once

#include <string>
#include <vector>

#include "store/deletion_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {

class LetterWorld : public LoadedStoreTest {
protected:
    // What stands in the record and in no letter: addresses, others' names, workers, what was written.
    static const std::vector<std::string>& never_said() {
        static const std::vector<std::string> texts = {
            "Secret Street", "AB1 2CD",       "Grandma Jean", "Aunt Maud", "Wilma",
            "Refuge House",  "01632 111 222", "wept",         "Quill",     "Uncle Bob"};
        return texts;
    }
    static bool says(const std::string& text, const std::string& what) {
        return text.find(what) != std::string::npos;
    }

    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (!IsSkipped()) load_record();
    }

    void load_record() {
        folder.write("bundle/photo.txt", "a photo");
        folder.write("bundle/scan.txt", "a scan");
        const ImportResult result = load({
            R"({"type":"professional","id":"W1","name":"Wilma Ward","kind":"social-work","role":"Refuge House"})",
            R"({"type":"person","id":"P1","family_name":"Quill","given_names":"Zoë Anne","date_of_birth":"2011-05-14","addresses":[{"lines":["9 Secret Street"],"postcode":"AB1 2CD","protected":true}],"contacts":[{"kind":"mobile","value":"01632 111 222"}]})",
            R"({"type":"person","id":"P2","family_name":"Other"})",
            R"({"type":"relationship","person":"P1","kind":"grandparent","name":"Grandma Jean"})",
            involvement(
                "I1", "P1",
                R"(,"service":"youth-club","opened":"2022-03-01","worker":"W1","events":{"next-review":"2027-01-14","order-made":"2027-02-01"})"),
            involvement("I2", "P1", R"(,"opened":"2019-02-01","closed":"2021-06-30","worker":"W1")"),
            involvement("I3", "P1", R"(,"service":"looked-after","opened":"2024-05-01")"),
            involvement("I4", "P2", R"(,"service":"youth-club")"),
            entry(
                "E1", "I1",
                R"(,"kind":"meeting","occurred_at":"2024-03-03","account":"Zoë wept at Refuge House","mentions":[{"name":"Aunt Maud","relation":"aunt"}])"),
            entry(
                "E2", "I1",
                R"(,"kind":"plan","occurred_at":"2024-05-06","topic":"care-plan","account":"Uncle Bob helps")"),
            entry("E6", "I1", R"(,"kind":"plan","occurred_at":"2023-05-06","topic":"care-plan")"),
            entry("E7", "I2", R"(,"kind":"plan","occurred_at":"2020-05-06")"),
            entry("E3", "I1", R"(,"kind":"assessment","occurred_at":"2024-06-07","decided_by":"Wilma Ward")"),
            entry("E4", "I3",
                  R"(,"kind":"visit","occurred_at":"2026-12-08T10:00","account":"at 9 Secret Street")"),
            entry("E5", "I2", R"(,"occurred_at":"2020-01-02")"),
            R"({"type":"document","id":"D1","entry":"E1","file":"photo.txt","title":"with Aunt Maud at Secret Street","keepsake":"photograph"})",
            R"({"type":"document","id":"D2","entry":"E3","file":"scan.txt","title":"Wilma's report"})",
            disclosure("DS1", "2024-04-04", R"(,"recipient":"Brightwell Academy","involvement":"I1")"),
            disclosure("DS2", "2024-07-08", R"(,"recipient":"Brightwell Academy","involvement":"I1")"),
            disclosure("DS3", "2020-02-02", R"(,"recipient":"The court","involvement":"I2")"),
            disclosure("DS4", "2024-09-09", R"(,"recipient":"Health trust")"),
            disclosure("DS5", "2018-09-09", R"(,"recipient":"Nursery")"),
            R"({"type":"disclosure","id":"DS6","person":"P1","decided_on":"2024-04-05","outcome":"not-shared","recipient":"Newspaper","involvement":"I1"})",
        });
        // The visit to come is still to be.
        EXPECT_EQ(texts_of(result),
                  std::vector<std::string>{"14: warning: entry E4: occurred_at lies in the future"});
    }

    static std::string disclosure(const std::string& id, const std::string& on, const std::string& more) {
        return R"({"type":"disclosure","id":")" + id + R"(","person":"P1","decided_on":")" + on +
               R"(","outcome":"shared","information":"that Grandma Jean lives with her")" + more + "}";
    }

    // A request as a load brings it.
    DeletionCase request(const std::string& more = "", const std::string& id = "R1") {
        add({R"({"type":"deletion_request","id":")" + id + R"(","person":"P1","received_at":"2026-11-02")" +
             more + "}"});
        DeletionCase one;
        one.request = id;
        one.person = "P1";
        one.received_at = "2026-11-02";
        if (more.find("correction") != std::string::npos) one.asks_for = "correction";
        if (more.find("objection") != std::string::npos) one.asks_for = "objection";
        return one;
    }

    static DeletionItem item(const std::string& typed, const std::string& in, const std::string& verdict,
                             const std::string& decision = "", const std::string& reason = "") {
        DeletionItem one;
        one.item = typed;
        one.involvement = in;
        one.service = in == "I1" ? "youth-club" : "child-in-need";
        one.verdict = verdict;
        one.reason = "for practitioners";
        if (verdict == "statutory") {
            one.kept_until = "2042-03-03";
            one.authority = "UK GDPR Art 17(3)(b); Children Act 1989 s17";
        }
        if (!decision.empty()) one.decision = decision;
        if (!reason.empty()) one.decision_reason = reason;
        return one;
    }
};

}  // namespace casekeeper::test

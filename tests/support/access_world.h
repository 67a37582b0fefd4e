// SPDX-License-Identifier: MIT
//
// The whole program with everything it ships, and the people that a request to see a record takes: Petra the
// practitioner; Dana, David and Delia, data protection officers: unless a test says otherwise Dana decides,
// Delia gives second signatures on single decisions and David signs the whole; Rita the reviewer, Oscar the
// records officer, Ada the auditor. What the rules of release ask for is read in their configuration, so that
// a decision made here lacks nothing that a test does not leave out on purpose.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/deletion_world.h"

namespace casekeeper::test {

// The text at a key; empty where there is none, and for null.
inline std::string word_at(const std::string& json, const std::string& key) {
    const std::string value = json_value_at(json, key);
    return value.empty() || value == "null" ? "" : json_text_at(json, key);
}

class AccessWorld : public DeletionWorld {
protected:
    void SetUp() override {
        DeletionWorld::SetUp();
        if (IsSkipped()) return;
        const std::string rules = CASEKEEPER_SOURCE "/config/release_rules.toml";
        if (std::filesystem::exists(rules)) configure("release_rules.toml", bytes_of(rules));
        give_roles(R"("records-officer")");
    }
    void give_roles(const std::string& of_account) const {
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() + "\" = [" +
                                    of_account +
                                    "]\n[acting]\npetra = [\"practitioner\"]\ndana = [\"dpo\"]\n"
                                    "david = [\"dpo\"]\ndelia = [\"dpo\"]\nrita = [\"reviewer\"]\n"
                                    "oscar = [\"records-officer\"]\nada = [\"auditor\"]\n");
    }

    // ── Lines of a bundle ──

    static std::string professional(const std::string& id, const std::string& name, const std::string& kind,
                                    const std::string& role = "") {
        return R"({"type":"professional","id":")" + id + R"(","name":")" + name + R"(","kind":")" + kind +
               "\"" + (role.empty() ? "" : R"(,"role":")" + role + "\"") + "}";
    }
    // `more` begins with a comma.
    static std::string entry(const std::string& id, const std::string& in, const std::string& account,
                             const std::string& more = "", const std::string& kind = "note",
                             const std::string& on = "2024-03-04") {
        return R"({"type":"entry","id":")" + id + R"(","involvement":")" + in + R"(","kind":")" + kind +
               R"(","occurred_at":")" + on + R"(T10:00:00","account":")" + account + "\"" + more + "}";
    }
    static std::string relationship(const std::string& person, const std::string& kind,
                                    const std::string& more) {
        return R"({"type":"relationship","person":")" + person + R"(","kind":")" + kind + "\"" + more + "}";
    }
    // Somebody of 21 with a service and one note that speaks of nobody else.
    static Words plain_record(const std::string& id) {
        return {person("P" + id, "2005-05-04"),
                involvement("I" + id, "P" + id, "child-in-need", "2018-09-01", "2022-09-01"),
                entry("E" + id, "I" + id, "played table tennis, and won", "", "note", "2019-10-02")};
    }
    // The same with advice of the trust's lawyer in the file: one withholding is proposed.
    static Words record_with_advice(const std::string& id) {
        return with(plain_record(id), {entry("L" + id, "I" + id, "the lawyer on the order to be sought",
                                             R"(,"flags":["legal-advice"])", "email-received")});
    }

    // ── What people do ──

    static Words opening(const std::string& request, const std::string& of, const Words& more = {}) {
        return with({"access", "open", "--person", of, "--id", request}, more);
    }
    Said open(const std::string& request, const std::string& of, const Words& more = {},
              Date on = today) const {
        return done("petra", opening(request, of, more), on);
    }
    static Words knowing(const std::string& request) {
        return {"access",  "verify-identity", request,
                "--known", "--how",           "the worker has known them for years"};
    }
    Said know(const std::string& request, Date on = today) const {
        return done("petra", knowing(request), on);
    }
    static Words competence(const std::string& request, const std::string& yes_or_no,
                            const Words& more = {}) {
        return with({"access", "competence", request, "--competent", yes_or_no, "--assessor", "Petra Lane",
                     "--basis", "what they said about reading it"},
                    more);
    }
    Said find_competent(const std::string& request, const std::string& yes_or_no = "yes",
                        const Words& more = {}, Date on = today) const {
        return done("petra", competence(request, yes_or_no, more), on);
    }
    static Words searching(const std::string& request) {
        return {"access",  "search",   request,    "--place",         "the paper archive",
                "--terms", "the name", "--result", "one file, added", "--found",
                "1"};
    }
    void search(const std::string& request, Date on = today) const { done("petra", searching(request), on); }
    Said review(const std::string& request, Date on = today) const {
        return done("dana", {"access", "review", request}, on);
    }
    // The request of somebody of 16 or more, as far as the proposals.
    void open_and_review(const std::string& request, const std::string& of, const Words& more = {},
                         Date on = today) const {
        open(request, of, more, on);
        know(request, on);
        search(request, on);
        review(request, on);
    }
    // `what`: --withhold, --part TEXT or --show, and what goes with it.
    static Words deciding(const std::string& request, const std::string& row, const Words& what) {
        Words words = {"access", "decide", request, word_at(row, "item"), "--rule", word_at(row, "rule")};
        if (!word_at(row, "about").empty()) words = with(words, {"--about", word_at(row, "about")});
        return with(with(words, what), {"--reason", "weighed with the worker"});
    }
    // A withholding with everything its rule wants to be recorded.
    Words withholding(const std::string& request, const std::string& row, Date on = today) const {
        return deciding(request, row, with({"--withhold"}, recorded_for(word_at(row, "rule"), on)));
    }
    Words recorded_for(const std::string& rule, Date on = today) const {
        Words words;
        for (const std::string& key : record_keys(rule))
            words = with(words, {"--record", key + "=as the worker found"});
        if (rule_says(rule, "look_again")) words = with(words, {"--look-again", a_year_after(on)});
        return words;
    }
    void withhold(const std::string& request, const std::string& item, const std::string& rule,
                  Date on = today) const {
        done("dana", withholding(request, row(request, item, rule, on), on), on);
    }
    void show_item(const std::string& request, const std::string& item, const std::string& rule,
                   const Words& more = {}, Date on = today) const {
        done("dana", deciding(request, row(request, item, rule, on), with({"--show"}, more)), on);
    }
    // Everything that is proposed and not decided is withheld.
    void withhold_the_rest(const std::string& request, Date on = today) const {
        for (const std::string& one : rows(request, on))
            if (!word_at(one, "proposal").empty() && word_at(one, "decision").empty())
                done("dana", withholding(request, one, on), on);
    }
    static Words second_signature(const std::string& request, const std::string& row) {
        Words words = {
            "access", "sign", request, "--item", word_at(row, "item"), "--rule", word_at(row, "rule")};
        return word_at(row, "about").empty() ? words : with(words, {"--about", word_at(row, "about")});
    }
    bool wants_second_signature(const std::string& row) const {
        const std::string decision = word_at(row, "decision");
        if (decision == "show") return rule_says(word_at(row, "rule"), "second_signature_to_show");
        return !decision.empty() && rule_says(word_at(row, "rule"), "second_signature");
    }
    void countersign(const std::string& request, Date on = today) const {
        for (const std::string& one : rows(request, on))
            if (wants_second_signature(one) && word_at(one, "countersigned_by").empty())
                done("delia", second_signature(request, one), on);
    }
    static Words finishing(const std::string& request) { return {"access", "decide", request, "--done"}; }
    // All that is open is withheld and signed for, and the deciding is done.
    void finish(const std::string& request, Date on = today) const {
        withhold_the_rest(request, on);
        countersign(request, on);
        done("dana", finishing(request), on);
    }
    static Words assembling(const std::string& request) { return {"access", "assemble", request}; }
    // Into a folder of its own each time.
    Words sealing(const std::string& request, const Words& more = {}) const {
        return with(
            {"access", "seal", request, "--write", folder.path("sealed-" + std::to_string(++sealed_))}, more);
    }
    // The pack is made, signed by another person and sealed: it may go.
    Said sign(const std::string& request, Date on = today) const {
        done("dana", assembling(request), on);
        const Said said = done("david", {"access", "sign", request}, on);
        done("dana", sealing(request), on);
        return said;
    }
    // Of what may come on the same day.
    static Words announcing(const std::string& request, Date on = today) {
        return {"access",    "announce",  request,
                "--sent",    to_text(on), "--arrives",
                to_text(on), "--how",     "a call by their worker"};
    }
    void announce(const std::string& request, Date on = today) const {
        done("dana", announcing(request, on), on);
    }
    static Words dispatching(const std::string& request, const Words& more = {}) {
        return with({"access", "dispatch", request, "--how", "handed over by their worker"}, more);
    }
    Said dispatch(const std::string& request, Date on = today) const {
        return done("dana", dispatching(request), on);
    }
    // From the proposals to the person's hands.
    void complete(const std::string& request, Date on = today) const {
        finish(request, on);
        sign(request, on);
        announce(request, on);
        dispatch(request, on);
    }
    void close_request(const std::string& request, Date on = today) const {
        done("dana", {"access", "close", request, "--reason", "they have it"}, on);
    }
    static Words refusing(const std::string& request) {
        return {"access", "decide", request, "--refuse", "--reason", "they have no standing"};
    }

    // ── What can be seen ──

    std::string shown(const std::string& request, Date on = today) const {
        const Said said = as("ada", {"access", "show", request, "--format", "json"}, on);
        EXPECT_EQ(said.code, 0) << said;
        return said.code == 0 ? said.out : "{}";
    }
    std::string state_of(const std::string& request, Date on = today) const {
        return word_at(shown(request, on), "state");
    }
    // A day of the clock; empty where it cannot be known yet.
    std::string clock_of(const std::string& request, const std::string& key, Date on = today) const {
        return word_at(json_value_at(shown(request, on), "clock"), key);
    }
    // A number or a flag of it, as JSON.
    std::string clock_value(const std::string& request, const std::string& key, Date on = today) const {
        return json_value_at(json_value_at(shown(request, on), "clock"), key);
    }
    Words rows(const std::string& request, Date on = today) const {
        return json_items_at(shown(request, on), "items");
    }
    // What is proposed or decided on an item under a rule; "{}" where nothing is. `about`: of that one only.
    std::string row(const std::string& request, const std::string& item, const std::string& rule,
                    Date on = today, const std::string& about = "") const {
        for (const std::string& one : rows(request, on))
            if (word_at(one, "item") == item && word_at(one, "rule") == rule &&
                (about.empty() || word_at(one, "about") == about))
                return one;
        return "{}";
    }
    std::string proposal(const std::string& request, const std::string& item, const std::string& rule,
                         Date on = today) const {
        return word_at(row(request, item, rule, on), "proposal");
    }
    std::string decision(const std::string& request, const std::string& item, const std::string& rule,
                         Date on = today) const {
        return word_at(row(request, item, rule, on), "decision");
    }
    // Whether anything of a request is about somebody or some place.
    bool is_anything_about(const std::string& request, const std::string& whom, Date on = today) const {
        for (const std::string& one : rows(request, on))
            if (word_at(one, "about").starts_with(whom)) return true;
        return false;
    }

    // ── A no ──

    // Refused with one of the codes, and not a byte of the store is another.
    Said expect_no(const std::string& name, const Words& words, const std::set<int>& codes, Date on = today,
                   bool to_type = false) const {
        const std::string before = everything();
        Said said = as(name, words, on);
        EXPECT_TRUE(is_no(said, codes, to_type)) << name << ": " << joined(words);
        EXPECT_TRUE(everything() == before) << "the store was changed by: " << joined(words);
        return said;
    }

    // ── The rules of release, as they are configured ──

    Words record_keys(const std::string& rule) const {
        const std::string table = table_of(rule);
        Words keys;
        const std::size_t from = table.find("\nrecord =");
        if (from == std::string::npos) return keys;
        const std::string list = table.substr(from, table.find(']', from) - from);
        for (std::size_t at = list.find('"'); at != std::string::npos;) {
            const std::size_t end = list.find('"', at + 1);
            keys.push_back(list.substr(at + 1, end - at - 1));
            at = list.find('"', end + 1);
        }
        return keys;
    }
    bool rule_says(const std::string& rule, const std::string& flag) const {
        const std::string table = table_of(rule);
        const std::size_t at = table.find("\n" + flag + " =");
        return at != std::string::npos && has(table.substr(at, table.find('\n', at + 1) - at), "true");
    }

private:
    mutable int sealed_ = 0;  // how often something was

    // The lines from a rule's id to the next one's.
    std::string table_of(const std::string& rule) const {
        const std::string all = bytes_of(folder.path("config/release_rules.toml"));
        const std::size_t at = all.find("\nid = \"" + rule + "\"");
        if (at == std::string::npos) return {};
        return all.substr(at, all.find("\n[[", at) - at);
    }
    static std::string a_year_after(Date on) {
        return to_text(Date{on.year() + std::chrono::years{1}, on.month(), std::chrono::day{1}});
    }
};

}  // namespace casekeeper::test

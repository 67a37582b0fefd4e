// SPDX-License-Identifier: MIT
//
// The whole program with the shipped schedule, catalogue, bank holidays and letters, and the people that a
// request to delete takes: Petra the practitioner, Dana the data protection officer, Rita the reviewer, Oscar
// the records officer, Ada the auditor. The account of the tests loads and runs the nights. What is decided
// on `today` goes in the night of `after_cooling_off`, and not before.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/json_read.h"
#include "support/hints.h"
#include "support/program_test.h"

namespace casekeeper::test {

inline constexpr Date still_cooling_off{std::chrono::year{2026}, std::chrono::month{11},
                                        std::chrono::day{29}};
inline constexpr Date after_cooling_off{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class DeletionWorld : public ProgramTest {
protected:
    using Words = std::vector<std::string>;

    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        std::string settings = bytes_of(folder.path("config/casekeeper.toml"));
        settings.insert(settings.find("[report]"), "contact = \"dpo@trust.example\"\n");
        configure("casekeeper.toml", settings + "[requests]\nletters = \"" + folder.path("letters") + "\"\n");
        give_roles(R"("records-officer")");
    }
    // The roles of the account of the tests; the people have theirs.
    void give_roles(const std::string& of_account) const {
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() + "\" = [" +
                                    of_account +
                                    "]\n[acting]\npetra = [\"practitioner\"]\ndana = [\"dpo\"]\n"
                                    "rita = [\"reviewer\"]\noscar = [\"records-officer\"]\n"
                                    "ada = [\"auditor\"]\n");
    }

    // ── Lines of a bundle ──

    static std::string person(const std::string& id, const std::string& born, const std::string& more = "") {
        return R"({"type":"person","id":")" + id +
               R"(","family_name":"Haverford","given_names":"Marigold","date_of_birth":")" + born + "\"" +
               more + "}";
    }
    // Still open where `closed` is empty.
    static std::string involvement(const std::string& id, const std::string& of, const std::string& service,
                                   const std::string& opened, const std::string& closed = "",
                                   const std::string& more = "") {
        return R"({"type":"involvement","id":")" + id + R"(","person":")" + of + R"(","service":")" +
               service + R"(","opened":")" + opened + "\"" +
               (closed.empty() ? "" : R"(,"closed":")" + closed + "\"") + more + "}";
    }
    static std::string note(const std::string& id, const std::string& in, const std::string& on,
                            const std::string& account, const std::string& kind = "note") {
        return R"({"type":"entry","id":")" + id + R"(","involvement":")" + in + R"(","kind":")" + kind +
               R"(","occurred_at":")" + on + R"(T16:00:00","account":")" + account + "\"}";
    }

    // ── What people do ──

    Said as(const std::string& name, Words words, Date on = today) const {
        words.insert(words.begin(), {"--acting-as", name});
        return run(words, on);
    }
    // Does it, and expects that it was done.
    Said done(const std::string& name, const Words& words, Date on = today) const {
        Said said = as(name, words, on);
        EXPECT_EQ(said.code, 0) << name << ": " << joined(words) << "\n" << said;
        return said;
    }
    static std::string joined(const Words& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
        return text;
    }
    static Words with(Words words, const Words& more) {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    void load(const Words& lines, Date on = today) const {
        const Said said = run({"import", "bundle", bundle(lines)}, on);
        EXPECT_EQ(said.code, 0) << said;
    }
    // A night may have something for a person to look at; it never fails.
    Said night(Date on) const {
        Said said = run({"nightly", "--format", "json"}, on);
        EXPECT_LE(said.code, 1) << said;
        EXPECT_EQ(said.out.find(R"("outcome":"failed")"), std::string::npos) << said;
        return said;
    }

    Said open(const std::string& request, const std::string& of, const Words& more = {},
              Date on = today) const {
        return done("petra", with({"deletion", "open", "--person", of, "--id", request}, more), on);
    }
    Said know(const std::string& request, Date on = today) const {
        return done("petra",
                    {"deletion", "verify-identity", request, "--known", "--how",
                     "the worker has known them for years"},
                    on);
    }
    Said find_competent(const std::string& request, const std::string& yes_or_no = "yes",
                        const Words& more = {}) const {
        return done("petra", with({"deletion", "competence", request, "--competent", yes_or_no, "--assessor",
                                   "Petra Lane", "--basis", "what they said about what would go"},
                                  more));
    }
    void assess(const std::string& request, Date on = today) const {
        done("petra", {"deletion", "assess", request}, on);
    }
    static Words warning(const std::string& request, Date on = today) {
        return {"deletion",
                "warn",
                request,
                "--given",
                to_text(on),
                "--how",
                "face-to-face",
                "--present",
                "the young person and Petra Lane",
                "--understood",
                "said it back in their own words",
                "--said",
                "the marmalade jar can go too"};
    }
    static Words confirmation(const std::string& request) {
        return {"deletion", "confirm", request, "--words", "the marmalade jar is still to go"};
    }
    void warn_and_confirm(const std::string& request, Date on = today) const {
        done("petra", warning(request, on), on);
        done("petra", confirmation(request), on);
    }
    static Words decision(const std::string& request, const Words& what) {
        return with(with({"deletion", "decide", request}, what), {"--reason", "weighed with the worker"});
    }
    void decide(const std::string& request, const Words& what, Date on = today) const {
        done("dana", decision(request, what), on);
    }
    // The request of somebody of 16 or more, as far as the verdicts.
    void open_and_assess(const std::string& request, const std::string& of, Date on = today) const {
        open(request, of, {}, on);
        know(request, on);
        assess(request, on);
    }
    // The letters are written and sent.
    void notify(const std::string& request, Date on) const {
        done("dana", {"deletion", "notify", request, "--write"}, on);
        done("dana", {"deletion", "notify", request, "--sent", to_text(on)}, on);
    }

    // ── What can be seen ──

    std::string shown(const std::string& request, Date on = today) const {
        const Said said = as("ada", {"deletion", "show", request, "--format", "json"}, on);
        EXPECT_EQ(said.code, 0) << said;
        return said.code == 0 ? said.out : "{}";
    }
    std::string state_of(const std::string& request, Date on = today) const {
        return json_text_at(shown(request, on), "state");
    }
    std::string clock_of(const std::string& request, const std::string& key) const {
        return json_text_at(json_value_at(shown(request), "clock"), key);
    }
    // A part as JSON; "{}" where the request has none of that id.
    std::string item(const std::string& request, const std::string& id) const {
        for (const std::string& one : json_items_at(shown(request), "items"))
            if (json_text_at(one, "id") == id) return one;
        return "{}";
    }
    std::string verdict(const std::string& request, const std::string& id) const {
        return json_text_at(item(request, id), "verdict");
    }
    std::string authority(const std::string& request, const std::string& id) const {
        return json_text_at(item(request, id), "authority");
    }
    // The ids of one kind of records: "I1 I2".
    std::string ids(const std::string& table) const {
        return joined(sql("select id from " + table + " order by id"));
    }
    // The letters that wait to be sent: how many, and everything they say.
    Words letters() const {
        Words texts;
        if (!std::filesystem::exists(folder.path("letters"))) return texts;
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("letters")))
            if (file.is_regular_file()) texts.push_back(bytes_of(file.path()));
        return texts;
    }
    std::string said_in_letters() const { return joined(letters()); }

    // ── A lawful no ──

    // An error of one of the codes, in two lines, whose hint names nothing that cannot be typed; and names a
    // command at all where `to_type`.
    static testing::AssertionResult is_no(const Said& said, const std::set<int>& codes, bool to_type = true) {
        const std::vector<std::string> lines = lines_of(said.err);
        if (!codes.contains(said.code)) return testing::AssertionFailure() << "another code: " << said;
        if (lines.size() != 2 || !lines[0].starts_with("casekeeper: ") || !lines[1].starts_with("hint: "))
            return testing::AssertionFailure() << "not two lines: " << said;
        if (has(lines[0], "Unknown option") || has(lines[0], "there is no command"))
            return testing::AssertionFailure() << "this says nothing of what was asked: " << said;
        if (!said.out.empty()) return testing::AssertionFailure() << "it printed results: " << said;
        if (to_type && !has(lines[1], "casekeeper "))
            return testing::AssertionFailure() << "nothing to type: " << said;
        const std::string wrong =
            what_cannot_be_typed(lines[1], [](const Words& words) { return run_bare(words).out; });
        if (!wrong.empty()) return testing::AssertionFailure() << "there is no " << wrong << ": " << said;
        return testing::AssertionSuccess();
    }
};

}  // namespace casekeeper::test

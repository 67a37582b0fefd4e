// SPDX-License-Identifier: MIT
//
// The whole program on a store in which records of every kind of end are due: imported by the account of the
// tests, signed off by others. A night on `today` proposes; what is approved that day goes on `night_of_end`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/json_read.h"
#include "support/program_test.h"

namespace casekeeper::test {

inline constexpr Date night_of_end{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};

class DisposalWorld : public ProgramTest {
protected:
    using Words = std::vector<std::string>;

    void SetUp() override {
        ProgramTest::SetUp();
        if (IsSkipped()) return;
        configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                    "\" = [\"records-officer\"]\n[acting]\nrita = [\"reviewer\"]\n"
                                    "rob = [\"reviewer\"]\ndana = [\"dpo\"]\nada = [\"auditor\"]\n"
                                    "[professionals]\nrob = \"W7\"\n");
        configure("retention_schedule.toml",
                  "[schedule]\ntitle = \"Small\"\nversion = \"1\"\n" +
                      rule("kept-elsewhere", "mentoring", "action = \"archive\"") +
                      rule("moved", "child-in-need", "action = \"transfer\"\nto = \"the next authority\"") +
                      rule("told", "young-carer-assessment", "notify_before = \"6m\"") +
                      rule("looked-at", "private-fostering", "action = \"review\"") +
                      rule("rest", "*", "default = true"));
    }
    static std::string rule(const std::string& id, const std::string& service, const std::string& more) {
        return "[[rule]]\nid = \"" + id + "\"\nservices = [\"" + service + "\"]\nuntil = \"closed + 1y\"\n" +
               more + "\nauthority = \"local policy\"\nbasis = \"business\"\n";
    }
    // A person of a family name that stands nowhere else, with one closed involvement, "I-" and their id.
    static Words closed(const std::string& id, const std::string& service = "early-help",
                        const std::string& more = "") {
        return {R"({"type":"person","id":")" + id +
                    R"(","family_name":"Haverford","date_of_birth":"2001-02-03"})",
                R"({"type":"involvement","id":"I-)" + id + R"(","person":")" + id + R"(","service":")" +
                    service + R"(","opened":"2012-01-01","closed":"2015-01-01")" + more + "}",
                R"({"type":"entry","id":"E-)" + id + R"(","involvement":"I-)" + id +
                    R"(","kind":"note","occurred_at":"2014-01-01"})"};
    }
    // A document of somebody's entry.
    Words with_document(Words lines, const std::string& id, const std::string& content) const {
        folder.write("bundle/" + id + ".txt", content);
        lines.push_back(R"({"type":"document","id":"D-)" + id + R"(","entry":"E-)" + id + R"(","file":")" +
                        id + R"(.txt"})");
        return lines;
    }
    void load(const std::vector<Words>& lists) const {
        Words lines;
        for (const Words& list : lists) lines.insert(lines.end(), list.begin(), list.end());
        const Said said = run({"import", "bundle", bundle(lines)});
        ASSERT_EQ(said.code, 0) << said;
    }
    void load_and_propose(const std::vector<Words>& lists) const {
        load(lists);
        const Said night = run({"nightly"});
        ASSERT_EQ(night.code, 0) << night;
    }
    void add_settings(const std::string& text) const {
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) + text);
    }
    Said as(const std::string& name, Words words, Date on = today) const {
        words.insert(words.begin(), {"--acting-as", name});
        return run(words, on);
    }
    // The number of the latest proposal of somebody's involvement.
    std::string proposal_of(const std::string& id) const {
        return sql_value("select cast(max(number) as text) from proposal where involvement = 'I-" + id + "'");
    }
    void approve(const std::string& id, const std::string& by = "rita", Date on = today) const {
        const Said said = as(by, {"disposal", "approve", proposal_of(id)}, on);
        ASSERT_EQ(said.code, 0) << said;
    }
    std::string state_of(const std::string& proposal) const {
        return sql_value("select state from proposal where number = " + proposal);
    }
    // Whose involvements are there: "A B C".
    std::string still_there() const {
        std::string ids;
        for (const std::string& id : sql("select person from involvement order by id"))
            ids += (ids.empty() ? "" : " ") + id;
        return ids;
    }
    // What a night says of one of its jobs, as JSON.
    static std::string job(const Said& night, const std::string& name) {
        for (const std::string& one : json_items_at(night.out, "jobs"))
            if (json_text_at(one, "job") == name) return one;
        return "{}";
    }
    std::string path_of(const std::string& name) const {
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path()))
            if (file.path().filename() == name) return file.path();
        return "";
    }
    std::string bundle_of(const std::string& proposal) const { return path_of("for-proposal-" + proposal); }
};

}  // namespace casekeeper::test

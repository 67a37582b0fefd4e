// SPDX-License-Identifier: MIT
//
// Nights that make packs and end them: packs lie in `packs` for 30 days, as text.
#pragma once

#include <filesystem>
#include <string>

#include "support/access_world.h"

namespace casekeeper::test {

class PackNightWorld : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        settings_ = bytes_of(folder.path("config/casekeeper.toml")) + "[packs]\nfolder = \"" +
                    folder.path("packs") + "\"\nkeep_days = 30\n";
        configure("casekeeper.toml", settings_);
    }
    void switch_off() const { configure("casekeeper.toml", settings_ + "[disposal]\nenabled = false\n"); }
    void switch_on() const { configure("casekeeper.toml", settings_); }

    // A request, as far as the last decision, for a pack of text.
    void decided(const std::string& request, const std::string& of, Date on = today) const {
        open_and_review(request, of, {"--wanted", "text"}, on);
        finish(request, on);
    }
    void decided_by(const std::string& number) const {
        load(plain_record(number));
        decided("R" + number, "P" + number);
    }
    // What is decided can be written by nobody: words are kept back that stand nowhere.
    void decided_and_impossible(const std::string& number) const {
        load(plain_record(number));
        open_and_review("R" + number, "P" + number, {"--wanted", "text"});
        done("dana", deciding("R" + number, R"({"item":"entry:E)" + number + R"(","rule":"crime"})",
                              with({"--part", "words that nobody wrote"}, recorded_for("crime"))));
        finish("R" + number);
    }
    // What the job said of itself.
    std::string packs_night(Date on = today, int code = 0, const Words& more = {}) const {
        const Said said = run(with({"nightly", "--only", "packs", "--format", "json"}, more), on);
        EXPECT_EQ(said.code, code) << said;
        const Words jobs = json_items_at(said.out, "jobs");
        return jobs.empty() ? "{}" : jobs.front();
    }
    static long long handled(const std::string& job) { return json_number_at(job, "handled"); }
    static long long refused(const std::string& job) { return json_number_at(job, "refused"); }

    std::string pack(const std::string& request, const std::string& column) const {
        return sql_value("select coalesce(" + column + ", '') from access_pack where request = '" + request +
                         "'");
    }
    std::string copy_of(const std::string& request) const {
        return bytes_of(pack(request, "folder") + "/persons-copy-1.txt");
    }
    // The folders of packs.
    Words folders() const {
        Words names;
        std::error_code failed;
        for (const auto& one : std::filesystem::directory_iterator(folder.path("packs"), failed))
            names.push_back(one.path().filename());
        return names;
    }
    Words lines_of_kind(const std::string& kind) const {
        return sql("select line from register_line where kind = '" + kind + "' order by number");
    }
    void place_hold() const {
        done("oscar", {"hold", "place", "--id", "H1", "--kind", "litigation", "--authority", "the solicitor",
                       "--reason", "a claim", "--person", "P1"});
    }
    void expect_register_verifies() const {
        const Said said = run({"register", "verify", "--format", "json"});
        EXPECT_EQ(said.code, 0) << said;
        EXPECT_TRUE(has(said.out, "\"intact\":true")) << said;
        EXPECT_TRUE(has(said.out, "\"mirror\":\"even\"")) << said;
    }

    static Date after(int days) { return casekeeper::add(today, {0, 0, days}, Rounding::never_late); }

private:
    std::string settings_;
};
}  // namespace casekeeper::test

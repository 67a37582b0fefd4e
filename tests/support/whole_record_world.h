// SPDX-License-Identifier: MIT
//
// The record of a childhood, as there are (tests/cases/whole_record): eight services, their notes, decisions,
// photographs, letters and disclosures, names in six scripts, a protected place, somebody who asked not to be
// named, health, crime and a lawyer's advice. Zofia, who is 22, asks to see it; what is kept back is decided
// here as it might be.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include "support/access_world.h"

namespace casekeeper::test {

class WholeRecordWorld : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        pack_into("packs");
        const Said said = run({"import", "bundle", CASEKEEPER_SOURCE "/tests/cases/whole_record"});
        EXPECT_TRUE(has(said.out, "stored 76, unchanged 0, set aside 0")) << said;
    }
    // Where packs lie from now on, within the folder of the test.
    void pack_into(const std::string& name) {
        if (settings_.empty()) settings_ = bytes_of(folder.path("config/casekeeper.toml"));
        configure("casekeeper.toml", settings_ + "[packs]\nfolder = \"" + folder.path(name) + "\"\n");
    }
    // A request for a format, to the end of the deciding.
    void decide_all(const std::string& request, const std::string& format) const {
        open_and_review(request, "P1", {"--wanted", format});
        done("dana", {"access", "opinion", request, "--of", "Dr Priya Nair", "--role", "general practitioner",
                      "--given", "2026-11-20", "--harm", "yes", "--text", "it would do serious harm now"});
        std::map<std::string, Words> open;  // by part and rule
        for (const std::string& one : rows(request))
            if (!word_at(one, "proposal").empty() && word_at(one, "decision").empty())
                open[word_at(one, "item") + " " + word_at(one, "rule")].push_back(one);
        Words seen_by_all;  // parts of which everybody who is named is shown: one command for all
        for (const auto& [part, them] : open) {
            const bool is_shown_whole = word_at(them.front(), "rule") == "third-party" &&
                                        std::all_of(them.begin(), them.end(), is_shown_row);
            if (is_shown_whole) seen_by_all.push_back(word_at(them.front(), "item"));
            for (const std::string& one : them)
                if (!is_shown_whole) decide(request, one);
        }
        done("dana", with(with({"access", "decide", request}, seen_by_all),
                          {"--rule", "third-party", "--show", "--known", "she knows them", "--reason",
                           "weighed with the worker"}));
        countersign(request);
        done("dana", finishing(request));
    }
    // The files of the one pack that lies in a folder of packs, by name.
    std::map<std::string, std::string> files_in(const std::string& name) const {
        std::map<std::string, std::string> files;
        for (const auto& one : std::filesystem::recursive_directory_iterator(folder.path(name)))
            if (one.is_regular_file()) files[one.path().filename()] = one.path();
        return files;
    }

private:
    static bool is_shown(const std::string& item, const std::string& rule, const std::string& about) {
        if (rule == "unread") return true;
        if (rule == "health-bar") return item == "document:D8" || item == "entry:E32";
        if (rule != "third-party") return false;
        if (about == "person:P3") return item == "entry:E01" || item == "person:P1";
        return !has(about, "Capstick") && !about.starts_with("address:");
    }
    static bool is_shown_row(const std::string& row) {
        return is_shown(word_at(row, "item"), word_at(row, "rule"), word_at(row, "about"));
    }
    void decide(const std::string& request, const std::string& row) const {
        const std::string rule = word_at(row, "rule");
        if (is_shown_row(row)) {
            const Words known = rule == "unread" ? Words{} : Words{"--known", "she knows them"};
            done("dana", deciding(request, row, with({"--show"}, known)));
        } else if (rule == "crime") {
            done("dana",
                 deciding(request, row,
                          with({"--part", "It names who gave evidence against Imran."}, recorded_for(rule))));
        } else {
            done("dana", withholding(request, row));
        }
    }

    std::string settings_;
};

}  // namespace casekeeper::test

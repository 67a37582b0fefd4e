// SPDX-License-Identifier: MIT
//
// The whole program with what it ships, and a record of which things are shared: Marigold of 21, who was in
// need and then looked after, her mother, who is not to be found, her father, and the notes of it.
//
//   P1   I1 child-in-need, ended       E1 a note, E2 told in confidence, E3 disputed, E4 with the mother's address
//        I2 looked-after, open         E5 a visit
//   P2   the mother: 14 Mill Lane and a telephone, protected
//   P9   somebody else's record        I9, E9
#pragma once

#include <string>
#include <vector>

#include "support/access_world.h"

namespace casekeeper::test {

class DisclosureWorld : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        load(
            {person("P1", "2005-05-04", R"(,"addresses":[{"lines":["3 Fern Row"],"from":"2019-05-03"}])"),
             person(
                 "P2", "1981-02-02",
                 R"(,"addresses":[{"lines":["14 Mill Lane","Sedgeford"],"postcode":"PE36 5LS","from":"2020-01-01","protected":true}])"
                 R"(,"contacts":[{"kind":"phone","value":"01632 960123","protected":true},{"kind":"school","value":"Hollin Bank School","protected":true}])"),
             person("P9", "2010-01-01",
                    R"(,"contacts":[{"kind":"school","value":"Westering Academy","protected":true}])"),
             relationship("P1", "mother", R"(,"other":"P2")"),
             professional("W1", "Ann Hillier", "social-work"),
             involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01", R"(,"worker":"W1")"),
             involvement("I2", "P1", "looked-after", "2022-09-01", "", R"(,"worker":"W1")"),
             involvement("I9", "P9", "child-in-need", "2018-09-01", "2022-09-01"),
             entry("E1", "I1", "She plays table tennis."),
             entry("E2", "I1", "The neighbour heard shouting.",
                   R"(,"provided_by":{"name":"Jane Roe","in_confidence":true})"),
             entry("E3", "I1", "She hit her brother.", R"(,"flags":["disputed"])"),
             entry("E4", "I1", "Mum is now in Mill Lane, number 14, Sedgeford PE36 5LS."),
             entry("E5", "I2", "All was well.", "", "visit", "2026-11-02"), entry("E9", "I9", "nothing")});
    }
    // Everything that a sharing is to say, but for what `more` says itself.
    static Words sharing(const Words& more) {
        Words words = {"disclosure", "record", "--person", "P1"};
        const Words usual = {"--outcome",         "shared",
                             "--involvement",     "I1",
                             "--items",           "none",
                             "--recipient",       "Netherby Police",
                             "--information",     "who lives in the house",
                             "--reasons",         "a joint enquiry",
                             "--lawful-basis",    "public-task: Children Act 1989 s47",
                             "--consent",         "not-asked: it could put her at risk",
                             "--risk-assessment", "strategy discussion of 3 November",
                             "--authorised-by",   "Grace Okonjo",
                             "--method",          "secure e-mail"};
        for (std::size_t at = 0; at < usual.size(); at += 2)
            if (std::find(more.begin(), more.end(), usual[at]) == more.end())
                words = with(words, {usual[at], usual[at + 1]});
        // An empty value leaves an option out.
        for (std::size_t at = 0; at < more.size(); at += 2) {
            if (at + 1 < more.size() && more[at + 1].empty()) continue;
            words.push_back(more[at]);
            if (at + 1 < more.size()) words.push_back(more[at + 1]);
        }
        return words;
    }
    Said share(const Words& more, Date on = today) const { return as("petra", sharing(more), on); }
    // Stopped, and nothing was recorded.
    Said expect_stopped(const Words& more, const std::string& what, const std::string& hint = "") const {
        const Said said = expect_no("petra", sharing(more), {77});
        EXPECT_TRUE(is_error(said, 77, what, hint)) << joined(more);
        return said;
    }
    void expect_recorded(const Words& more) const {
        const Said said = share(more);
        EXPECT_EQ(said.code, 0) << joined(more) << "\n" << said;
    }
    std::string listed(const Words& more = {}) const {
        return done("ada", with({"disclosure", "list", "--format", "json"}, more)).out;
    }
    // The last line of the register.
    std::string last_line() const {
        return sql_value("select line from register_line order by number desc limit 1");
    }
};

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// The whole program on a store of either engine: run in this process on a fixed day, or as its users run it.
// Its configuration is a copy of the shipped one in which the account of the tests has every role.
#pragma once

#include <string>
#include <vector>

#include "support/test_store.h"

namespace casekeeper::test {

// What a run said.
struct Said {
    int code = 0;
    std::string out;
    std::string err;
};
std::ostream& operator<<(std::ostream& out, const Said& said);

class ProgramTest : public StoreTest {
protected:
    void SetUp() override;

    // Runs with --config and --store in front of the words.
    Said run(const std::vector<std::string>& words, Date on = today) const;
    // Runs with nothing added.
    static Said run_bare(const std::vector<std::string>& words, Date on = today);
    // Runs the program itself by a shell: `casekeeper` stands for it with --config and --store.
    Said shell(const std::string& line) const;
    std::string store() const { return (on_postgresql() ? "" : "sqlite:") + url().location; }
    // Writes a file of the configuration.
    void configure(const std::string& file, const std::string& text) const {
        folder.write("config/" + file, text);
    }
    void roles(const std::string& list) const;
    // Writes lines as a bundle; its folder.
    std::string bundle(const std::vector<std::string>& lines) const;
};

// The account the tests run under.
std::string this_account();
// The keys of a JSON object in its order, "a b c"; "no JSON" for anything else.
std::string keys_of(const std::string& json);
// The same of the object at a JSON pointer ("/jobs/0").
std::string keys_at(const std::string& json, const std::string& pointer);
std::vector<std::string> lines_of(const std::string& text);

// A code, and the two lines that every error is.
testing::AssertionResult is_error(const Said& said, int code, const std::string& message,
                                  const std::string& hint);

}  // namespace casekeeper::test

// SPDX-License-Identifier: MIT
//
// A destruction that stands still in the middle, between its BEGIN and its COMMIT, until it is told to go on:
// so that a test decides in which order two programs come. On SQLite a trigger calls a function of ours, on
// PostgreSQL it waits for a row.
#pragma once

#include <future>
#include <memory>
#include <string>

#include "support/gate_world.h"

namespace casekeeper::test {

class PausedDestruction : public GateWorld {
protected:
    void SetUp() override;
    void TearDown() override;

    // Executes a proposal on a connection of its own, up to where the involvement's row goes.
    void start(const Proposal& proposal);
    // Lets it go on; what came of it.
    std::string finish();
    // Something on another connection at the same time; what its future holds is its error, or "done".
    template <typename Call>
    std::future<std::string> meanwhile(const Call& call) {
        return std::async(std::launch::async, [this, call] {
            const std::unique_ptr<Database> other = another();
            return error_of([&] { call(*other); });
        });
    }
    // Is it still not done after a good while?
    static bool waits(const std::future<std::string>& something);

private:
    void pause_in_the_middle();
    bool stands_still() const;
    std::future<std::string> destruction_;
};

}  // namespace casekeeper::test

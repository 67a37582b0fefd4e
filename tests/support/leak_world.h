// SPDX-License-Identifier: MIT
//
// A record with somebody else's name, number or home in every place where one can lie, written in every way in which
// one can be written; and what of it may be read and what may not. All of it is decided: about others everything is
// kept back, pictures are shown.
#pragma once

#include <string>
#include <vector>

#include "support/access_world.h"

namespace casekeeper::test {

class LeakWorld : public AccessWorld {
protected:
    void SetUp() override;

    // The request of P1 in a format, with everything decided, where we looked and what was found there.
    void decide_all(const std::string& request, const std::string& format) const;
    // Assembles, signs and seals; the files that were handed out, and the passphrase.
    struct Released {
        Words files;
        std::string passphrase;
    };
    Released release(const std::string& request) const;

    // What must not be in what is handed out, and what must: tests/support/released_words.py says how they are compared.
    static Words kept_back();
    static Words shown();
    // What is wrong with what was handed out, a line each; empty: nothing is.
    std::string wrong_with(const Released& released, const Words& kept, const Words& wanted) const;

    std::string pack_folder(const std::string& request) const;

private:
    static Words people();
    static Words entries();
    Words documents() const;
};

}  // namespace casekeeper::test

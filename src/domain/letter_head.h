// SPDX-License-Identifier: MIT
//
// What heads every letter: from whom, to whom, about which request, as it is printed.
#pragma once

#include <string>

namespace casekeeper {

struct LetterHead {
    std::string trust;
    std::string contact;     // empty: the trust's name stands for it
    std::string written_on;  // in words, like every day here
    std::string request;     // its id, to be quoted; of a restriction its own
    std::string received_on;
    std::string salutation;  // "Dear Zoë"; "Hello" where no name is known
    bool for_oneself = true;
    std::string about;  // "you", or what the person is called by
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// Something that was done with a request, as its case keeps it, and who does it. Days and moments are ISO text;
// `facts` is a JSON object of what was recorded.
#pragma once

#include <string>

namespace casekeeper {

struct CaseEvent {
    long long number = 0;
    std::string event;
    std::string state;  // that it led to
    std::string on;
    std::string at;
    std::string by;
    std::string facts = "{}";
};

struct CaseAct {
    std::string on;
    std::string at;
    std::string by;
};

}  // namespace casekeeper

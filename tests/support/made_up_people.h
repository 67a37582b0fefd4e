// SPDX-License-Identifier: MIT
//
// Some people with involvements of every service of a loaded store (support/loaded_store.h), for tests that
// compare whole stores: looked after and not, in clubs, joined, siblings, open and closed, some without a
// birth, some with a complaint. The same for the same number.
#pragma once

#include <string>
#include <vector>

#include "support/loaded_store.h"

namespace casekeeper::test {

inline std::vector<std::string> made_up_people(int people) {
    std::vector<std::string> lines;
    const auto year = [](int number) { return std::to_string(number); };
    for (int i = 0; i < people; ++i) {
        const std::string id = "Q" + std::to_string(1000 + i);
        const int born = 1935 + i * 7 % 80;
        lines.push_back(person(id, i % 9 == 8
                                       ? ""
                                       : R"(,"date_of_birth":")" + year(born) +
                                             (i % 11 == 10 ? "\"" : "-03-1" + std::to_string(i % 9) + "\"")));
        int number = 0;
        const auto add = [&](const char* service, int opened, int closed) {
            lines.push_back(
                involvement("J" + id + std::to_string(++number), id,
                            std::string(R"(,"service":")") + service + R"(","opened":")" + year(opened) +
                                "-04-0" + std::to_string(1 + i % 9) + "\"" +
                                (closed > 0 ? R"(,"closed":")" + year(closed) + "-06-30\"" : "")));
        };
        if (i % 3 == 0) add("looked-after", born + 8, born + 12);
        if (i % 2 == 0) add("youth-club", 2012 + i % 12, i % 10 == 0 ? 0 : 2025);
        if (i % 4 == 1) {
            add("child-in-need", born + 5, born + 6 + i % 12);
            lines.push_back(entry("E" + id, "J" + id + std::to_string(number),
                                  R"(,"occurred_at":")" + year(born + 6) + R"(-05-01")"));
        }
        if (i % 13 == 5) add("complaint", 2026, i % 2 == 0 ? 0 : 2026);
        if (i % 17 == 16)
            lines.push_back(R"({"type":"relationship","kind":"same-person","person":")" + id +
                            R"(","other":"Q)" + std::to_string(999 + i) + R"("})");
        if (i % 5 == 4)
            lines.push_back(R"({"type":"relationship","kind":"sibling","person":")" + id + R"(","other":"Q)" +
                            std::to_string(998 + i) + R"("})");
    }
    return lines;
}

}  // namespace casekeeper::test

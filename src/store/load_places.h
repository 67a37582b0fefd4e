// SPDX-License-Identifier: MIT
//
// Where lines of a load stand that can only be judged when all of it is in: letters and people. Kept in a
// temporary table, so that memory stays flat. REQUIRES: a unit of work.
#pragma once

#include <functional>
#include <string>

#include "store/database.h"

namespace casekeeper {

class LoadPlaces {
public:
    explicit LoadPlaces(Database& database);
    void add_letter(const std::string& entry, const std::string& file, long line) {
        add("letter", entry, file, line);
    }
    void add_person(const std::string& person, const std::string& file, long line) {
        add("person", person, file, line);
    }

    using Take = std::function<void(const std::string& id, const std::string& file, long line)>;
    void letters_without_document(const Take& take);
    void people_without_involvement(const Take& take);

private:
    void add(const char* kind, const std::string& id, const std::string& file, long line);
    Database& database_;
};

}  // namespace casekeeper

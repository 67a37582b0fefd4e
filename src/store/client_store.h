// SPDX-License-Identifier: MIT
//
// Whoever has a record, by what they are called and numbered, and the names of workers: read as a whole where a text
// is asked whose it may be. As it is stored.
#pragma once

#include <functional>
#include <string>

#include "store/database.h"

namespace casekeeper {

class ClientStore {
public:
    explicit ClientStore(Database& database) : database_(database) {}

    struct Client {
        std::string id;
        std::string family_name;
        std::string given_names;
        std::string known_as;  // lists of JSON; empty: none
        std::string former_names;
        std::string identifiers;  // an object of JSON
    };
    // In order of their ids, page by page.
    void each(const std::function<void(const Client&)>& take);
    void each_worker(const std::function<void(const std::string& name)>& take);

private:
    Database& database_;
};

}  // namespace casekeeper

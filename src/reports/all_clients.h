// SPDX-License-Identifier: MIT
//
// All clients by name and number (policy/client_names.h), read from the store at the first question: a night in which
// nobody is looked at reads none.
#pragma once

#include <memory>

#include "policy/client_names.h"
#include "store/database.h"

namespace casekeeper {

class AllClientsRead {
public:
    explicit AllClientsRead(Database& database) : database_(database) {}

    const ClientNames& names();
    bool is_read() const { return names_ != nullptr; }
    // Those that another has read, for a thread beside it.
    void share(const AllClientsRead& other) { names_ = other.names_; }

private:
    Database& database_;
    std::shared_ptr<const ClientNames> names_;
};

}  // namespace casekeeper

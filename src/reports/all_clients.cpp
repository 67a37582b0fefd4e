// SPDX-License-Identifier: MIT
#include "reports/all_clients.h"

#include "base/json_read.h"
#include "store/client_store.h"

namespace casekeeper {
namespace {

std::vector<std::string> listed(const std::string& json) {
    return json.empty() ? std::vector<std::string>() : json_texts(json);
}

PersonNames names_of(const ClientStore::Client& client) {
    PersonNames names;
    names.family_name = client.family_name;
    names.given_names = client.given_names;
    names.known_as = listed(client.known_as);
    names.former_names = listed(client.former_names);
    if (client.identifiers.empty()) return names;
    for (const auto& [kind, value] : json_pairs(client.identifiers)) names.identifiers.push_back(value);
    return names;
}

}  // namespace

const ClientNames& AllClientsRead::names() {
    if (names_) return *names_;
    auto read = std::make_shared<ClientNames>();
    ClientStore store(database_);
    store.each([&](const ClientStore::Client& client) { read->add(client.id, names_of(client)); });
    store.each_worker([&](const std::string& name) { read->add_worker(name); });
    read->finish();
    names_ = std::move(read);
    return *names_;
}

}  // namespace casekeeper

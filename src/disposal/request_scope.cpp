// SPDX-License-Identifier: MIT
#include "disposal/request_scope.h"

#include <algorithm>

#include "base/json_read.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/move_store.h"
#include "store/record_store.h"

namespace casekeeper {

RequestToAnswer to_answer(const DeletionCase& request) {
    return {RecordType::deletion_request, request.request, request.person, request.received_at};
}

bool asks_for_everything(Database& database, const DeletionCase& request) {
    const auto asked = RecordStore(database).find(RecordType::deletion_request, request.request);
    return !asked || !asked->value("scope");
}

std::vector<DeletionItem> items_named(Database& database, const std::vector<std::string>& typed) {
    RecordStore records(database);
    std::vector<DeletionItem> items;
    for (const std::string& item : typed)
        if (const std::optional<ItemPlace> place = place_of_item(records, item)) {
            items.emplace_back().item = item;
            items.back().involvement = place->involvement;
        }
    return items;
}

std::vector<DeletionItem> items_of_scope(Database& database, const DeletionCase& request) {
    const auto asked = RecordStore(database).find(RecordType::deletion_request, request.request);
    if (!asked) return {};
    std::vector<std::string> named = json_texts(asked->value("scope").value_or("[]"));
    const std::vector<std::string> people = FactStore(database).records_of(*asked->value("person"));
    RecordStore records(database);
    // What was moved to another's record since is nothing to write to this person of: what it was moved out of is.
    std::vector<std::string> theirs;
    for (std::string& item : named) {
        if (const std::optional<ItemPlace> place = place_of_item(records, item))
            if (const std::string left = MoveStore(database).left(place->entry, place->person, people);
                !left.empty())
                item = "involvement:" + left;
        if (std::find(theirs.begin(), theirs.end(), item) == theirs.end()) theirs.push_back(std::move(item));
    }
    return items_named(database, theirs);
}

std::vector<DeletionItem> items_of_everything(Database& database, const DeletionCase& request) {
    std::vector<DeletionItem> items;
    if (const std::optional<CaseFile> file = FactStore(database).file_of(request.person))
        for (const InvolvementFacts& involvement : file->involvements) {
            items.emplace_back().item = "involvement:" + involvement.id;
            items.back().involvement = involvement.id;
        }
    return items;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/request_scope.h"

#include "base/json_read.h"
#include "store/fact_store.h"
#include "store/item_place.h"
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
    return asked ? items_named(database, json_texts(asked->value("scope").value_or("[]")))
                 : std::vector<DeletionItem>();
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

// SPDX-License-Identifier: MIT
#include "domain/remark.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {

std::vector<Remark> read_remarks(std::string_view json) {
    std::vector<Remark> remarks;
    if (json.empty()) return remarks;
    for (const std::string& one : json_items_at("{\"all\":" + std::string(json) + "}", "all"))
        remarks.push_back({json_text_at(one, "kind"), json_text_at(one, "on"), json_text_at(one, "text"),
                           json_text_at(one, "by")});
    return remarks;
}

std::vector<Remark> remarks_of(const Record& record) {
    return read_remarks(record.value("remarks").value_or(""));
}

std::vector<Remark> other_views_of(const Record& record) {
    std::vector<Remark> views = remarks_of(record);
    std::erase_if(views, [](const Remark& remark) { return remark.kind == "move"; });
    return views;
}

void add_remark(Record& record, const Remark& remark) {
    std::optional<std::string>& field =
        record.values[static_cast<std::size_t>(format_of(record.type).position("remarks"))];
    std::string list = field.value_or("[]");
    list.pop_back();
    if (list.size() > 1) list += ',';
    field = list + to_json(remark) + ']';
}

bool is_disputed(const Record& record) {
    if (record.type == RecordType::entry) {
        const std::vector<std::string> flags = json_texts(record.value("flags").value_or("[]"));
        if (std::find(flags.begin(), flags.end(), "disputed") != flags.end()) return true;
    }
    const std::vector<Remark> remarks = remarks_of(record);
    return std::any_of(remarks.begin(), remarks.end(), [](const Remark& remark) {
        return remark.kind == "correction" || remark.kind == "statement";
    });
}

std::string to_json(const Remark& remark) {
    JsonObject json;
    json.text("kind", remark.kind).text("on", remark.on).text("text", remark.text);
    if (!remark.by.empty()) json.text("by", remark.by);
    return json.json();
}

}  // namespace casekeeper

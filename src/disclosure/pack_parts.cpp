// SPDX-License-Identifier: MIT
#include "disclosure/pack_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "base/calendar.h"

namespace casekeeper {
namespace {

// What comes first of one day: an involvement begins before what is done in it.
int rank_of(const std::string& type) {
    if (type == "involvement") return 0;
    if (type == "entry" || type == "document") return 1;
    return 2;
}

class Ordering {
public:
    Ordering(RecordStore& records, const std::vector<MaterialPart>& materials) : records_(records) {
        for (const MaterialPart& one : materials) materials_.emplace(one.item, &one.material);
    }

    PackPart read(const std::string& item) {
        PackPart part;
        part.item = item;
        const std::string type = part.type();
        part.kind = type;
        if (type == "entry") {
            read_entry(record(RecordType::entry, part.id()), part);
            part.kind = *last_.value("kind");
        } else if (type == "document") {
            const Record document = record(RecordType::document, part.id());
            part.entry = *document.value("entry");
            part.sha256 = document.value("sha256").value_or("");
            read_entry(record(RecordType::entry, part.entry), part);
            part.kind = document.value("keepsake").value_or(type);
        } else if (type == "disclosure") {
            const Record disclosure = record(RecordType::disclosure, part.id());
            part.day = *disclosure.value("decided_on");
            if (disclosure.value("outcome") == "not-shared") part.kind = "not-shared";
            part.involvement = disclosure.value("involvement").value_or("");
        } else if (type == "involvement") {
            part.day = *record(RecordType::involvement, part.id()).value("opened");
            part.involvement = part.id();
        } else if (type == "material") {
            const auto material = materials_.find(item);
            if (material == materials_.end()) throw std::invalid_argument(item + " is not there any more");
            part.sha256 = material->second->sha256;
        }
        return part;
    }

private:
    Record record(RecordType type, const std::string& id) {
        std::optional<Record> found = records_.find(type, id);
        if (!found)
            throw std::invalid_argument(std::string(format_of(type).name) + ":" + id +
                                        " is not there any more");
        return std::move(*found);
    }

    void read_entry(Record entry, PackPart& part) {
        const std::string moment = *entry.value("occurred_at");
        if (const auto day = local_day(moment)) part.day = to_text(*day);
        part.time = local_time(moment);
        part.involvement = *entry.value("involvement");
        last_ = std::move(entry);
    }

    RecordStore& records_;
    std::map<std::string, const AccessMaterial*> materials_;
    Record last_;
};

auto place_of(const PackPart& part) {
    const std::string type = part.type();
    // Who they are stands first, what came from outside last.
    const int where = type == "person" ? 0 : type == "material" ? 2 : 1;
    const bool is_document = type == "document";
    return std::tuple(where, part.day, rank_of(type), part.time, is_document ? part.entry : part.id(),
                      is_document, part.item);
}

}  // namespace

std::vector<PackPart> parts_in_order(RecordStore& records, const std::vector<std::string>& parts,
                                     const std::vector<MaterialPart>& materials) {
    Ordering ordering(records, materials);
    std::vector<PackPart> all;
    all.reserve(parts.size());
    for (const std::string& part : parts) all.push_back(ordering.read(part));
    std::sort(all.begin(), all.end(),
              [](const PackPart& a, const PackPart& b) { return place_of(a) < place_of(b); });
    for (std::size_t at = 0; at < all.size(); ++at) all[at].place = at + 1;
    return all;
}

void mark_duplicates(std::vector<PackPart>& parts,
                     const std::function<bool(const PackPart&)>& is_shown_in_full) {
    std::set<std::string> shown;
    for (PackPart& part : parts) {
        if (part.sha256.empty()) continue;
        part.is_duplicate = shown.contains(part.sha256);
        if (is_shown_in_full(part)) shown.insert(part.sha256);
    }
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "custody/earlier_answers.h"

#include <algorithm>

#include "custody/request_materials.h"
#include "custody/requester.h"

namespace casekeeper {
namespace {

bool was_for_oneself(RecordStore& records, const std::string& request) {
    const auto record = records.find(RecordType::access_request, request);
    return record && capacity_of(*record) == Capacity::self;
}

bool is_same(const AccessItem& a, const AccessItem& b) {
    return a.item == b.item && a.rule == b.rule && a.about == b.about;
}

}  // namespace

EarlierAnswers::EarlierAnswers(AccessStore& cases, RecordStore& records, const std::string& request,
                               const CaseFile& file) {
    for (const PersonFacts& person : file.people)
        for (const AccessCase& one : cases.of_person(person.id))
            if (one.request != request && one.dispatched_on)
                read(cases, one, was_for_oneself(records, one.request));
}

void EarlierAnswers::read(AccessStore& cases, const AccessCase& one, bool for_oneself) {
    if (!latest_ || *one.dispatched_on > latest_sent_on_) {
        latest_ = one.request;
        latest_sent_on_ = *one.dispatched_on;
    }
    for (const AccessPart& part : cases.parts(one.request)) {
        const Part key{item_elsewhere(part.item, one.request), part.content};
        held_.insert(key);
        if (part.outcome == "shown" && for_oneself)
            shown_.emplace(key, one.request + ", sent on " + *one.dispatched_on);
    }
    for (AccessItem& item : cases.items(one.request)) {
        if (!item.is_withheld()) continue;
        item.item = item_elsewhere(item.item, one.request);
        withheld_.push_back({one.request, std::move(item)});
    }
}

bool EarlierAnswers::held(const std::string& item, const std::string& content) const {
    return held_.contains({item, content});
}

std::string EarlierAnswers::shown_in(const std::string& item, const std::string& content) const {
    const auto shown = shown_.find({item, content});
    return shown == shown_.end() ? std::string() : shown->second;
}

const EarlierAnswers::Withheld* EarlierAnswers::withheld_as(const AccessItem& item) const {
    const auto found = std::find_if(withheld_.begin(), withheld_.end(),
                                    [&](const Withheld& one) { return is_same(one.item, item); });
    return found == withheld_.end() ? nullptr : &*found;
}

}  // namespace casekeeper

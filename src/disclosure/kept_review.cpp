// SPDX-License-Identifier: MIT
#include "disclosure/kept_review.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/json_read.h"

namespace casekeeper {
namespace {

std::string value_in(const std::map<std::string, std::string>& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
}

}  // namespace

std::string content_of(const AccessReview& review, const AccessItem& item) {
    return value_in(review.contents, item.item);
}

std::string consent_of(const AccessReview& review, const AccessItem& item) {
    return value_in(review.consents, item.about);
}

namespace {

using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
using ByKey = std::map<Key, const AccessItem*>;

Key key_of(const AccessItem& item) {
    return {item.item, item.rule, item.about};
}

ByKey by_key(const std::vector<AccessItem>& items) {
    ByKey all;
    for (const AccessItem& item : items) all.emplace(key_of(item), &item);
    return all;
}

void clear_decision(AccessItem& item) {
    item.decision.reset();
    item.countersigned_by.reset();
    item.countersigned_on.reset();
    item.look_again_on.reset();
}

// What was decided of a part that has another content now, or before whomever it is about said another word, is
// decided anew.
bool is_of_other_facts(const AccessItem& item, const AccessReview& review) {
    const auto content = review.contents.find(item.item);
    return content == review.contents.end() || content->second != json_text_at(item.facts, "content") ||
           consent_of(review, item) != json_text_at(item.facts, "consent");
}

// Of what is not proposed any more.
void keep_what_a_person_withheld(AccessStore& cases, const AccessCase& one, AccessItem item,
                                 const AccessReview& review) {
    const bool is_there = std::binary_search(review.parts.begin(), review.parts.end(), item.item);
    const bool is_theirs = item.proposal.empty() || item.is_withheld();
    if (!is_there || !is_theirs) return cases.remove_item(one.request, item);
    if (item.proposal.empty() && !is_of_other_facts(item, review)) return;
    if (!item.proposal.empty()) {
        item.proposal = "weigh";
        item.why = "it was withheld, and nothing recorded speaks for it any more: to be judged again";
    }
    clear_decision(item);
    cases.set_item(one.request, item);
}

AccessItem with_its_decision(const AccessItem& proposed, const AccessItem& stored,
                             const AccessReview& review) {
    if (stored.proposal != proposed.proposal) return proposed;
    AccessItem item = stored;
    item.why = proposed.why;
    if (item.decision && is_of_other_facts(item, review)) clear_decision(item);
    return item;
}

}  // namespace

void store_review(AccessStore& cases, AccessCase& one, const AccessReview& review, Date day) {
    const std::vector<AccessItem> before = cases.items(one.request);
    const ByKey proposed = by_key(review.items);
    const ByKey stored = by_key(before);
    for (const AccessItem& item : before)
        if (!proposed.contains(key_of(item))) keep_what_a_person_withheld(cases, one, item, review);
    for (const AccessItem& item : review.items) {
        const auto earlier = stored.find(key_of(item));
        cases.set_item(one.request,
                       earlier == stored.end() ? item : with_its_decision(item, *earlier->second, review));
    }
    one.review = review.digest;
    one.reviewed_on = to_text(day);
    cases.unmark(one.request);
}

JsonObject facts_of(const AccessReview& review) {
    JsonObject facts;
    facts.number("parts", review.parts.size()).number("items", review.items.size());
    if (review.earlier) facts.text("earlier", *review.earlier).number("new", review.new_parts.size());
    return facts;
}

}  // namespace casekeeper

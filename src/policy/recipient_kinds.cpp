// SPDX-License-Identifier: MIT
#include "policy/recipient_kinds.h"

#include <algorithm>

#include "base/name_words.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

// Where a kind's words stand in a name.
struct Hit {
    const RecipientKind* kind;
    std::size_t begin;
    std::size_t end;
};

bool holds(const Hit& outer, const Hit& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end &&
           outer.end - outer.begin > inner.end - inner.begin;
}

void find_words(const RecipientKind& kind, const Words& name, std::vector<Hit>& hits) {
    for (const std::string& words : kind.words) {
        const Words wanted = name_words(words);
        for (auto at = name.begin(); !wanted.empty();) {
            at = std::search(at, name.end(), wanted.begin(), wanted.end());
            if (at == name.end()) break;
            const auto begin = static_cast<std::size_t>(at - name.begin());
            hits.push_back({&kind, begin, begin + wanted.size()});
            ++at;
        }
    }
}

}  // namespace

const RecipientKind* RecipientKinds::find(std::string_view id) const {
    const auto found =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const RecipientKind& kind) { return kind.id == id; });
    return found == kinds_.end() ? nullptr : &*found;
}

std::vector<const RecipientKind*> RecipientKinds::recognised_in(std::string_view name) const {
    const Words words = name_words(name);
    std::vector<Hit> hits;
    for (const RecipientKind& kind : kinds_) find_words(kind, words, hits);
    std::vector<const RecipientKind*> kinds;
    for (const Hit& hit : hits) {
        const bool is_within =
            std::any_of(hits.begin(), hits.end(), [&](const Hit& other) { return holds(other, hit); });
        if (!is_within && std::find(kinds.begin(), kinds.end(), hit.kind) == kinds.end())
            kinds.push_back(hit.kind);
    }
    return kinds;
}

Words RecipientKinds::ids() const {
    Words ids;
    for (const RecipientKind& kind : kinds_) ids.push_back(kind.id);
    return ids;
}

bool RecipientKinds::allows_service(const RecipientKind& kind, const ServiceCatalogue& catalogue,
                                    int service) {
    return std::any_of(kind.services.begin(), kind.services.end(), [&](const std::string& name) {
        const std::vector<int> matching = catalogue.matching(name);
        return std::find(matching.begin(), matching.end(), service) != matching.end();
    });
}

const Words& RecipientKinds::lawful_bases() {
    static const Words bases = {"consent",         "contract",    "legal-obligation",
                                "vital-interests", "public-task", "legitimate-interests"};
    return bases;
}

std::string RecipientKinds::basis_in(std::string_view text) {
    std::string folded;
    for (const char letter : text) {
        if (letter == ':') break;
        const bool parts = letter == ' ' || letter == '_' || letter == '-';
        if (parts && (folded.empty() || folded.back() == '-')) continue;
        folded += parts                            ? '-'
                  : letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A'))
                                                   : letter;
    }
    const auto ends = [&](std::size_t at) {
        return at == folded.size() || folded[at] < 'a' || folded[at] > 'z';
    };
    for (const std::string& basis : lawful_bases())
        if (folded.starts_with(basis) && ends(basis.size())) return basis;
    return "";
}

}  // namespace casekeeper

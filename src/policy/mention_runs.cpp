// SPDX-License-Identifier: MIT
#include "policy/mention_runs.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr std::size_t business_bytes = 28;

bool is_one_of(const MentionWords& words, std::size_t i, std::initializer_list<std::string_view> these) {
    return std::any_of(these.begin(), these.end(),
                       [&](std::string_view word) { return words.equals(words[i], word); });
}

// Does a sentence end in what stands between two words? The dots of d.o.b. end none.
bool ends_sentence(std::string_view gap) {
    return gap.find(". ") != std::string_view::npos || gap.find(".\n") != std::string_view::npos ||
           gap.find_first_of("!?;") != std::string_view::npos || gap.find("\n\n") != std::string_view::npos;
}

bool is_group_gap(std::string_view gap, std::string_view between) {
    if (gap.empty() || gap == " " || gap == "\u00a0" || gap == "\n") return true;
    return gap.size() == 1 && between.find(gap[0]) != std::string_view::npos;
}

}  // namespace

std::vector<MentionRun> runs_from(const MentionWords& words, std::size_t i, std::size_t most,
                                  std::string_view between) {
    std::vector<MentionRun> runs;
    MentionRun run;
    for (std::size_t at = i; at < words.size(); ++at) {
        if (at > i) {
            const std::string_view gap = words.before(at);
            if (!is_group_gap(gap, between)) break;
            if (!gap.empty()) ++run.gaps;
        }
        if (words[at].end - words[at].begin > most) break;
        run.letters += words.letters(at);
        run.last = at;
        if (run.letters.size() > most) break;
        runs.push_back(run);
    }
    return runs;
}

bool begins_run(const MentionWords& words, std::size_t i) {
    return i == 0 || !words.before(i).empty();
}

bool ends_run(const MentionWords& words, std::size_t i) {
    return i + 1 >= words.size() || !words.after(i).empty();
}

bool is_said_before(const MentionWords& words, std::size_t i, std::size_t bytes,
                    std::initializer_list<std::string_view> these) {
    for (std::size_t at = i; at > 0; --at) {
        if (words[at - 1].begin + bytes < words[i].begin || ends_sentence(words.before(at))) return false;
        if (is_one_of(words, at - 1, these)) return true;
    }
    return false;
}

bool is_said_behind(const MentionWords& words, std::size_t i, std::size_t bytes,
                    std::initializer_list<std::string_view> these) {
    for (std::size_t at = i + 1; at < words.size(); ++at) {
        if (words[at].begin > words[i].end + bytes || ends_sentence(words.before(at))) return false;
        if (is_one_of(words, at, these)) return true;
    }
    return false;
}

bool is_business_number(const MentionWords& words, std::size_t i) {
    return is_said_before(
        words, i, business_bytes,
        {"order",  "invoice", "ref",     "reference", "account", "card",   "tracking", "serial",
         "code",   "isbn",    "part",    "batch",     "receipt", "ticket", "po",       "purchase",
         "policy", "claim",   "asset",   "stock",     "product", "item",   "form",     "version",
         "build",  "licence", "license", "job",       "barcode", "key",    "booking",  "transaction",
         "parcel", "model",   "meter",   "iban",      "section"});
}

}  // namespace casekeeper

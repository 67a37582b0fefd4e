// SPDX-License-Identifier: MIT
#include "disclosure/pack_proof.h"

#include <algorithm>

#include "base/name_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t words_a_window = 5;
// A part is written in full, in the chronology, among the decisions and at the start.
constexpr long long times_written = 4;
constexpr std::string_view place_prefix = "place:";

std::uint64_t hashed(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    const auto take = [&](unsigned char byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    for (std::size_t at = first; at < first + count; ++at) {
        for (const char c : words[at]) take(static_cast<unsigned char>(c));
        take(' ');
    }
    return hash;
}

std::vector<std::uint64_t> windows(const std::vector<std::string>& words) {
    std::vector<std::uint64_t> all;
    for (std::size_t at = 0; at + words_a_window <= words.size(); ++at)
        all.push_back(hashed(words, at, words_a_window));
    return all;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text = " ";
    for (const std::string& word : words) text += word + " ";
    return text;
}

long long times(std::string_view text, std::string_view phrase) {
    long long count = 0;
    // The space that ends one may begin the next.
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1))
        ++count;
    return count;
}

}  // namespace

PackProof::PackProof(const PackLedger& ledger, const std::vector<AccessItem>& items, NameSearch names,
                     PlacesGivenAway places)
    : ledger_(ledger), names_(std::move(names)), places_(std::move(places)) {
    for (const AccessItem& item : items)
        if (item.decision == "show" && item.about.starts_with(place_prefix))
            places_shown_.emplace(item.item, item.about);
    for (const LedgerLine& line : ledger.lines()) {
        const std::string& about = line.item.about;
        if (about.empty()) continue;
        if (!about.starts_with(place_prefix) && !keeps_back_the_name(line, names_)) continue;
        auto& counts = about.starts_with(place_prefix) ? place_counts_[about] : people_[about];
        counts.numbers.insert(line.number);
    }
}

bool PackProof::keeps_back(const std::string& item, const std::string& about) const {
    const std::vector<const LedgerLine*> lines = ledger_.of(item);
    return std::any_of(lines.begin(), lines.end(), [&](const LedgerLine* line) {
        return line->item.about == about && keeps_back_the_name(*line, names_);
    });
}

void PackProof::each_name(std::string_view text, const Take& take) {
    if (people_.empty()) return;
    for (const NamedSpan& one : names_(text))
        for (const std::string& key : one.whom)
            if (const auto person = people_.find(key); person != people_.end()) take(key, person->second);
}

void PackProof::each_place(std::string_view text, const Take& take) {
    for (const std::string& key : places_(text)) take(key, place_counts_[key]);
}

void PackProof::each_of_words(std::string_view text, const std::function<void(Counts&)>& take) {
    if (windows_.empty() && phrases_.empty()) return;
    const std::vector<std::string> words = name_words(text);
    for (const std::uint64_t window : windows(words))
        if (const auto known = windows_.find(window); known != windows_.end()) take(known->second);
    if (phrases_.empty()) return;
    const std::string folded = joined(words);
    for (auto& [phrase, counts] : phrases_)
        for (long long count = times(folded, phrase); count > 0; --count) take(counts);
}

void PackProof::keep_back_words(int number, std::string_view text) {
    const std::vector<std::string> words = name_words(text);
    if (words.size() >= words_a_window)
        for (const std::uint64_t window : windows(words)) windows_[window].numbers.insert(number);
    else if (words.size() > 1)  // one word alone gives nothing away but as a name
        phrases_[joined(words)].numbers.insert(number);
}

void PackProof::keep_back(const std::string& item, const PartText& text) {
    if (const LedgerLine* whole = ledger_.whole(item)) {
        // Where a paper was found is told with the search, whatever becomes of the paper.
        const bool is_where_found = item.starts_with("material:") && text.field == "place";
        if (!is_where_found) keep_back_words(whole->number, text.text);
        return;
    }
    for (const LedgerLine* line : ledger_.of(item))
        if (const std::string passage = passage_kept_back(*line);
            !passage.empty() && !where_quoted(text.text, passage).empty())
            keep_back_words(line->number, passage);
}

void PackProof::may_stand(const std::string& item, const PartText& text) {
    if (ledger_.whole(item)) return;
    each_name(text.text, [&](const std::string& key, Counts& counts) {
        if (!keeps_back(item, key)) counts.allowed += times_written;
    });
    each_place(text.text, [&](const std::string& key, Counts& counts) {
        if (places_shown_.contains({item, key})) counts.allowed += times_written;
    });
    std::vector<Cut> passages;
    for (const LedgerLine* line : ledger_.of(item))
        for (const TextSpan& span : where_quoted(text.text, passage_kept_back(*line)))
            passages.push_back({span, line->number, ""});
    // What stands on either side of a passage does not make words in a row.
    for (const ShownPiece& piece : without_cuts(text.text, std::move(passages)))
        each_of_words(piece.text, [](Counts& counts) { counts.allowed += times_written; });
}

void PackProof::own_words(std::string_view text) {
    each_name(text, [](const std::string&, Counts& counts) { counts.allowed += times_written; });
    each_of_words(text, [](Counts& counts) { counts.allowed += times_written; });
}

void PackProof::found(const std::string& where, std::string_view text, bool is_running) {
    const auto take = [&](Counts& counts) {
        if (is_running ? ++counts.found > counts.allowed : counts.allowed == 0)
            if (counts.first_found.empty()) counts.first_found = where;
    };
    each_name(text, [&](const std::string&, Counts& counts) { take(counts); });
    each_place(text, [&](const std::string&, Counts& counts) { take(counts); });
    each_of_words(text, take);
}

void PackProof::hit(const std::string& where, const char* what, const std::set<int>& numbers) {
    ProofHit one{where, what, {numbers.begin(), numbers.end()}};
    if (std::find(hits_.begin(), hits_.end(), one) == hits_.end()) hits_.push_back(std::move(one));
}

std::vector<ProofHit> PackProof::hits() {
    for (const auto& [key, counts] : place_counts_)
        if (!counts.first_found.empty()) hit(counts.first_found, "place", counts.numbers);
    for (const auto& [key, counts] : people_)
        if (!counts.first_found.empty()) hit(counts.first_found, "name", counts.numbers);
    std::map<std::string, std::set<int>> words;  // by where: a sentence has many windows
    const auto add = [&](const Counts& counts) {
        if (!counts.first_found.empty())
            words[counts.first_found].insert(counts.numbers.begin(), counts.numbers.end());
    };
    for (const auto& [window, counts] : windows_) add(counts);
    for (const auto& [phrase, counts] : phrases_) add(counts);
    for (const auto& [where, numbers] : words) hit(where, "words", numbers);
    return hits_;
}

void WatchedBook::watch(const Runs& runs) {
    std::string text;
    for (const Run& run : runs) text += run.text;
    watch_(text);
}

void WatchedBook::heading(int level, const std::string& text, const std::string& target) {
    watch_(text);
    book_.heading(level, text, target);
}

void WatchedBook::paragraph(const Runs& runs) {
    watch(runs);
    book_.paragraph(runs);
}

void WatchedBook::items(const std::vector<Runs>& items) {
    for (const Runs& item : items) watch(item);
    book_.items(items);
}

void WatchedBook::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    watch_(caption);
    for (const std::string& column : columns) watch_(column);
    book_.begin_table(caption, columns);
}

void WatchedBook::row(const std::vector<Runs>& cells) {
    for (const Runs& cell : cells) watch(cell);
    book_.row(cells);
}

void WatchedBook::picture(const BookPicture& picture) {
    if (words_of_pictures_) watch_(picture.alternative);
    book_.picture(picture);
}

}  // namespace casekeeper

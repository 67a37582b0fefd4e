// SPDX-License-Identifier: MIT
//
// The proof before release: whether anything that is kept back can be read in the finished bytes, whatever
// wrote them. It knows the decisions and the words of the record as they are stored, and nothing of how the
// pack was written; what a reader of the files finds is held against that:
//
//   a name       anywhere, where it is kept back wherever it stands; else more often than in the parts that
//                show it
//   a place      the same
//   words        five words in a row, or a shorter passage that somebody quoted: the same
//
// A hit says where and under which number, never what: the number leads whoever decided to it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "disclosure/redactor.h"
#include "output/book.h"

namespace casekeeper {

struct ProofHit {
    std::string where;         // "persons-copy.pdf, page 12", "persons-copy.pdf, bookmarks"
    std::string what;          // name, place, words
    std::vector<int> numbers;  // of the decisions that keep it back
    bool operator==(const ProofHit&) const = default;
};

class PackProof {
public:
    // `places_given_away`: the keys of all places in a text that must not be told to this reader.
    using PlacesGivenAway = std::function<std::vector<std::string>(std::string_view text)>;
    // `items`: all decisions, for a place stands only where people decided to show it.
    PackProof(const PackLedger& ledger, const std::vector<AccessItem>& items, NameSearch names,
              PlacesGivenAway places);

    // First every text of every part, then again: what is kept back, and what may stand in the pack.
    void keep_back(const std::string& item, const PartText& text);
    void may_stand(const std::string& item, const PartText& text);
    // What the trust says itself.
    void own_words(std::string_view text);

    // A text as it was found in a finished file. `is_running`: of the text that is read from page to page; a
    // name counts there as often as it stands. Elsewhere (properties, names of files) it is a hit where it is
    // kept back anywhere.
    void found(const std::string& where, std::string_view text, bool is_running);
    // In the order in which they were found.
    std::vector<ProofHit> hits();

private:
    struct Counts {
        long long allowed = 0;
        long long found = 0;
        std::string first_found;  // beyond what is allowed
        std::set<int> numbers;
    };
    using Take = std::function<void(const std::string& key, Counts&)>;
    void each_name(std::string_view text, const Take& take);
    void each_place(std::string_view text, const Take& take);
    void each_of_words(std::string_view text, const std::function<void(Counts&)>& take);
    void keep_back_words(int number, std::string_view text);
    bool keeps_back(const std::string& item, const std::string& about) const;
    void hit(const std::string& where, const char* what, const std::set<int>& numbers);

    const PackLedger& ledger_;
    const NameSearch names_;
    const PlacesGivenAway places_;
    std::set<std::pair<std::string, std::string>> places_shown_;  // by item, key
    std::map<std::string, Counts> people_;                        // by key
    std::map<std::string, Counts> place_counts_;         // by key, those that nothing is decided of too
    std::unordered_map<std::uint64_t, Counts> windows_;  // of five words
    std::map<std::string, Counts> phrases_;              // shorter ones, folded
    std::vector<ProofHit> hits_;
};

// Tells of every text that is written into a book.
class WatchedBook : public Book {
public:
    using Watch = std::function<void(std::string_view text)>;
    // `words_of_pictures`: also what stands for a picture to who cannot see it.
    WatchedBook(Book& book, Watch watch, bool words_of_pictures = true)
        : book_(book), watch_(std::move(watch)), words_of_pictures_(words_of_pictures) {}

    void heading(int level, const std::string& text, const std::string& target) override;
    void paragraph(const Runs& runs) override;
    void items(const std::vector<Runs>& items) override;
    void begin_table(const std::string& caption, const std::vector<std::string>& columns) override;
    void row(const std::vector<Runs>& cells) override;
    void end_table() override { book_.end_table(); }
    void picture(const BookPicture& picture) override;
    void new_page() override { book_.new_page(); }
    long long pages() const override { return book_.pages(); }
    long long without_sign() const override { return book_.without_sign(); }
    void finish() override { book_.finish(); }

private:
    void watch(const Runs& runs);
    Book& book_;
    const Watch watch_;
    const bool words_of_pictures_;
};

}  // namespace casekeeper

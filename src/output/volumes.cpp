// SPDX-License-Identifier: MIT
#include "output/volumes.h"

#include <algorithm>
#include <numeric>

namespace casekeeper {
namespace {

constexpr int may_end_before = 3;  // a heading of this level or deeper
constexpr const char* continued = " (continued)";
// What a piece of text with its element, its link and its place among them weighs while a volume is put together:
// its words are the least of it.
constexpr std::size_t bytes_a_piece = 3U << 10U;

std::size_t weight_of(const Runs& runs) {
    return std::max<std::size_t>(1, runs.size()) * bytes_a_piece;
}

std::size_t weight_of(const std::vector<Runs>& all) {
    return std::accumulate(all.begin(), all.end(), std::size_t{0},
                           [](std::size_t weight, const Runs& runs) { return weight + weight_of(runs); });
}

}  // namespace

Volumes::Volumes(Open open, long long pages_each, std::size_t weight_each)
    : open_(std::move(open)), pages_each_(pages_each), weight_each_(weight_each) {
    begin();
}

void Volumes::begin() {
    book_ = open_(++count_);
    weight_ = 0;
}

void Volumes::end() {
    book_->finish();
    pages_.push_back(book_->pages());
    without_sign_ += book_->without_sign();
    book_.reset();
}

bool Volumes::is_full() const {
    return book_->pages() >= pages_each_ || weight_ >= weight_each_;
}

void Volumes::go_on_under_headings(int below) {
    end();
    begin();
    for (std::size_t level = 1; level < static_cast<std::size_t>(below) && level <= headings_.size(); ++level)
        if (!headings_[level - 1].empty())
            book_->heading(static_cast<int>(level), headings_[level - 1] + continued);
}

void Volumes::heading(int level, const std::string& text, const std::string& target) {
    if (is_full() && (level >= may_end_before || level == 1)) go_on_under_headings(level);
    headings_.resize(static_cast<std::size_t>(level));
    headings_.back() = text;
    book_->heading(level, text, target);
    weight_ += bytes_a_piece;
}

void Volumes::paragraph(const Runs& runs) {
    book_->paragraph(runs);
    weight_ += weight_of(runs);
}

void Volumes::items(const std::vector<Runs>& items) {
    book_->items(items);
    weight_ += weight_of(items);
}

void Volumes::begin_table(const std::string& caption, const std::vector<std::string>& columns) {
    caption_ = caption;
    columns_ = columns;
    book_->begin_table(caption, columns);
}

void Volumes::row(const std::vector<Runs>& cells) {
    if (is_full()) {
        book_->end_table();
        go_on_under_headings(static_cast<int>(headings_.size()) + 1);
        book_->begin_table(caption_ + continued, columns_);
    }
    book_->row(cells);
    weight_ += weight_of(cells);
}

void Volumes::end_table() {
    book_->end_table();
}

void Volumes::picture(const BookPicture& picture) {
    if (is_full()) go_on_under_headings(static_cast<int>(headings_.size()) + 1);
    book_->picture(picture);
    weight_ += picture.bytes.size();
}

void Volumes::new_page() {
    book_->new_page();
}

long long Volumes::pages() const {
    return std::accumulate(pages_.begin(), pages_.end(), book_ ? book_->pages() : 0LL);
}

long long Volumes::without_sign() const {
    return without_sign_ + (book_ ? book_->without_sign() : 0);
}

void Volumes::finish() {
    end();
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "output/volumes.h"

#include <numeric>

namespace casekeeper {
namespace {

constexpr int may_end_before = 3;  // a heading of this level or deeper
constexpr const char* continued = " (continued)";

}  // namespace

Volumes::Volumes(Open open, long long pages_each) : open_(std::move(open)), pages_each_(pages_each) {
    begin();
}

void Volumes::begin() {
    book_ = open_(++count_);
}

void Volumes::end() {
    book_->finish();
    pages_.push_back(book_->pages());
    without_sign_ += book_->without_sign();
    book_.reset();
}

bool Volumes::is_full() const {
    return book_->pages() >= pages_each_;
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
}

void Volumes::paragraph(const Runs& runs) {
    book_->paragraph(runs);
}

void Volumes::items(const std::vector<Runs>& items) {
    book_->items(items);
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
}

void Volumes::end_table() {
    book_->end_table();
}

void Volumes::picture(const BookPicture& picture) {
    book_->picture(picture);
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

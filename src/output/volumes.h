// SPDX-License-Identifier: MIT
//
// A book in volumes: a volume that has its pages, or weighs as much as one may, ends at the next heading of level 3,
// row of a table or picture, and the next begins with the headings under which it goes on. Memory is that of one
// volume, and what it weighs bounds it: pictures their bytes, text and tables by the pieces they are made of.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "output/book.h"

namespace casekeeper {

class Volumes : public Book {
public:
    using Open = std::function<std::unique_ptr<Book>(int volume)>;
    // `pages_each`, `weight_each` in bytes: after which a volume ends. REQUIRES: at least 1.
    Volumes(Open open, long long pages_each, std::size_t weight_each = std::size_t{32} << 20U);

    void heading(int level, const std::string& text, const std::string& target) override;
    void paragraph(const Runs& runs) override;
    void items(const std::vector<Runs>& items) override;
    void begin_table(const std::string& caption, const std::vector<std::string>& columns) override;
    void row(const std::vector<Runs>& cells) override;
    void end_table() override;
    void picture(const BookPicture& picture) override;
    void new_page() override;
    long long pages() const override;
    long long without_sign() const override;
    void finish() override;

    int count() const { return count_; }
    // Of each volume; those of the last once it is finished.
    const std::vector<long long>& pages_of_volumes() const { return pages_; }

private:
    bool is_full() const;
    void begin();
    void end();
    void go_on_under_headings(int below);

    const Open open_;
    const long long pages_each_;
    const std::size_t weight_each_;
    std::unique_ptr<Book> book_;
    std::size_t weight_ = 0;  // of the volume there is
    int count_ = 0;
    std::vector<long long> pages_;
    long long without_sign_ = 0;         // in those that are ended
    std::vector<std::string> headings_;  // by level, those that are open
    std::string caption_;
    std::vector<std::string> columns_;
};

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// The readers behind finished_file.h, one a kind of file. REQUIRES: run apart.
#pragma once

#include <string>
#include <string_view>

#include "base/separate_process.h"
#include "output/document_readers.h"

namespace casekeeper {

// Where what is read goes, and what it is a part of.
class FinishedVoice {
public:
    FinishedVoice(const Say& say, std::string passphrase, ReadingBudget& budget)
        : say_(say), passphrase_(std::move(passphrase)), budget_(budget) {}

    // The voice of a part: "report.pdf".
    FinishedVoice within(const std::string& part) const;

    // Pieces with nothing in them are not told.
    void said(const std::string& where, std::string_view text) const;
    void syntax(const std::string& where, std::string_view text) const;
    void unseen(const std::string& what) const;
    void wordless(const std::string& what) const;
    void pages(long long count) const;

    const std::string& passphrase() const { return passphrase_; }
    ReadingBudget& budget() const { return budget_; }
    bool is_too_deep() const { return depth_ > budget_.limits().depth; }

private:
    void tell(std::string_view what, const std::string& where, std::string_view text) const;

    const Say& say_;
    std::string passphrase_;
    ReadingBudget& budget_;
    std::string before_;
    int depth_ = 0;
};

// Any kind. Unreadable where it cannot be read to its end.
void read_finished(std::string_view bytes, const std::string& name, const FinishedVoice& voice);

void read_finished_pdf(std::string_view bytes, const FinishedVoice& voice);
void read_finished_page(std::string_view bytes, const FinishedVoice& voice);
void read_finished_xml(std::string_view bytes, const FinishedVoice& voice);
void read_finished_archive(std::string_view bytes, const FinishedVoice& voice);
void read_finished_picture(std::string_view bytes, const FinishedVoice& voice);

// The printable stretches of bytes, from a length on, a line each.
std::string printable_stretches(std::string_view bytes, std::size_t at_least);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// A PDF in memory, opened by qpdf's library: its objects and what they say, and the text of its pages as
// poppler reads it once nothing hides it: layers that are switched off, edges of the page beyond which text
// lies, words that stand in for what is drawn (ActualText).
//
// REQUIRES: run apart (base/separate_process.h): a PDF can be made to break its readers.
#pragma once

#include <functional>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

class OpenedPdf {
public:
    // Why a PDF cannot be opened: "it is locked with a password".
    struct CannotOpen : std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    // CannotOpen where it is damaged or its passphrase is another. REQUIRES: the bytes outlive it.
    OpenedPdf(std::string_view bytes, const std::string& passphrase);

    QPDF& pdf() { return *pdf_; }
    // Hands over the text of each page in turn. CannotOpen where one cannot be read.
    void each_page(const std::function<void(long long page, const std::string& text)>& take);
    // Every string of every object, and the key it stands under.
    void each_string(
        const std::function<void(int object, const std::string& key, const std::string& text)>& take);
    // The objects that nothing leads to.
    std::vector<QPDFObjectHandle> unreferenced();
    // Files within it.
    std::vector<QPDFObjectHandle> attached_files();
    // Did anything have to be mended to read it? Asked when all is read.
    bool is_damaged() const;
    // Did its pages hold letters whose tables are not installed (Debian's poppler-data)? Asked after each_page.
    bool lacks_letters() const { return lacks_letters_; }

private:
    std::string uncovered();

    std::string_view bytes_;
    std::string passphrase_;
    std::unique_ptr<QPDF> pdf_;
    bool lacks_letters_ = false;
};

// How a page is drawn, in the language of PDF.
std::string drawing_of(QPDFPageObjectHelper page);
// Its bytes; empty where they cannot be unpacked.
std::string bytes_of_stream(QPDFObjectHandle stream);
std::string raw_bytes_of_stream(QPDFObjectHandle stream);
// The value of a key where it is a name: "/Image"; empty where not.
std::string name_under(QPDFObjectHandle object, const std::string& key);

}  // namespace casekeeper

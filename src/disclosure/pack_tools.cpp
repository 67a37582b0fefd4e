// SPDX-License-Identifier: MIT
#include "disclosure/pack_tools.h"

#include <filesystem>

#include "base/errors.h"
#include "disclosure/pack_forms.h"
#include "output/finished_file.h"
#include "output/html_book.h"
#include "output/pdf_book.h"
#include "output/text_book.h"

namespace casekeeper {
namespace {

std::unique_ptr<Book> book_of(const std::string& format, const std::string& path, const BookFace& face) {
    if (format == "html") return std::make_unique<HtmlBook>(path, face);
    if (format == "text") return std::make_unique<TextBook>(path, face);
    return std::make_unique<PdfBook>(path, face);
}

long long read_again(const std::string& path, const PackTools::Take& take) {
    const FinishedFile file = read_finished_file(path, "", [&](const FinishedPiece& piece) {
        take(piece.where, piece.text, piece.where.starts_with("page ") || piece.where == "text");
    });
    if (!file.unseen.empty())
        throw Refused("the finished file holds what nobody sees: " + file.unseen.front(),
                      "nothing was kept of it: tell whoever runs casekeeper");
    return static_cast<long long>(file.wordless.size());
}

}  // namespace

PackSettings pack_settings(const Settings& settings, std::string folder) {
    return {std::move(folder),   settings.packs.volume_pages, settings.packs.keep_days,
            settings.trust_name, settings.trust_contact,      settings.packs.support};
}

PackWorkshop::PackWorkshop(const std::string& config_folder, ReadingTools& reading, Glossary glossary,
                           const std::string& documents_folder)
    : forms_(LetterTemplates::ready(config_folder, pack_forms())),
      glossary_(std::move(glossary)),
      documents_(documents_folder),
      shown_(reading, documents_folder) {}

PackTools PackWorkshop::tools() {
    return {book_of,
            [this](const std::string& sha256) { return shown_.of(sha256); },
            [this](const std::string& sha256) {
                std::error_code failed;
                return std::filesystem::exists(documents_.path_of(sha256), failed);
            },
            read_again,
            [this](const std::string& form, const LetterValues& values) {
                return forms_.of(form).page(values, "");
            },
            glossary_};
}

}  // namespace casekeeper

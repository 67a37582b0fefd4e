// SPDX-License-Identifier: MIT
#include "disclosure/pack_tools.h"

#include <filesystem>

#include "base/errors.h"
#include "disclosure/pack_forms.h"
#include "output/bare_picture.h"
#include "output/document_text.h"
#include "output/finished_file.h"
#include "output/html_book.h"
#include "output/mapped_file.h"
#include "output/pdf_book.h"
#include "output/text_book.h"

namespace casekeeper {
namespace {

constexpr const char* what_it_shows = "A picture that lies with the record";

std::unique_ptr<Book> book_of(const std::string& format, const std::string& path, const BookFace& face) {
    if (format == "html") return std::make_unique<HtmlBook>(path, face);
    if (format == "text") return std::make_unique<TextBook>(path, face);
    return std::make_unique<PdfBook>(path, face);
}

void read_again(const std::string& path, const PackTools::Take& take) {
    const FinishedFile file = read_finished_file(path, "", [&](const FinishedPiece& piece) {
        take(piece.where, piece.text, piece.where.starts_with("page ") || piece.where == "text");
    });
    if (!file.unseen.empty())
        throw Refused("the finished file holds what nobody sees: " + file.unseen.front(),
                      "nothing was kept of it: tell whoever runs casekeeper");
}

}  // namespace

PackSettings pack_settings(const Settings& settings, std::string folder) {
    return {std::move(folder),   settings.packs.volume_pages, settings.packs.keep_days,
            settings.trust_name, settings.trust_contact,      settings.packs.support};
}

PackWorkshop::PackWorkshop(const std::string& config_folder, ReadingTools& reading, Glossary glossary,
                           const std::string& documents_folder)
    : forms_(LetterTemplates::ready(config_folder, pack_forms())),
      reading_(reading),
      glossary_(std::move(glossary)),
      documents_(documents_folder) {}

DocumentShown PackWorkshop::shown(const std::string& sha256) {
    DocumentShown one;
    const ReadDocument words = reading_.words_of(sha256);
    one.text = words.text;
    if (words.is_read) return one;
    if (words.kind == DocumentKind::picture) {
        const MappedFile file(documents_.path_of(sha256));
        for (const char* media_type : {"image/jpeg", "image/png"}) {
            try {
                const BarePicture bare = bare_picture({std::string(file.bytes()), media_type, what_it_shows});
                one.pictures = {{bare.bytes, media_type, what_it_shows}};
                return one;
            } catch (const InputError&) {
                continue;
            }
        }
    }
    one.why_not = "Our program cannot show this: it is " + in_words(words.kind) + ".";
    return one;
}

PackTools PackWorkshop::tools() {
    return {book_of,
            [this](const std::string& sha256, const std::string&) { return shown(sha256); },
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

// SPDX-License-Identifier: MIT
#include "output/page_picture.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/errors.h"
#include "output/document_readers.h"
#include "output/jpeg_writing.h"
#include "output/mapped_file.h"
#include "output/message_parts.h"
#include "output/opened_pdf.h"

namespace casekeeper {
namespace {

constexpr std::string_view drawn = "drawn";
constexpr std::string_view not_drawn = "not drawn";
constexpr double points_an_inch = 72;

long long number_under(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValue() : 0;
}

// A picture may say that it is a thousand times as large as the bytes that it is made of.
void require_sound_pictures(std::string_view bytes, long long page, const PageLimits& limits) {
    OpenedPdf pdf(bytes, "");
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf.pdf()).getAllPages();
    if (page < 1 || page > static_cast<long long>(pages.size())) throw Unreadable("there is no such page");
    QPDFPageObjectHelper& one = pages[static_cast<std::size_t>(page) - 1];
    if (drawing_of(one).find("BI") != std::string::npos) one.externalizeInlineImages();
    one.forEachImage(true, [&](QPDFObjectHandle& picture, QPDFObjectHandle&, const std::string&) {
        const long long width = number_under(picture.getDict(), "/Width");
        const long long height = number_under(picture.getDict(), "/Height");
        if (height > 0 && width > limits.dots / height)
            throw Unreadable("a picture on it says that it is of " + std::to_string(width) + " by " +
                             std::to_string(height) + " dots");
    });
}

double dots_an_inch(const poppler::page& page, const PageLimits& limits) {
    const poppler::rectf area = page.page_rect();
    const double longest = std::max(area.width(), area.height());
    const double shortest = std::min(area.width(), area.height());
    const double dots = std::min(limits.dots_an_inch, limits.dots_of_a_side * points_an_inch / longest);
    // Not >: what is no number is refused as well.
    if (!(longest <= limits.points) || !(shortest * dots / points_an_inch >= 1))
        throw Unreadable("it says that it is of " + std::to_string(static_cast<long long>(area.width())) +
                         " by " + std::to_string(static_cast<long long>(area.height())) + " points");
    return dots;
}

std::string draw(std::string_view bytes, long long page, const PageLimits& limits) {
    if (bytes.size() > INT_MAX) throw Unreadable("the file is larger than what is read here");
    require_sound_pictures(bytes, page, limits);
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document || document->is_locked()) throw Unreadable("the file is damaged or locked");
    const std::unique_ptr<poppler::page> one(document->create_page(static_cast<int>(page) - 1));
    if (!one) throw Unreadable("it is damaged");
    const double dots = dots_an_inch(*one, limits);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image picture = renderer.render_page(one.get(), dots, dots);
    if (!picture.is_valid()) throw Unreadable("it is damaged");
    return jpeg_of({reinterpret_cast<const unsigned char*>(picture.const_data()), picture.width(),
                    picture.height(), static_cast<std::size_t>(picture.bytes_per_row())});
}

}  // namespace

std::string page_as_jpeg(const std::string& path, long long page, const PageLimits& limits) {
    const MappedFile file(path);
    std::string picture;
    std::string reason;
    const WorkEnded ended = run_apart(
        limits.process,
        [&](const Say& say) {
            try {
                say(message_of({drawn, draw(file.bytes(), page, limits)}));
            } catch (const Unreadable& why) {
                say(message_of({not_drawn, why.what()}));
            } catch (const OpenedPdf::CannotOpen& why) {
                say(message_of({not_drawn, why.what()}));
            }
        },
        [&](std::string_view message) {
            const std::vector<std::string> parts = parts_of(message);
            (parts.at(0) == drawn ? picture : reason) = parts.at(1);
        });
    if (reason.empty() && picture.empty())
        reason = in_words(ended == WorkEnded::well ? WorkEnded::broke_off : ended);
    if (!reason.empty())
        throw InputError("page " + std::to_string(page) + " cannot be drawn: " + reason,
                         "show the document to them as it is");
    return picture;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// A finished PDF: the text of its pages; every string of every object, whatever it is for; what its drawings
// write; its streams; files in it; and the bytes of the file that none of its tables name.
#include <algorithm>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <set>

#include "output/charset.h"
#include "output/finished_readers.h"
#include "output/marked_up.h"
#include "output/opened_pdf.h"
#include "output/pdf_bytes.h"

namespace casekeeper {
namespace {

constexpr std::size_t shortest_word = 6;  // among bytes that mean something else

std::string called(const QPDFObjectHandle& object) {
    return "object " + std::to_string(object.getObjectID());
}

// What a drawing writes, and the drawing without it: (Ja) -10 (ne) in one array is Jane, and its halves are no
// words. Read token by token, so that what is no drawing may be tried.
struct Drawing {
    std::string written;
    std::string rest;
};

Drawing read_tokens(const std::string& drawing) {
    Drawing read;
    const auto source = std::make_shared<BufferInputSource>("drawing", drawing);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    tokenizer.includeIgnorable();
    bool in_array = false;
    for (;;) {
        const QPDFTokenizer::Token token = tokenizer.readToken(source, "drawing", true);
        const QPDFTokenizer::token_type_e type = token.getType();
        if (type == QPDFTokenizer::tt_eof) return read;
        if (type == QPDFTokenizer::tt_string)
            read.written += utf8_of_text(QPDFObjectHandle::newString(token.getValue()).getUTF8Value());
        else
            read.rest += token.getRawValue();
        if (type == QPDFTokenizer::tt_comment) read.written += utf8_of_text(token.getRawValue());
        if (type == QPDFTokenizer::tt_array_open || type == QPDFTokenizer::tt_array_close)
            in_array = type == QPDFTokenizer::tt_array_open;
        if (!in_array && !read.written.empty() && read.written.back() != '\n') read.written += '\n';
    }
}

// A font that names its signs by number lists those numbers, two bytes each and counting up by one: read as
// letters that is every pair of letters there is, of which some are like a name. Nothing else goes.
std::string without_counting(std::string bytes) {
    constexpr std::size_t fewest = 8;
    const auto number = [&](std::size_t at) {
        return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
    };
    for (std::size_t begin = 0; begin + 4 <= bytes.size();) {
        std::size_t end = begin + 2;
        while (end + 2 <= bytes.size() && number(end) == number(end - 2) + 1) end += 2;
        if (end - begin < 2 * fewest) {
            ++begin;
            continue;
        }
        bytes.replace(begin, end - begin, end - begin, '\0');
        begin = end;
    }
    return bytes;
}

bool is_font(const QPDFObjectHandle& stream) {
    const std::string kind = name_under(stream, "/Subtype");
    return kind == "/CIDFontType0C" || kind == "/Type1C" || kind == "/OpenType" ||
           QPDFObjectHandle(stream).getDict().hasKey("/Length1");
}

class PdfReader {
public:
    PdfReader(std::string_view bytes, const FinishedVoice& voice)
        : pdf_(bytes, voice.passphrase()), voice_(voice) {}

    void read() {
        long long pages = 0;
        pdf_.each_page([&](long long page, const std::string& text) {
            pages = page;
            voice_.said("page " + std::to_string(page), text);
        });
        voice_.pages(pages);
        if (pdf_.lacks_letters()) throw Unreadable("some of its letters are not known here");
        pdf_.each_string([this](int object, const std::string& key, const std::string& text) {
            voice_.said("object " + std::to_string(object) + ", " + key, utf8_of_text(text));
        });
        read_names();
        for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf_.pdf()).getAllPages())
            for (const QPDFObjectHandle& drawing : page.getPageContents())
                drawings_.insert(drawing.getObjGen());
        for (QPDFObjectHandle object : pdf_.pdf().getAllObjects())
            if (object.isStream()) read_stream(object);
        for (const QPDFObjectHandle& file : pdf_.attached_files())
            read_finished(bytes_of_stream(file), "", voice_.within("file in " + called(file)));
        for (const QPDFObjectHandle& object : pdf_.unreferenced())
            voice_.unseen("an object that nothing leads to: " + called(object));
        if (pdf_.is_damaged()) throw Unreadable("it is damaged in places");
    }
    std::set<long long> places() {
        std::set<long long> places;
        for (const auto& [object, entry] : pdf_.pdf().getXRefTable())
            if (entry.getType() == 1) places.insert(static_cast<long long>(entry.getOffset()));
        return places;
    }

private:
    void read_names() {
        std::set<std::string> names;
        for (const QPDFObjectHandle& object : pdf_.pdf().getAllObjects()) collect_names(object, names);
        collect_names(pdf_.pdf().getTrailer(), names);
        std::string lines;
        for (const std::string& name : names)
            lines += name.substr(std::min<std::size_t>(1, name.size())) + '\n';
        voice_.syntax("names", utf8_of_text(lines));
    }

    static void collect_names(QPDFObjectHandle object, std::set<std::string>& names) {
        if (object.isName()) names.insert(object.getName());
        if (object.isStream()) object = object.getDict();
        if (object.isArray())
            for (const QPDFObjectHandle& one : object.getArrayAsVector())
                if (!QPDFObjectHandle(one).isIndirect()) collect_names(one, names);
        if (object.isDictionary())
            for (const std::string& key : object.getKeys()) {
                names.insert(key);
                if (!object.getKey(key).isIndirect()) collect_names(object.getKey(key), names);
            }
    }

    void read_stream(const QPDFObjectHandle& stream) {
        if (name_under(stream, "/Type") == "/EmbeddedFile") return;  // read as a file
        if (name_under(stream, "/Subtype") == "/Image") return read_image(stream);
        const std::string bytes = bytes_of_stream(stream);
        if (bytes.empty()) {
            if (!raw_bytes_of_stream(stream).empty() && !is_empty_when_unpacked(stream))
                throw Unreadable("a stream in it is packed in a way that is not known here");
            return;
        }
        voice_.budget().unpack(bytes.size());
        if (name_under(stream, "/Type") == "/Metadata")
            return read_metadata(bytes, voice_.within(called(stream)));
        const bool draws = drawings_.contains(stream.getObjGen()) || is_drawing(stream, bytes);
        const std::string told = draws             ? read_drawing(stream, bytes)
                                 : is_font(stream) ? without_counting(bytes)
                                                   : bytes;
        voice_.syntax("stream of " + called(stream), printable_stretches(told, shortest_word));
    }

    static bool is_empty_when_unpacked(QPDFObjectHandle stream) {
        try {
            return stream.getStreamData(qpdf_dl_specialized)->getSize() == 0;
        } catch (const std::exception&) {
            return false;
        }
    }

    static bool is_drawing(QPDFObjectHandle stream, const std::string& bytes) {
        return name_under(stream, "/Subtype") == "/Form" || stream.getDict().hasKey("/PatternType") ||
               (is_text(bytes) && !is_font(stream));
    }

    // Of pages, of what is on them, and whatever may be one: what is no drawing has no strings as drawings have.
    // The drawing without what it writes, which is told.
    std::string read_drawing(const QPDFObjectHandle& stream, const std::string& bytes) {
        Drawing drawing = read_tokens(bytes);
        voice_.said("drawing of " + called(stream), drawing.written);
        return std::move(drawing.rest);
    }

    void read_image(QPDFObjectHandle image) {
        const std::string raw = raw_bytes_of_stream(image);
        if (raw.starts_with("\xFF\xD8\xFF")) return read_finished_picture(raw, voice_.within(called(image)));
        QPDFObjectHandle dictionary = image.getDict();
        voice_.wordless("a picture of " + dictionary.getKey("/Width").unparse() + " by " +
                        dictionary.getKey("/Height").unparse() + " dots");
    }

    static void read_metadata(const std::string& packet, const FinishedVoice& voice) {
        const auto nodes = marked_up_xml(packet);
        if (!nodes) throw Unreadable("its description (XMP) is no well-formed XML");
        read_finished_xml(packet, voice);
    }

    OpenedPdf pdf_;
    const FinishedVoice& voice_;
    std::set<QPDFObjGen> drawings_;  // of pages
};

void read_version(std::string_view bytes, const FinishedVoice& voice, std::set<long long>& places) {
    try {
        PdfReader reader(bytes, voice);
        reader.read();
        places.merge(reader.places());
    } catch (const OpenedPdf::CannotOpen& reason) {
        throw Unreadable(reason.what());
    }
}

}  // namespace

void read_finished_pdf(std::string_view bytes, const FinishedVoice& voice) {
    std::set<long long> places;
    try {
        read_version(bytes, voice, places);
    } catch (const QPDFExc&) {  // whose words may hold the file's
        throw Unreadable("it is damaged");
    }
    const PdfBytes rest = pdf_bytes(bytes, places);
    for (const std::string_view version : rest.earlier_versions) {
        std::set<long long> ignored;
        voice.unseen("an earlier version of it");
        read_version(version, voice.within("an earlier version"), ignored);
    }
    for (const std::string_view object : rest.strays) {
        voice.unseen("an object that none of its tables names");
        voice.said("an object that no table names", printable_stretches(object, shortest_word));
    }
    for (const std::string_view part : rest.outside) {
        voice.unseen("bytes before its beginning or after its end");
        voice.said("bytes outside it", printable_stretches(part, 1));
    }
    voice.syntax("between its streams", printable_stretches(rest.between_streams, shortest_word));
}

}  // namespace casekeeper

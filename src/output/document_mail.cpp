// SPDX-License-Identifier: MIT
//
// An e-mail (RFC 5322, MIME): its head, its texts, and its attachments, named and read in turn, by GMime.
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "output/charset.h"
#include "output/document_readers.h"
#include "output/marked_up.h"

namespace casekeeper {
namespace {

struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Of>
using Owned = std::unique_ptr<Of, Unreferenced>;

struct TextFreed {
    void operator()(char* text) const { g_free(text); }
};

std::string string_of(const char* text) {
    return text == nullptr ? std::string() : utf8_of_text(text);
}

Owned<GMimeMessage> parsed(std::string_view bytes) {
    g_mime_init();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string decoded(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) throw Unreadable("it is damaged");
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string charset_of(GMimePart* part) {
    const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    return charset == nullptr ? "" : charset;
}

std::string type_of(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    if (type == nullptr) return {};
    const std::unique_ptr<char, TextFreed> text(g_mime_content_type_get_mime_type(type));
    return string_of(text.get());
}

// Letters and digits alone, to tell whether two texts say the same.
std::string squeezed(const std::string& text) {
    std::string letters;
    std::copy_if(text.begin(), text.end(), std::back_inserter(letters),
                 [](unsigned char c) { return c >= 0x80 || g_ascii_isalnum(static_cast<char>(c)); });
    return letters;
}

class MailReader {
public:
    MailReader(std::string_view bytes, ReadingBudget& budget, DocumentText& into)
        : bytes_(bytes), budget_(budget), into_(into) {}

    void read(GMimeMessage* message) {
        note_headers(g_mime_object_get_header_list(GMIME_OBJECT(message)));
        GMimeObject* body = g_mime_message_get_mime_part(message);
        if (body != nullptr) read_object(body, 0);
        into_.readable = true;
    }

private:
    void note_headers(GMimeHeaderList* headers) {
        for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
            GMimeHeader* header = g_mime_header_list_get_header_at(headers, i);
            note(into_, string_of(g_mime_header_get_name(header)),
                 string_of(g_mime_header_get_value(header)));
        }
    }

    void read_object(GMimeObject* object, int depth) {
        if (depth > budget_.limits().depth * 4) throw Unreadable("its parts lie too deep in one another");
        if (GMIME_IS_MULTIPART(object))
            read_parts(GMIME_MULTIPART(object), depth);
        else if (GMIME_IS_MESSAGE_PART(object))
            attach_message(GMIME_MESSAGE_PART(object));
        else if (GMIME_IS_PART(object))
            read_part(GMIME_PART(object));
        else
            into_.for_human_eyes.emplace_back("a part of it is only part of another mail");
    }

    void read_parts(GMimeMultipart* parts, int depth) {
        if (GMIME_IS_MULTIPART_ENCRYPTED(parts)) into_.for_human_eyes.emplace_back("it is locked with a key");
        const std::string end = "--" + string_of(g_mime_multipart_get_boundary(parts)) + "--";
        if (bytes_.find(end) == std::string_view::npos)
            into_.for_human_eyes.emplace_back("it is cut off: its last part has no end");
        say(into_, "before its parts", string_of(g_mime_multipart_get_prologue(parts)));
        for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
            read_object(g_mime_multipart_get_part(parts, i), depth + 1);
        say(into_, "after its parts", string_of(g_mime_multipart_get_epilogue(parts)));
    }

    void read_part(GMimePart* part) {
        const std::string name = string_of(g_mime_part_get_filename(part));
        const std::string type = type_of(GMIME_OBJECT(part));
        const bool attached = !name.empty() || g_mime_part_is_attachment(part) != 0;
        const std::string bytes = decoded(part);
        budget_.unpack(bytes.size());
        note(into_, "description of a part", string_of(g_mime_part_get_content_description(part)));
        if (!attached && type == "text/html")
            read_html(bytes, charset_of(part));
        else if (!attached && type.starts_with("text/"))
            say(into_, "text", utf8_from(charset_of(part), bytes).value_or(utf8_of_text(bytes)));
        else if (!bytes.empty())
            into_.attachments.push_back(budget_.read_within({bytes, name, type}));
    }

    // The same again in HTML, as most mails have it, is not said twice; what a page carries unseen is.
    void read_html(const std::string& bytes, const std::string& charset) {
        DocumentText page;
        const auto text_of_page = utf8_from(charset, bytes);
        if (text_of_page)
            read_page({*text_of_page, "", "text/html; charset=UTF-8"}, page);
        else
            read_page({bytes, "", ""}, page);
        into_.properties.insert(into_.properties.end(), page.properties.begin(), page.properties.end());
        into_.for_human_eyes.insert(into_.for_human_eyes.end(), page.for_human_eyes.begin(),
                                    page.for_human_eyes.end());
        const std::string text = whole_text(page);
        if (squeezed(text) != squeezed(whole_text(into_))) say(into_, "text, as HTML", text);
    }

    void attach_message(GMimeMessagePart* part) {
        GMimeMessage* message = g_mime_message_part_get_message(part);
        if (message == nullptr) {
            into_.for_human_eyes.emplace_back("a mail attached to it is damaged");
            return;
        }
        const std::unique_ptr<char, TextFreed> bytes(g_mime_object_to_string(GMIME_OBJECT(message), nullptr));
        into_.attachments.push_back(budget_.read_within(
            {bytes.get(), string_of(g_mime_message_get_subject(message)), "message/rfc822"}));
    }

    std::string_view bytes_;
    ReadingBudget& budget_;
    DocumentText& into_;
};

}  // namespace

void read_mail(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    const Owned<GMimeMessage> message = parsed(source.bytes);
    if (!message) throw Unreadable("it is damaged: no head of a mail");
    MailReader(source.bytes, budget, into).read(message.get());
}

}  // namespace casekeeper

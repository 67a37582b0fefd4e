// SPDX-License-Identifier: MIT
#include "output/picture_properties.h"

#define ZLIB_CONST  // zlib does not change what it unpacks
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "output/charset.h"
#include "output/exif_properties.h"
#include "output/marked_up.h"

namespace casekeeper {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view exif_begins = "Exif\0\0"sv;
constexpr std::string_view xmp_begins = "http://ns.adobe.com/xap/1.0/\0"sv;
constexpr std::string_view more_xmp_begins = "http://ns.adobe.com/xmp/extension/\0"sv;
constexpr std::string_view photoshop_begins = "Photoshop 3.0\0"sv;
constexpr std::size_t most_text = std::size_t{16} << 20U;

// Bytes as a number, the highest first or the lowest; 0 where they lie outside.
std::uint32_t high_first(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    if (at > bytes.size() || bytes.size() - at < count) return 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t low_first(std::string_view bytes, std::size_t at) {
    const std::uint32_t swapped = high_first(bytes, at, 2);
    return (swapped & 0xFFU) << 8U | swapped >> 8U;
}

void add(PictureProperties& into, const std::string& name, std::string value) {
    if (value.find_first_not_of(" \t\r\n") != std::string::npos)
        into.said.emplace_back(name, std::move(value));
}

// Every text and attribute of an XMP packet: what is no namespace was written by somebody.
void read_xmp(std::string_view packet, PictureProperties& into) {
    const auto nodes = marked_up_xml(packet);
    if (!nodes) return add(into, "XMP", utf8_of_text(packet));
    std::string within;
    for (const MarkedUpNode& node : *nodes) {
        if (node.kind == MarkedUpNode::Kind::begins && node.name != "li") within = node.name;
        if (node.kind == MarkedUpNode::Kind::text) add(into, within, node.text);
        for (const auto& [name, value] : node.attributes) add(into, name, value);
    }
}

// IPTC's records within Photoshop's: 1C, record, number, length, text.
void read_iptc(std::string_view bytes, PictureProperties& into) {
    for (std::size_t at = bytes.find("\x1C\x02"); at != std::string_view::npos;
         at = bytes.find("\x1C\x02", at + 1)) {
        const std::size_t length = high_first(bytes, at + 3, 2);
        if (at + 5 + length <= bytes.size()) add(into, "caption", utf8_of_text(bytes.substr(at + 5, length)));
    }
}

// ── JPEG: segments, each with its length, until the picture itself ──

bool is_size_segment(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool read_segment(unsigned marker, std::string_view segment, PictureProperties& into) {
    if (is_size_segment(marker)) {
        into.height = high_first(segment, 1, 2);
        into.width = high_first(segment, 3, 2);
    } else if (marker == 0xFE) {
        add(into, "comment", utf8_of_text(segment));
    } else if (marker == 0xE1 && segment.starts_with(exif_begins)) {
        PictureProperties exif;
        if (!read_exif(segment.substr(exif_begins.size()), exif)) return false;
        into.said.insert(into.said.end(), exif.said.begin(), exif.said.end());
    } else if (marker == 0xE1 && segment.starts_with(xmp_begins)) {
        read_xmp(segment.substr(xmp_begins.size()), into);
    } else if (marker == 0xE1 && segment.starts_with(more_xmp_begins)) {
        add(into, "XMP", utf8_of_text(segment.substr(more_xmp_begins.size())));
    } else if (marker == 0xED && segment.starts_with(photoshop_begins)) {
        read_iptc(segment, into);
    }
    return true;
}

bool read_jpeg(std::string_view bytes, PictureProperties& into) {
    into.format = "JPEG";
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (bytes[at] != '\xFF') return false;
        const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {  // filling
            ++at;
            continue;
        }
        if (marker == 0xDA) return into.width > 0;
        const std::size_t length = high_first(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return false;
        if (!read_segment(marker, bytes.substr(at + 4, length - 2), into)) return false;
        at += 2 + length;
    }
    return false;
}

// ── PNG: chunks, each with its length and a checksum ──

std::string inflated(std::string_view packed) {
    std::string text;
    std::array<unsigned char, 4096> block{};
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return text;
    stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    while (state == Z_OK && text.size() < most_text) {
        stream.next_out = block.data();
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(reinterpret_cast<const char*>(block.data()), block.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return text;
}

// iTXt: keyword, packed or not, method, language, keyword in that language, text.
std::string international_text(std::string_view rest) {
    const bool packed = !rest.empty() && rest[0] == '\1';
    const std::size_t language = rest.find('\0', 2);
    const std::size_t keyword = language == std::string_view::npos ? language : rest.find('\0', language + 1);
    if (keyword == std::string_view::npos) return {};
    const std::string_view text = rest.substr(keyword + 1);
    return utf8_of_text(packed ? inflated(text) : std::string(text));
}

bool read_chunk(std::string_view type, std::string_view chunk, PictureProperties& into) {
    const std::size_t end = std::min(chunk.find('\0'), chunk.size());
    const std::string keyword = utf8_of_text(chunk.substr(0, end));
    const std::string_view rest = chunk.substr(std::min(end + 1, chunk.size()));
    if (type == "IHDR") {
        into.width = high_first(chunk, 0, 4);
        into.height = high_first(chunk, 4, 4);
    } else if (type == "tEXt") {
        add(into, keyword, utf8_of_text(rest));
    } else if (type == "zTXt" && !rest.empty()) {
        add(into, keyword, utf8_of_text(inflated(rest.substr(1))));
    } else if (type == "iTXt") {
        const std::string text = international_text(rest);
        if (keyword == "XML:com.adobe.xmp")
            read_xmp(text, into);
        else
            add(into, keyword, text);
    } else if (type == "eXIf") {
        const long long width = into.width;
        const long long height = into.height;
        if (!read_exif(chunk, into)) return false;
        into.width = width;
        into.height = height;
    }
    return true;
}

bool read_png(std::string_view bytes, PictureProperties& into) {
    into.format = "PNG";
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::size_t length = high_first(bytes, at, 4);
        if (length > bytes.size() - at - 12) return false;
        const std::string_view type = bytes.substr(at + 4, 4);
        if (!read_chunk(type, bytes.substr(at + 8, length), into)) return false;
        if (type == "IEND") return into.width > 0;
        at += 12 + length;
    }
    return false;
}

// ── GIF: a size, and blocks, of which comments and texts are words ──

std::size_t after_colours(std::string_view bytes, std::size_t flags_at, std::size_t next) {
    const unsigned flags = high_first(bytes, flags_at, 1);
    return next + ((flags & 0x80U) != 0 ? std::size_t{3} << ((flags & 7U) + 1U) : 0);
}

// The bytes of a row of blocks, each after its length, and where they end.
std::pair<std::string, std::size_t> blocks_at(std::string_view bytes, std::size_t at) {
    std::string text;
    while (at < bytes.size()) {
        const std::size_t length = high_first(bytes, at, 1);
        if (length == 0) return {text, at + 1};
        text += bytes.substr(at + 1, length);
        at += 1 + length;
    }
    return {text, at};
}

bool read_gif(std::string_view bytes, PictureProperties& into) {
    into.format = "GIF";
    into.width = low_first(bytes, 6);
    into.height = low_first(bytes, 8);
    std::size_t at = after_colours(bytes, 10, 13);
    while (at + 1 < bytes.size()) {
        if (bytes[at] == '\x3B') return into.width > 0;
        const bool is_picture = bytes[at] == '\x2C';
        const unsigned label = static_cast<unsigned char>(bytes[at + 1]);
        if (!is_picture && bytes[at] != '\x21') return false;
        const std::size_t begin = is_picture ? after_colours(bytes, at + 9, at + 10) + 1 : at + 2;
        const auto [text, end] = blocks_at(bytes, begin);
        if (!is_picture && (label == 0xFE || label == 0x01)) add(into, "comment", utf8_of_text(text));
        if (!is_picture && label == 0xFF && text.starts_with("XMP Data"))
            add(into, "XMP", utf8_of_text(text));
        at = end;
    }
    return at < bytes.size() && bytes[at] == '\x3B' && into.width > 0;
}

}  // namespace

std::optional<PictureProperties> picture_properties(std::string_view bytes) {
    PictureProperties found;
    bool whole = false;
    if (bytes.starts_with("\xFF\xD8\xFF"))
        whole = read_jpeg(bytes, found);
    else if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        whole = read_png(bytes, found);
    else if (bytes.starts_with("GIF8"))
        whole = read_gif(bytes, found);
    else if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) {
        found.format = "TIFF";
        whole = read_exif(bytes, found) && found.width > 0;
    }
    return whole ? std::optional(found) : std::nullopt;
}

}  // namespace casekeeper

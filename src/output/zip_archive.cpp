// SPDX-License-Identifier: MIT
#include "output/zip_archive.h"

#include <zip.h>

#include <array>

namespace casekeeper {
namespace {

std::vector<std::string> extra_fields_of(zip_t* archive, zip_uint64_t at) {
    std::vector<std::string> fields;
    for (const zip_flags_t where : {ZIP_FL_CENTRAL, ZIP_FL_LOCAL}) {
        const zip_int16_t count = zip_file_extra_fields_count(archive, at, where);
        for (zip_int16_t i = 0; i < count; ++i) {
            zip_uint16_t id = 0;
            zip_uint16_t size = 0;
            const zip_uint8_t* field =
                zip_file_extra_field_get(archive, at, static_cast<zip_uint16_t>(i), &id, &size, where);
            if (field != nullptr && size > 0) fields.emplace_back(reinterpret_cast<const char*>(field), size);
        }
    }
    return fields;
}

ZipArchive::Member member_at(zip_t* archive, zip_uint64_t at) {
    zip_stat_t status;
    zip_stat_init(&status);
    ZipArchive::Member member;
    if (zip_stat_index(archive, at, 0, &status) != 0) return member;
    if (status.name != nullptr) member.name = status.name;
    zip_uint32_t length = 0;
    if (const char* comment = zip_file_get_comment(archive, at, &length, 0))
        member.comment.assign(comment, length);
    member.extra_fields = extra_fields_of(archive, at);
    member.packed = status.comp_size;
    member.is_folder = member.name.ends_with('/');
    member.is_locked = status.encryption_method != ZIP_EM_NONE;
    member.is_strong = status.encryption_method == ZIP_EM_AES_256;
    return member;
}

struct FileClosed {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Closed::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipArchive::ZipArchive(zip* archive) : archive_(archive) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t at = 0; at < count; ++at)
        members_.push_back(member_at(archive, static_cast<zip_uint64_t>(at)));
    int length = 0;
    if (const char* comment = zip_get_archive_comment(archive, &length, 0))
        comment_.assign(comment, static_cast<std::size_t>(length));
}

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes, const std::string& passphrase) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return std::nullopt;
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr) {
        zip_source_free(source);
        return std::nullopt;
    }
    if (!passphrase.empty()) zip_set_default_password(archive, passphrase.c_str());
    return ZipArchive(archive);
}

bool ZipArchive::read(std::size_t at, const std::function<bool(std::string_view block)>& take) const {
    const std::unique_ptr<zip_file_t, FileClosed> file(zip_fopen_index(archive_.get(), at, 0));
    if (!file) return false;
    std::array<char, 1U << 16U> block{};
    for (;;) {
        const zip_int64_t read = zip_fread(file.get(), block.data(), block.size());
        if (read < 0) return false;
        if (read == 0) return true;
        if (!take({block.data(), static_cast<std::size_t>(read)})) return false;
    }
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "output/sealed_file.h"

#include <zip.h>

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <stdexcept>

#include "base/errors.h"
#include "output/mapped_file.h"
#include "output/qpdf_sink.h"

namespace casekeeper {
namespace {

constexpr const char* whole_pdf = "make the pack again: its files must be whole and not locked";

[[noreturn]] void not_whole(const std::string& from) {
    throw InputError("cannot seal " + from + ": it is no whole PDF", whole_pdf);
}

void require_passphrase(const std::string& passphrase) {
    if (passphrase.empty()) throw std::invalid_argument("nothing is sealed without a passphrase");
}

// ── PDF ──

void open_pdf(QPDF& pdf, const MappedFile& file, const std::string& from) {
    const auto silent = QPDFLogger::create();
    silent->setWarn(silent->discard());
    silent->setError(silent->discard());
    pdf.setLogger(silent);
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    try {
        pdf.processMemoryFile("PDF", file.bytes().data(), file.bytes().size());
    } catch (const std::exception&) {  // whose words may hold the file's
        not_whole(from);
    }
    if (pdf.isEncrypted()) throw InputError("cannot seal " + from + ": it is locked already", whole_pdf);
}

void write_locked(QPDF& pdf, const std::string& passphrase, WholeFile& file) {
    QpdfSink into(file);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&into);
    writer.setObjectStreamMode(qpdf_o_preserve);
    // An owner's password of its own would let whoever is sent the pack do less with it; an empty one opens it.
    const char* words = passphrase.c_str();
    writer.setR6EncryptionParameters(words, words, true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
}

// ── ZIP ──

struct Discarded {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discarded>;

void require_readable(const std::vector<FileToSeal>& files) {
    std::set<std::string> names;
    if (files.empty()) throw std::invalid_argument("nothing to seal");
    for (const FileToSeal& file : files) {
        const MappedFile readable(file.path);
        if (!names.insert(file.name).second)
            throw InputError("cannot seal two files of one name",
                             "give each file of the pack a name of its own");
    }
}

// Packed already, all of them.
bool is_packed(const std::string& name) {
    static const std::set<std::string> packed = {".pdf", ".png", ".jpg", ".jpeg", ".zip", ".docx", ".odt"};
    const std::size_t dot = name.rfind('.');
    return dot != std::string::npos && packed.contains(name.substr(dot));
}

bool add(zip_t* archive, const FileToSeal& file, const std::string& passphrase,
         std::chrono::sys_seconds made_at) {
    zip_source_t* source = zip_source_file(archive, file.path.c_str(), 0, -1);
    if (source == nullptr) return false;
    const zip_int64_t at = zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(at);
    const zip_int32_t packing = is_packed(file.name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(archive, place, packing, 0) == 0 &&
           zip_file_set_mtime(archive, place, static_cast<time_t>(made_at.time_since_epoch().count()), 0) ==
               0 &&
           zip_file_set_encryption(archive, place, ZIP_EM_AES_256, passphrase.c_str()) == 0;
}

// Everything is written by the closing: it fails for a file that cannot be read as for a disk that is full.
void close(Archive archive, const WholeFile& file) {
    if (zip_close(archive.get()) == 0) {
        static_cast<void>(archive.release());  // closed
        return;
    }
    const bool at_reading = zip_error_code_zip(zip_get_error(archive.get())) == ZIP_ER_READ;
    if (at_reading) throw InputError("cannot seal: a file of the pack cannot be read to its end", whole_pdf);
    file.cannot_write();
}

}  // namespace

void seal_pdf(const std::string& from, const std::string& to, const std::string& passphrase) {
    require_passphrase(passphrase);
    const MappedFile readable(from);
    QPDF pdf;
    open_pdf(pdf, readable, from);
    WholeFile sealed(to);
    try {
        write_locked(pdf, passphrase, sealed);
    } catch (const QPDFExc&) {
        not_whole(from);
    }
    if (pdf.anyWarnings()) not_whole(from);
    sealed.finish();
}

void seal_zip(const std::vector<FileToSeal>& files, const std::string& to, const std::string& passphrase,
              std::chrono::sys_seconds made_at) {
    require_passphrase(passphrase);
    require_readable(files);
    WholeFile sealed(to);
    // Into the empty file that is there, whose mode libzip keeps.
    Archive archive(zip_open(sealed.written_at().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) sealed.cannot_write();
    for (const FileToSeal& file : files)
        if (!add(archive.get(), file, passphrase, made_at)) sealed.cannot_write();
    close(std::move(archive), sealed);
    sealed.finish();
}

}  // namespace casekeeper

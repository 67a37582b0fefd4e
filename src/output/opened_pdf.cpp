// SPDX-License-Identifier: MIT
#include "output/opened_pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <climits>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace casekeeper {
namespace {

constexpr int beyond_every_edge = 100'000;  // points
constexpr const char* stand_in = "/ActualText";
constexpr const char* no_stand_in = "/NoActualText";

std::unique_ptr<QPDF> opened(std::string_view bytes, const std::string& passphrase) {
    auto pdf = std::make_unique<QPDF>();
    const auto silent = QPDFLogger::create();
    silent->setOutputStreams(nullptr, nullptr);
    silent->setError(silent->discard());
    silent->setInfo(silent->discard());
    silent->setWarn(silent->discard());
    pdf->setLogger(silent);
    pdf->setSuppressWarnings(true);
    try {
        pdf->processMemoryFile("PDF", bytes.data(), bytes.size(),
                               passphrase.empty() ? nullptr : passphrase.c_str());
    } catch (const QPDFExc& fault) {
        if (fault.getErrorCode() == qpdf_e_password)
            throw OpenedPdf::CannotOpen("it is locked with a password");
        if (fault.getErrorCode() == qpdf_e_unsupported)
            throw OpenedPdf::CannotOpen("it is locked in a way that is not known here");
        throw OpenedPdf::CannotOpen("it is damaged: cut off, or no PDF behind its first line");
    }
    return pdf;
}

// The drawing as it is, whatever words are to stand in for it.
class WithoutStandIns : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        if (token.getType() == QPDFTokenizer::tt_name && token.getValue() == stand_in)
            write(no_stand_in);
        else
            writeToken(token);
    }
};

// Strings, and strings in arrays and dictionaries, but not beyond a reference.
void each_string_in(QPDFObjectHandle object, const std::string& key,
                    const std::function<void(const std::string& key, const std::string& text)>& take) {
    if (object.isString()) return take(key, object.getUTF8Value());
    if (object.isStream()) object = object.getDict();
    if (object.isArray())
        for (int i = 0; i < object.getArrayNItems(); ++i) {
            QPDFObjectHandle item = object.getArrayItem(i);
            if (!item.isIndirect()) each_string_in(item, key, take);
        }
    if (object.isDictionary())
        for (const std::string& its_key : object.getKeys()) {
            QPDFObjectHandle value = object.getKey(its_key);
            if (!value.isIndirect())
                each_string_in(value, its_key, take);
            else if (value.isString())
                take(its_key, value.getUTF8Value());  // once more under its key
        }
}

void collect_reachable(const QPDFObjectHandle& root, std::set<QPDFObjGen>& reached) {
    std::vector<QPDFObjectHandle> waiting = {root};
    while (!waiting.empty()) {
        QPDFObjectHandle object = waiting.back();
        waiting.pop_back();
        if (object.isIndirect() && !reached.insert(object.getObjGen()).second) continue;
        if (object.isStream()) object = object.getDict();
        if (object.isArray())
            for (int i = 0; i < object.getArrayNItems(); ++i) waiting.push_back(object.getArrayItem(i));
        else if (object.isDictionary())
            for (const std::string& key : object.getKeys()) waiting.push_back(object.getKey(key));
    }
}

// To read a drawing token by token takes long. A name may be written with its letters as numbers (#41).
bool may_have_stand_ins(const std::string& drawing) {
    return drawing.find("ActualText") != std::string::npos || drawing.find('#') != std::string::npos;
}

void uncover(QPDFObjectHandle object) {
    QPDFObjectHandle holder = object.isStream() ? object.getDict() : object;
    if (object.isStream() && name_under(object, "/Subtype") == "/Form" &&
        may_have_stand_ins(bytes_of_stream(object)))
        object.addTokenFilter(std::make_shared<WithoutStandIns>());
    if (!holder.isDictionary()) return;
    for (const std::string& key : holder.getKeys()) {
        if (key == stand_in) holder.removeKey(key);
        // A property list of a page's resources may stand within its object.
        else if (!holder.getKey(key).isIndirect() && holder.getKey(key).isDictionary())
            uncover(holder.getKey(key));
    }
}

void uncover_page(QPDFPageObjectHelper page) {
    QPDFObjectHandle dictionary = page.getObjectHandle();
    for (const char* box : {"/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) dictionary.removeKey(box);
    const QPDFObjectHandle::Rectangle everything(-beyond_every_edge, -beyond_every_edge, beyond_every_edge,
                                                 beyond_every_edge);
    dictionary.replaceKey("/MediaBox", QPDFObjectHandle::newArray(everything));
    dictionary.replaceKey("/CropBox", QPDFObjectHandle::newArray(everything));
    if (may_have_stand_ins(drawing_of(page))) page.addContentTokenFilter(std::make_shared<WithoutStandIns>());
}

}  // namespace

OpenedPdf::OpenedPdf(std::string_view bytes, const std::string& passphrase)
    : bytes_(bytes), passphrase_(passphrase), pdf_(opened(bytes, passphrase)) {}

std::string OpenedPdf::uncovered() {
    const std::unique_ptr<QPDF> copy = opened(bytes_, passphrase_);
    copy->getRoot().removeKey("/OCProperties");
    for (const QPDFObjectHandle& object : copy->getAllObjects()) uncover(object);
    for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(*copy).getAllPages()) uncover_page(page);
    QPDFWriter writer(*copy);
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_generalized);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStaticID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void OpenedPdf::each_page(const std::function<void(long long page, const std::string& text)>& take) {
    poppler::set_debug_error_function(
        [](const std::string& fault, void* lacks_letters) {
            if (fault.find("language pack") != std::string::npos) *static_cast<bool*>(lacks_letters) = true;
        },
        &lacks_letters_);
    const std::string bytes = uncovered();
    if (bytes.size() > INT_MAX) throw CannotOpen("it is larger than what is read here");
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) throw CannotOpen("it is damaged: its pages cannot be read");
    for (int at = 0; at < document->pages(); ++at) {
        const std::unique_ptr<poppler::page> page(document->create_page(at));
        if (!page) throw CannotOpen("it is damaged: page " + std::to_string(at + 1) + " cannot be read");
        const poppler::byte_array text =
            page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
        take(at + 1, {text.data(), text.size()});
    }
}

void OpenedPdf::each_string(
    const std::function<void(int object, const std::string& key, const std::string& text)>& take) {
    for (QPDFObjectHandle object : pdf_->getAllObjects())
        each_string_in(object, "", [&](const std::string& key, const std::string& text) {
            take(object.getObjectID(), key, text);
        });
    each_string_in(pdf_->getTrailer(), "",
                   [&](const std::string& key, const std::string& text) { take(0, key, text); });
}

std::vector<QPDFObjectHandle> OpenedPdf::unreferenced() {
    std::set<QPDFObjGen> reached;
    collect_reachable(pdf_->getTrailer(), reached);
    std::vector<QPDFObjectHandle> left;
    for (QPDFObjectHandle object : pdf_->getAllObjects()) {
        const std::string type = name_under(object, "/Type");
        // The tables of the file itself are led to by offsets.
        const bool is_table = object.isStream() && (type == "/ObjStm" || type == "/XRef");
        if (!reached.contains(object.getObjGen()) && !is_table && !object.isNull()) left.push_back(object);
    }
    return left;
}

std::vector<QPDFObjectHandle> OpenedPdf::attached_files() {
    std::vector<QPDFObjectHandle> files;
    for (QPDFObjectHandle object : pdf_->getAllObjects())
        if (object.isStream() && name_under(object, "/Type") == "/EmbeddedFile") files.push_back(object);
    std::set<QPDFObjGen> found;
    for (const QPDFObjectHandle& file : files) found.insert(file.getObjGen());
    // Their type may be left out; what a file's description names is one all the same.
    for (QPDFObjectHandle object : pdf_->getAllObjects()) {
        QPDFObjectHandle held = object.isDictionary() ? object.getKey("/EF") : QPDFObjectHandle::newNull();
        for (const std::string& key : held.isDictionary() ? held.getKeys() : std::set<std::string>())
            if (held.getKey(key).isStream() && found.insert(held.getKey(key).getObjGen()).second)
                files.push_back(held.getKey(key));
    }
    return files;
}

bool OpenedPdf::is_damaged() const {
    return pdf_->anyWarnings();
}

std::string drawing_of(QPDFPageObjectHelper page) {
    std::string drawing;
    for (const QPDFObjectHandle& one : page.getPageContents()) drawing += bytes_of_stream(one) + '\n';
    return drawing;
}

std::string bytes_of_stream(QPDFObjectHandle stream) {
    try {
        const std::shared_ptr<Buffer> buffer = stream.getStreamData(qpdf_dl_specialized);
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    } catch (const std::exception&) {  // a filter that is not known, or damaged data
        return {};
    }
}

std::string raw_bytes_of_stream(QPDFObjectHandle stream) {
    const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string name_under(QPDFObjectHandle object, const std::string& key) {
    if (object.isStream()) object = object.getDict();
    if (!object.isDictionary()) return {};
    QPDFObjectHandle value = object.getKey(key);
    return value.isName() ? value.getName() : std::string();
}

}  // namespace casekeeper

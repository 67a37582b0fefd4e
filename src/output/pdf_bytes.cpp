// SPDX-License-Identifier: MIT
#include "output/pdf_bytes.h"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>

namespace casekeeper {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::string_view end_mark = "%%EOF";

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_pdf_by_itself(std::string_view bytes) {
    QPDF pdf;
    const auto silent = QPDFLogger::create();
    silent->setWarn(silent->discard());
    silent->setError(silent->discard());
    pdf.setLogger(silent);
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    try {
        pdf.processMemoryFile("PDF", bytes.data(), bytes.size());
        return pdf.getRoot().isDictionary();
    } catch (const QPDFExc& fault) {
        return fault.getErrorCode() == qpdf_e_password;
    } catch (const std::exception&) {
        return false;
    }
}

// Where the object begins whose "obj" stands at a place: its number and generation before it; none: it is none.
std::size_t object_at(std::string_view bytes, std::size_t obj) {
    std::size_t at = obj;
    for (int part = 0; part < 2; ++part) {
        std::size_t before = at;
        while (before > 0 && is_space(bytes[before - 1])) --before;
        std::size_t digits = before;
        while (digits > 0 && is_digit(bytes[digits - 1])) --digits;
        if (digits == before || (before == at && part == 1)) return none;
        at = digits;
    }
    return at;
}

// Every "obj" outside the streams.
void find_strays(std::string_view bytes, std::size_t begin, const std::set<long long>& places,
                 PdfBytes& into) {
    for (std::size_t obj = bytes.find("obj"); obj != none; obj = bytes.find("obj", obj + 3)) {
        const std::size_t at = object_at(bytes, obj);
        if (at == none || places.contains(static_cast<long long>(at)) ||
            places.contains(static_cast<long long>(at - std::min(at, begin))))
            continue;
        const std::size_t end = std::min(bytes.find("endobj", obj), bytes.size());
        into.strays.push_back(bytes.substr(at, end - at));
    }
}

std::string without_streams(std::string_view bytes) {
    std::string rest;
    while (!bytes.empty()) {
        const std::size_t begin = std::min(bytes.find("stream"), bytes.size());
        rest += bytes.substr(0, begin);
        rest += '\n';
        bytes.remove_prefix(begin);
        if (bytes.empty()) break;
        bytes.remove_prefix(std::min(bytes.find("endstream"), bytes.size()));
        bytes.remove_prefix(std::min<std::size_t>(9, bytes.size()));
    }
    return rest;
}

}  // namespace

PdfBytes pdf_bytes(std::string_view bytes, const std::set<long long>& places) {
    PdfBytes found;
    const std::size_t begin = std::min(bytes.find("%PDF-"), bytes.size());
    if (begin > 0) found.outside.push_back(bytes.substr(0, begin));
    const std::size_t last = bytes.rfind(end_mark);
    const std::size_t end = last == none ? bytes.size() : last + end_mark.size();
    const std::string_view after = bytes.substr(end);
    if (!std::all_of(after.begin(), after.end(), is_space)) found.outside.push_back(after);
    for (std::size_t at = bytes.find(end_mark); at < last; at = bytes.find(end_mark, at + 1)) {
        const std::string_view version = bytes.substr(0, at + end_mark.size());
        if (is_pdf_by_itself(version)) found.earlier_versions.push_back(version);
    }
    find_strays(bytes, begin, places, found);
    found.between_streams = without_streams(bytes);
    return found;
}

}  // namespace casekeeper

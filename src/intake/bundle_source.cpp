// SPDX-License-Identifier: MIT
#include "intake/bundle_source.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/errors.h"
#include "intake/value_checks.h"

namespace casekeeper {
namespace {

SourceFile::Links links_of(const BundleFile& file) {
    return file.named_itself ? SourceFile::Links::follow : SourceFile::Links::refuse;
}

Fingerprint key_mark(const Record& record) {
    return fingerprint_of(std::string(format_of(record.type).name) + '\x1f' + record.key());
}

// Two rows that say the same have the same mark, however their lines were written.
Fingerprint content_mark(const Record& record) {
    std::string content;
    for (const std::optional<std::string>& value : record.values) {
        content += value ? std::to_string(value->size()) + ':' : "-";
        if (value) content += *value;
    }
    return fingerprint_of(content);
}

}  // namespace

class BundleSource::Rereading {
public:
    Rereading(const ReadFile& file, std::size_t longest)
        : file_(file), opened_(file.file.path, links_of(file.file)), lines_(opened_, longest) {
        if (opened_.state() != file.state)
            throw InputError(file.file.label + " was changed while it was being read",
                             "load it again when nothing writes to it");
    }

    // The next line that is neither too long nor set aside; nullopt at the end.
    std::optional<SourceLine> next() {
        for (;;) {
            const std::optional<SourceLine> line = lines_.next();
            if (!line) return std::nullopt;
            while (passed_ < file_.set_aside.size() && file_.set_aside[passed_] < line->number) ++passed_;
            const bool aside = passed_ < file_.set_aside.size() && file_.set_aside[passed_] == line->number;
            if (!aside && !line->too_long) return line;
        }
    }

private:
    const ReadFile& file_;
    SourceFile opened_;
    LineReader lines_;
    std::size_t passed_ = 0;
};

BundleSource::BundleSource(std::vector<std::string> paths, std::size_t longest)
    : paths_(std::move(paths)), longest_(longest) {}

void BundleSource::examine(const TakeFinding& take_finding) {
    lines_read_ = 0;
    lines_rejected_ = 0;
    files_.clear();
    folders_.clear();
    BundleFiles bundle = find_bundle_files(paths_);
    for (std::string& folder : bundle.folders) folders_.emplace_back(std::move(folder));
    for (BundleFile& file : bundle.files) files_.push_back({std::move(file), {}, {}, {}});
    Examination examination{take_finding, {}, RepeatFinder()};
    for (ReadFile& file : files_) examine_file(file, examination);
    settle_repeats(examination);
    digest_ = examination.digest.hex();
}

void BundleSource::examine_file(ReadFile& file, Examination& examination) {
    SourceFile opened(file.file.path, links_of(file.file));
    file.state = opened.state();
    LineReader lines(opened, longest_, [&](std::string_view bytes) { examination.digest.update(bytes); });
    require_utf8_text(lines.head(), file.file.label);
    // Lines that are not UTF-8 wait for the first that is: without one this is no text, and nothing is
    // reported.
    std::vector<long> not_utf8;
    bool any_utf8 = false;
    while (const std::optional<SourceLine> line = lines.next()) {
        ++lines_read_;
        ReadLine read;
        if (line->too_long)
            read.mistake =
                "longer than " + std::to_string(longest_) + " bytes: put long texts into documents";
        else
            read = reader_.read(line->text);
        any_utf8 = any_utf8 || read.is_utf8;
        if (!any_utf8) {
            not_utf8.push_back(line->number);
            continue;
        }
        for (const long number : std::exchange(not_utf8, {}))
            reject(file, number, "not UTF-8: save the file as UTF-8", examination.take_finding);
        take_line(file, line->number, std::move(read), examination);
    }
    if (!not_utf8.empty())
        throw InputError(file.file.label + " has no line in UTF-8",
                         "save it as UTF-8, e.g. with: iconv -f WINDOWS-1252 -t UTF-8");
}

void BundleSource::take_line(ReadFile& file, long line, ReadLine&& read, Examination& examination) {
    if (!read.record) {
        reject(file, line, std::move(read.mistake), examination.take_finding);
        return;
    }
    if (!read.warning.empty())
        examination.take_finding({file.file.label, line, 0, Severity::warning, std::move(read.warning)});
    if (std::string wrong = wrong_with_document(file, *read.record); !wrong.empty()) {
        reject(file, line, std::move(wrong), examination.take_finding);
        file.set_aside.push_back(line);
        return;
    }
    file.types.set(static_cast<std::size_t>(read.record->type));
    examination.repeats.add(key_mark(*read.record));
}

void BundleSource::reject(const ReadFile& file, long line, std::string message,
                          const TakeFinding& take_finding) {
    ++lines_rejected_;
    take_finding({file.file.label, line, 0, Severity::error, std::move(message)});
}

std::string BundleSource::wrong_with_document(const ReadFile& file, const Record& record) const {
    if (record.type != RecordType::document) return "";
    const DocumentFolder& folder = folders_[file.file.folder];
    const std::string& path = *record.value("file");
    const std::optional<std::string>& sha256 = record.value("sha256");
    const DocumentFolder::Checked checked = sha256 ? folder.digest(path) : folder.look(path);
    std::string wrong = checked.mistake;
    if (wrong.empty() && checked.sha256 != sha256)
        wrong = "is unlike its sha256: the file was changed, or the digest is another's";
    if (wrong.empty()) return "";
    return name_for_message(record) + ": the file " + fit_for_message(path) + " " + wrong;
}

void BundleSource::records(RecordType type, const TakeRecord& take_record) {
    for (const ReadFile& file : files_) {
        if (!file.types.test(static_cast<std::size_t>(type))) continue;
        Rereading lines(file, longest_);
        while (const std::optional<SourceLine> line = lines.next()) {
            std::optional<Record> record = reader_.read_if(type, line->text);
            if (!record) continue;
            SourcedRecord sourced{std::move(*record), {file.file.label, line->number}, {}};
            if (type == RecordType::document) complete_document(file, sourced);
            take_record(std::move(sourced));
        }
    }
}

void BundleSource::complete_document(const ReadFile& file, SourcedRecord& sourced) const {
    const DocumentFolder& folder = folders_[file.file.folder];
    const std::string& path = *sourced.record.value("file");
    sourced.document_path = folder.path_of(path);
    const int position = format_of(RecordType::document).position("sha256");
    std::optional<std::string>& sha256 = sourced.record.values.at(static_cast<std::size_t>(position));
    if (sha256) return;
    DocumentFolder::Checked checked = folder.digest(path);
    if (!checked.mistake.empty())
        throw InputError(name_for_message(sourced.record) + ": the file " + fit_for_message(path) +
                             " was changed while the bundle was being read",
                         "load it again when nothing writes to it");
    sha256 = std::move(checked.sha256);
}

void BundleSource::each_of(const std::vector<Fingerprint>& keys, const TakeRepeat& take) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        Rereading lines(files_[i], longest_);
        while (const std::optional<SourceLine> line = lines.next()) {
            const ReadLine read = reader_.read(line->text);
            if (!read.record) continue;
            const Fingerprint key = key_mark(*read.record);
            const auto found = std::lower_bound(keys.begin(), keys.end(), key);
            if (found == keys.end() || *found != key) continue;
            take(static_cast<std::size_t>(found - keys.begin()), *read.record, Where{i, line->number});
        }
    }
}

std::vector<BundleSource::Repeated> BundleSource::compare_repeats(const std::vector<Fingerprint>& keys) {
    std::vector<Repeated> repeated(keys.size());
    each_of(keys, [&](std::size_t key, const Record& record, const Where& here) {
        Repeated& repeat = repeated[key];
        const Fingerprint content = content_mark(record);
        if (repeat.first.line == 0) {
            repeat.first = here;
            repeat.content = content;
        } else if (repeat.unlike.line == 0 && content != repeat.content) {
            repeat.unlike = here;
        }
    });
    return repeated;
}

void BundleSource::settle_repeats(Examination& examination) {
    const std::vector<Fingerprint> keys = examination.repeats.repeated();
    if (keys.empty()) return;
    const std::vector<Repeated> repeated = compare_repeats(keys);
    std::vector<std::vector<long>> aside(files_.size());
    each_of(keys, [&](std::size_t key, const Record& record, const Where& here) {
        const Repeated& repeat = repeated[key];
        const bool all_the_same = repeat.unlike.line == 0;
        if (all_the_same && here == repeat.first) return;
        aside[here.file].push_back(here.line);
        if (all_the_same) return;
        const Where& other = content_mark(record) == repeat.content ? repeat.unlike : repeat.first;
        reject(files_[here.file], here.line,
               name_for_message(record) + " stands with other content at " + files_[other.file].file.label +
                   ":" + std::to_string(other.line) + ": keep one of the two lines",
               examination.take_finding);
    });
    for (std::size_t i = 0; i < files_.size(); ++i) {
        std::vector<long>& lines = files_[i].set_aside;
        lines.insert(lines.end(), aside[i].begin(), aside[i].end());
        std::sort(lines.begin(), lines.end());
    }
}

}  // namespace casekeeper

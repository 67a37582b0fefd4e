// SPDX-License-Identifier: MIT
//
// A bundle: folders of *.jsonl files with the documents they name beside them, or single such files. Read in
// passes, in memory that does not grow with the bundle:
//
//   examine   every line once: bad lines, which types a file holds, documents, digest, repeated keys
//             and, only where keys are repeated, twice more: same content or not, then the findings
//   records   the files that hold the type; lines set aside are passed over
//
// A file that changes in between throws InputError. One thread.
#pragma once

#include <bitset>
#include <functional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "intake/bundle_files.h"
#include "intake/document_folder.h"
#include "intake/line_reader.h"
#include "intake/record_reader.h"
#include "intake/record_source.h"
#include "intake/repeat_finder.h"
#include "intake/source_file.h"

namespace casekeeper {

class BundleSource final : public RecordSource {
public:
    static constexpr std::size_t longest_line = std::size_t{1} << 20;  // bytes

    // `paths`: as on the command line; findings name their files within them.
    explicit BundleSource(std::vector<std::string> paths, std::size_t longest = longest_line);

    void examine(const TakeFinding& take_finding) override;
    long lines_read() const override { return lines_read_; }
    long lines_rejected() const override { return lines_rejected_; }
    // Of the files' bytes one after the other, as `cat *.jsonl | sha256sum` says it.
    std::string digest() const override { return digest_; }
    void records(RecordType type, const TakeRecord& take_record) override;

private:
    struct ReadFile {
        BundleFile file;
        FileState state;
        std::bitset<record_types> types;
        std::vector<long> set_aside;  // good lines all the same not to be loaded: sorted numbers
    };
    // Goes through a file again, passing over what was set aside.
    class Rereading;
    // One examination, while it lasts.
    struct Examination {
        const TakeFinding& take_finding;
        Sha256 digest;
        RepeatFinder repeats;
    };
    struct Where {
        std::size_t file = 0;
        long line = 0;  // 0: nowhere
        bool operator==(const Where&) const = default;
    };
    // What is known of a key that came more than once.
    struct Repeated {
        Fingerprint content;  // of the first
        Where first;
        Where unlike;  // the first that says something else
    };
    using TakeRepeat = std::function<void(std::size_t key, const Record& record, const Where& here)>;

    void examine_file(ReadFile& file, Examination& examination);
    void take_line(ReadFile& file, long line, ReadLine&& read, Examination& examination);
    std::string wrong_with_document(const ReadFile& file, const Record& record) const;
    // Sets aside lines of one key that differ, with findings, and all but the first of those that say the
    // same.
    void settle_repeats(Examination& examination);
    std::vector<Repeated> compare_repeats(const std::vector<Fingerprint>& keys);
    // Every good line whose key is one of the (sorted) keys.
    void each_of(const std::vector<Fingerprint>& keys, const TakeRepeat& take);
    void reject(const ReadFile& file, long line, std::string message, const TakeFinding& take_finding);
    void complete_document(const ReadFile& file, SourcedRecord& sourced) const;

    std::vector<std::string> paths_;
    std::size_t longest_;
    std::vector<ReadFile> files_;
    std::vector<DocumentFolder> folders_;
    RecordReader reader_;
    long lines_read_ = 0;
    long lines_rejected_ = 0;
    std::string digest_;
};

}  // namespace casekeeper

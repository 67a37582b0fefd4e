// SPDX-License-Identifier: MIT
#include "disclosure/pack_writing.h"

#include <filesystem>

#include "base/digest.h"
#include "custody/letter_head.h"
#include "output/volumes.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

constexpr double normal_points = 10.5;
constexpr double large_points = 18;

class Writing {
public:
    Writing(const PackGround& ground, PackContents& contents, Copy copy)
        : ground_(ground),
          contents_(contents),
          copy_(copy),
          redactor_(contents.ledger(), contents.names(), contents.places()),
          parts_(contents.records(), contents.texts(), redactor_, contents.ledger(),
                 ground.in_force.catalogue, contents.materials(), contents.document_reader(), copy,
                 contents.contested()) {}

    WrittenCopy write(const PackFolder& folder, const std::function<bool()>& is_cancelled) {
        Volumes book(
            [&](int volume) {
                const std::string name = stem() + "-" + std::to_string(volume) + "." + ending_of(format());
                written_.files.push_back({name, "", 0, 0, is_persons()});
                return ground_.tools.open_book(format(), folder.file(name), face(volume));
            },
            ground_.settings.volume_pages);
        WatchedBook watched(
            book,
            [&](std::string_view text) {
                if (is_persons()) written_.whole.written(text);
            },
            false);
        write_pages(watched, is_cancelled);
        book.finish();
        for (std::size_t at = 0; at < written_.files.size(); ++at)
            measure(written_.files[at], folder, book.pages_of_volumes()[at]);
        written_.meter = meter_of(redactor_.share(), contents_.ledger());
        written_.without_sign = book.without_sign();
        written_.pictures = parts_.pictures();
        written_.not_shown = parts_.not_shown();
        written_.not_found = redactor_.not_found();
        return std::move(written_);
    }

private:
    bool is_persons() const { return copy_ == Copy::persons; }
    std::string stem() const { return is_persons() ? "persons-copy" : "office-copy"; }
    // The office reads on screen and prints nothing: an ordinary PDF, whatever the reader asked for.
    std::string format() const { return is_persons() ? contents_.format() : "pdf"; }

    void write_pages(Book& book, const std::function<bool()>& is_cancelled) {
        const bool for_the_person = contents_.reader_in_words() == StandIns::Reader::the_person;
        const PackTold told{contents_.facts(),
                            contents_.sums(),
                            contents_.ledger(),
                            reader_of_letters(),
                            ground_.settings.support,
                            contents_.is_again(),
                            contents_.name_of_reader(),
                            [&](std::string_view text) { return contents_.beside().may_be_told(text); },
                            [&](std::string_view text) { return contents_.beside().told(text); }};
        const PackSource source{contents_.parts(),
                                contents_.facts(),
                                contents_.sums(),
                                contents_.ledger(),
                                contents_.people().relationships(),
                                told,
                                contents_.one().request,
                                for_the_person,
                                format() != "text"};
        PackPages(source, contents_.records(), contents_.texts(), parts_, redactor_, ground_.tools.forms,
                  ground_.tools.glossary, copy_)
            .write(book, is_cancelled);
    }

    static void measure(PackFile& file, const PackFolder& folder, long long pages) {
        const std::string path = folder.file(file.name);
        file.pages = pages;
        file.sha256 = sha256_of_file(path);
        file.bytes = static_cast<long long>(fs::file_size(path));
    }

    AccessReader reader_of_letters() {
        const AccessCase& one = contents_.one();
        AccessReader reader;
        reader.head = head_of_request(ground_.database, ground_.settings.trust, ground_.settings.contact,
                                      {RecordType::access_request, one.request, one.person, one.received_at},
                                      ground_.act.day);
        reader.is_young = reader.head.for_oneself && contents_.reader().reader.subject_is_child;
        return reader;
    }

    BookFace face(int volume) const {
        BookFace face;
        face.title = is_persons() ? "Your record" : "Record, office copy";
        if (volume > 1) face.title += ", volume " + std::to_string(volume);
        face.reference = contents_.one().request + (volume > 1 ? ", volume " + std::to_string(volume) : "");
        face.owner = ground_.settings.trust;
        // Of the day alone: the same pack, made again on that day, has the same bytes.
        face.made_at = to_text(ground_.act.day) + "T00:00:00Z";
        face.point_size = is_persons() && format() == "large-print" ? large_points : normal_points;
        return face;
    }

    const PackGround& ground_;
    PackContents& contents_;
    const Copy copy_;
    Redactor redactor_;
    PartPages parts_;
    WrittenCopy written_;
};

}  // namespace

WrittenCopy write_copy(const PackGround& ground, PackContents& contents, const PackFolder& folder, Copy copy,
                       const std::function<bool()>& is_cancelled) {
    return Writing(ground, contents, copy).write(folder, is_cancelled);
}

}  // namespace casekeeper

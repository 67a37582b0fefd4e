// SPDX-License-Identifier: MIT
#include "output/book_file.h"

#include "base/whole_file.h"

namespace casekeeper {
namespace {

constexpr char mark_begins = '\x01';  // no printable text holds one of these
constexpr char mark_ends = '\x02';

void write_filled(WholeFile& out, std::string_view text, const BookFile::Filled& filled) {
    for (;;) {
        const std::size_t begin = text.find(mark_begins);
        out.write(text.substr(0, begin));
        if (begin == std::string_view::npos) return;
        const std::size_t end = text.find(mark_ends, begin);
        out.write(filled(std::string(text.substr(begin + 1, end - begin - 1))));
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string BookFile::mark(const std::string& name) {
    return mark_begins + name + mark_ends;
}

void BookFile::finish(const std::string& front, const std::string& end, const Filled& filled) {
    WholeFile file(path_);
    file.write(front);
    write_filled(file, body_.read_again(), filled);
    file.write(end);
    file.finish();
}

}  // namespace casekeeper

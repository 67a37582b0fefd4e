// SPDX-License-Identifier: MIT
#include "reports/documents_to_read.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 500;
constexpr char done = '!';  // behind the reader's version: nobody is left

}  // namespace

DocumentsToRead::DocumentsToRead(Database& database, const ReadDocumentsOf& read, int reader,
                                 std::function<bool()> is_cancelled, long long most)
    : database_(database),
      store_(database),
      words_(database),
      read_(read),
      reader_(reader),
      is_cancelled_(std::move(is_cancelled)),
      may_read_(most) {}

void DocumentsToRead::read() {
    read_of_due();
    read_of_others();
}

bool DocumentsToRead::is_to_stop() {
    return may_read_ <= 0 || (is_cancelled_ && is_cancelled_());
}

bool DocumentsToRead::read_of(const std::string& person) {
    bool is_stopped = false;
    read_(person, [&] {
        is_stopped = is_to_stop();
        --may_read_;
        return is_stopped;
    });
    return !is_stopped;
}

void DocumentsToRead::read_of_due() {
    for (std::string after;;) {
        const std::vector<RecordingStore::RecordedPerson> page = store_.due_after(after, people_a_page);
        if (page.empty()) return;
        after = page.back().id;
        for (const RecordingStore::RecordedPerson& person : page)
            if (!words_.unread_of(person.id, reader_).empty() && !read_of(person.id)) left_.insert(person.id);
    }
}

// Is it all read, and remembered where to go on?
bool DocumentsToRead::read_for_good(const std::string& person, const std::string& reader) {
    if (!read_of(person)) return false;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    store_.mark(person);
    words_.mark_sharers_of(person);
    store_.set_documents_read(reader + ":" + person);
    work.commit();
    return true;
}

// The property says by which reader, and after whom.
void DocumentsToRead::read_of_others() {
    const std::string reader = std::to_string(reader_);
    const std::string was = store_.documents_read();
    if (was == reader + done) return;
    std::string after = was.starts_with(reader + ":") ? was.substr(reader.size() + 1) : "";
    bool is_done = false;
    while (!is_done && !is_to_stop()) {
        const std::vector<std::string> page = words_.people_with_unread(after, reader_, people_a_page);
        is_done = page.empty();
        for (const std::string& person : page) {
            // The same content may have been read of another by now.
            if (!words_.unread_of(person, reader_).empty() && !read_for_good(person, reader)) return;
            after = person;
        }
    }
    if (!is_done) return;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    store_.set_documents_read(reader + done);
    work.commit();
}

}  // namespace casekeeper

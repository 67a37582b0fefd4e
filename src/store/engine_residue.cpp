// SPDX-License-Identifier: MIT
#include "store/engine_residue.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "base/errors.h"
#include "sql_statements.h"
#include "store/page_cleaning.h"
#include "store/query_backend.h"

namespace casekeeper {

// Any statement knows the session it belongs to.
struct EngineAccess {
    static sqlite_api::sqlite3* connection_of(Database& database) {
        soci::session& session = database.query(sql::system::checkpoint).backend_->session;
        // SOCI hides its class's type, so that no dynamic_cast can ask for it.
        return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
    }
};

namespace {

using sqlite_api::sqlite3_file;
using sqlite_api::sqlite3_int64;

constexpr std::size_t header_of_file = 100;
constexpr std::size_t bytes_a_reading = 1 << 20;
// From here on the number of a next page could be taken for the mark of a b-tree page.
constexpr long long most_pages = 0x02000000;
constexpr int attempts = 3;

// The open file of an SQLite store, by SQLite's own descriptor: a second one would let go of its locks when
// closed.
class StoreFile {
public:
    explicit StoreFile(sqlite_api::sqlite3* connection) {
        sqlite_api::sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file_);
        std::array<unsigned char, header_of_file> header{};
        read(header.data(), header.size(), 0);
        page_size_ = static_cast<std::size_t>(header[16]) << 8U | header[17];
        if (page_size_ == 1) page_size_ = 65536;
        usable_ = page_size_ - header[20];
        sqlite3_int64 bytes = 0;
        check(file_->pMethods->xFileSize(file_, &bytes));
        pages_ = static_cast<long long>(bytes) / static_cast<long long>(page_size_);
    }

    long long pages() const { return pages_; }

    // How many pages held leftovers. Page 1 holds the schema only.
    long long clean() {
        long long cleaned = 0;
        const std::size_t at_once = bytes_a_reading / page_size_;
        std::vector<unsigned char> bytes(at_once * page_size_);
        for (long long first = 1; first < pages_; first += static_cast<long long>(at_once)) {
            const auto count = std::min(at_once, static_cast<std::size_t>(pages_ - first));
            read(bytes.data(), count * page_size_, first);
            for (std::size_t i = 0; i < count; ++i) {
                const std::span page(bytes.data() + i * page_size_, page_size_);
                if (!clean_page(page, usable_)) continue;
                write(page, first + static_cast<long long>(i));
                ++cleaned;
            }
        }
        if (cleaned > 0) check(file_->pMethods->xSync(file_, SQLITE_SYNC_NORMAL));
        return cleaned;
    }

private:
    static void check(int result) {
        if (result != SQLITE_OK)
            rethrow_as_error(soci::sqlite3_soci_error("cannot clean the store's pages", result),
                             "cleaning its pages");
    }
    sqlite3_int64 place(long long page) const {
        return static_cast<sqlite3_int64>(page) * static_cast<sqlite3_int64>(page_size_);
    }
    void read(unsigned char* to, std::size_t size, long long page) {
        check(file_->pMethods->xRead(file_, to, static_cast<int>(size), place(page)));
    }
    void write(std::span<const unsigned char> page, long long number) {
        check(file_->pMethods->xWrite(file_, page.data(), static_cast<int>(page.size()), place(number)));
    }

    sqlite3_file* file_ = nullptr;
    std::size_t page_size_ = 0;
    std::size_t usable_ = 0;
    long long pages_ = 0;
};

// Everything in the WAL goes to its page in the file, and the WAL is cut to nothing; false where somebody
// reads.
bool cut_log(Database& database) {
    bool emptied = false;
    database.query(sql::system::checkpoint).each(3, [&](const Row& row) { emptied = row.number(0) == 0; });
    return emptied;
}

bool log_is_empty(const Database& database) {
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(database.url().location + "-wal", failed);
    return failed || bytes == 0;
}

// As a writer with nothing in the WAL nobody else can put anything into a page meanwhile. The property
// written makes every other connection read its pages anew; this one forgets its own.
EngineResidue empty_sqlite(Database& database) {
    EngineResidue residue;
    for (int attempt = 0; attempt < attempts && !residue.emptied; ++attempt) {
        if (!cut_log(database)) continue;
        UnitOfWork work(database, UnitOfWork::Kind::write);
        if (!log_is_empty(database)) continue;
        sqlite_api::sqlite3* connection = EngineAccess::connection_of(database);
        StoreFile file(connection);
        if (file.pages() >= most_pages) {
            residue.left = "copies that balancing leaves in pages: run VACUUM on the store";
            return residue;
        }
        residue.pages_cleaned += file.clean();
        sqlite_api::sqlite3_db_release_memory(connection);
        database.query(sql::system::count_cleaning).run();
        work.commit();
        sqlite_api::sqlite3_db_release_memory(connection);
        residue.emptied = cut_log(database);
    }
    residue.left = residue.emptied
                       ? "nothing in the store's file and its log"
                       : "ended rows may still stand in the store's log: another program reads it";
    return residue;
}

EngineResidue empty_postgresql(Database& database) {
    database.query(sql::system::vacuum_records).run();
    EngineResidue residue;
    residue.emptied = true;
    residue.left =
        "the server's table files may hold bytes of ended rows until their space is used again, and its "
        "write-ahead log until its segments are recycled, archived ones until they age out";
    return residue;
}

}  // namespace

EngineResidue empty_engine_residue(Database& database) {
    return database.is_postgresql() ? empty_postgresql(database) : empty_sqlite(database);
}

}  // namespace casekeeper

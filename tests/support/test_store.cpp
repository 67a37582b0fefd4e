// SPDX-License-Identifier: MIT
#include "support/test_store.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

#include "intake/record_reader.h"
#include "store/record_store.h"

namespace casekeeper::test {
namespace {

const char* server() {
    return std::getenv("CASEKEEPER_TEST_POSTGRES");
}

std::string new_schema_name() {
    static std::atomic<int> counter{0};
    return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++counter);
}

void connect(soci::session& session, const StoreUrl& url) {
    if (url.postgresql) {
        // SOCI wants a "=" somewhere (store/database.cpp says why).
        const char* mark = url.location.find('?') == std::string::npos ? "?" : "&";
        session.open(soci::postgresql, url.location + mark + "application_name=casekeeper_test");
        session << "set client_min_messages to warning";
    } else {
        session.open(*soci::factory_sqlite3(), "db=" + url.location + " timeout=10");
    }
}

std::vector<std::string> rows_of(soci::session& session, const std::string& statement) {
    std::vector<std::string> rows;
    std::string value;
    soci::indicator indicator = soci::i_null;
    // What gives no rows has no column to read into.
    if (!statement.starts_with("select") && !statement.starts_with("pragma ") &&
        statement.find("returning") == std::string::npos) {
        session << statement;
        return rows;
    }
    soci::statement prepared = (session.prepare << statement, soci::into(value, indicator));
    prepared.execute(false);
    while (prepared.fetch()) rows.push_back(indicator == soci::i_null ? "-" : value);
    return rows;
}

}  // namespace

std::string name_of_engine(const testing::TestParamInfo<Engine>& test) {
    return test.param == Engine::sqlite ? "sqlite" : "postgresql";
}

Date day(const std::string& text) {
    return parse_date(text).value();
}

void StoreTest::SetUp() {
    if (!on_postgresql()) {
        url_ = {false, folder.path("store/casekeeper.db")};
        return;
    }
    if (!server()) GTEST_SKIP() << "CASEKEEPER_TEST_POSTGRES names no server";
    schema_ = new_schema_name();
    const std::string location = server();
    soci::session session;
    connect(session, {true, location});
    session << "create schema " + schema_;
    url_ = {true, location + (location.find('?') == std::string::npos ? "?" : "&") +
                      "options=-csearch_path%3D" + schema_};
}

void StoreTest::TearDown() {
    database_.reset();
    if (schema_.empty()) return;
    soci::session session;
    connect(session, {true, server()});
    session << "set client_min_messages to warning";
    session << "drop schema " + schema_ + " cascade";
}

Database& StoreTest::database() {
    if (!database_) database_ = Database::open(url_, Opening::create);
    return *database_;
}

void StoreTest::add(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) EXPECT_TRUE(RecordStore(database()).add(record(line))) << line;
}

std::vector<std::string> StoreTest::sql(const std::string& statement) const {
    soci::session session;
    connect(session, url_);
    return rows_of(session, statement);
}

std::string StoreTest::sql_value(const std::string& query) const {
    const std::vector<std::string> rows = sql(query);
    return rows.empty() ? "-" : rows.front();
}

std::string StoreTest::everything() const {
    soci::session session;
    connect(session, url_);
    const std::string tables = on_postgresql()
                                   ? "select table_name from information_schema.tables where "
                                     "table_schema = current_schema() order by table_name"
                                   : "select name from sqlite_master where type = 'table' order by name";
    std::string text;
    for (const std::string& table : rows_of(session, tables)) {
        text += table + "\n";
        const std::string columns =
            on_postgresql() ? "cast(row_to_json(t) as text)"
                            : rows_of(session,
                                      "select group_concat('quote(\"' || name || '\")', '||'',''||') from "
                                      "pragma_table_info('" +
                                          table + "')")
                                  .front();
        for (const std::string& row :
             rows_of(session, "select " + columns + " from " + table + " t order by 1"))
            text += row + "\n";
    }
    return text;
}

std::string StoreTest::wrong_with_statement(const std::vector<std::string>& before,
                                            const std::string& text) const {
    try {
        soci::session session;
        connect(session, url_);
        session << "begin";
        for (const std::string& statement : before) session << statement;
        soci::statement prepared(session);
        prepared.alloc();
        prepared.prepare(text);
        return "";
    } catch (const soci::soci_error& error) {
        return error.get_error_message();
    }
}

Record record(const std::string& line) {
    ReadLine read = RecordReader().read(line);
    EXPECT_TRUE(read.record) << read.mistake << ": " << line;
    return read.record.value_or(Record{RecordType::person, std::vector<std::optional<std::string>>(14)});
}

}  // namespace casekeeper::test

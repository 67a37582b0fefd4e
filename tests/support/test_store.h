// SPDX-License-Identifier: MIT
//
// A store for a test, on either engine: a file in a fresh folder, or a schema of its own in the database that
// CASEKEEPER_TEST_POSTGRES names (a URL postgresql://USER@127.0.0.1:PORT/DATABASE; without it those tests are
// skipped). Both are gone when the test ends.
//
//   class RecordStoreTest : public StoreTest {};
//   CASEKEEPER_ON_BOTH_ENGINES(RecordStoreTest);
//   TEST_P(RecordStoreTest, FindsWhatItAdded) { … }        -> …/RecordStoreTest.FindsWhatItAdded/sqlite
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/errors.h"
#include "domain/record_format.h"
#include "store/database.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {

enum class Engine { sqlite, postgresql };
// What a test's name ends in.
std::string name_of_engine(const testing::TestParamInfo<Engine>& test);

// The day every test acts on unless it says otherwise.
inline constexpr Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
Date day(const std::string& text);

class StoreTest : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override;
    void TearDown() override;

    bool on_postgresql() const { return GetParam() == Engine::postgresql; }
    const StoreUrl& url() const { return url_; }
    // The store, made and opened at the first call.
    Database& database();
    // A connection beside it, as another program has one.
    std::unique_ptr<Database> another() const { return Database::open(url_, Opening::existing); }
    void close() { database_.reset(); }

    // Stores the records that lines of a bundle say, without the importer's checks.
    void add(const std::vector<std::string>& lines);

    // SQL beside the product, on a connection of its own: what each row has in its only column; "-" for null.
    std::vector<std::string> sql(const std::string& statement) const;
    // The first of them; "-" where there is none.
    std::string sql_value(const std::string& query) const;
    // Everything the store says, table by table.
    std::string everything() const;
    // Whether a statement can be prepared: empty, or what the engine says against it.
    std::string wrong_with_statement(const std::vector<std::string>& before, const std::string& text) const;

    TemporaryFolder folder;

private:
    StoreUrl url_;
    std::string schema_;
    std::unique_ptr<Database> database_;
};

// The record that a line of a bundle says; fails the test where the line is bad.
Record record(const std::string& line);

// The error a call stops with, as "CODE: message"; "done" where it does not.
template <typename Call>
std::string error_of(const Call& call) {
    try {
        call();
        return "done";
    } catch (const Error& error) {
        return std::to_string(static_cast<int>(error.code())) + ": " + error.what();
    }
}

// The hint of the error a call stops with.
template <typename Call>
std::string hint_of(const Call& call) {
    try {
        call();
        return "done";
    } catch (const Error& error) {
        return error.hint();
    }
}

}  // namespace casekeeper::test

#define CASEKEEPER_ON_BOTH_ENGINES(Suite)                                                        \
    INSTANTIATE_TEST_SUITE_P(                                                                    \
        OnBoth, Suite,                                                                           \
        testing::Values(casekeeper::test::Engine::sqlite, casekeeper::test::Engine::postgresql), \
        casekeeper::test::name_of_engine)
#define CASEKEEPER_ON_SQLITE(Suite)                                                            \
    INSTANTIATE_TEST_SUITE_P(OnFile, Suite, testing::Values(casekeeper::test::Engine::sqlite), \
                             casekeeper::test::name_of_engine)

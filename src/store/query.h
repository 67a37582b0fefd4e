// SPDX-License-Identifier: MIT
//
// One prepared statement with its parameters and columns, all text but for counts. Parameters are bound by
// name and keep their value until set again. Not re-entrant: read a page to its end before running the same
// statement again.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

struct Statement;

// One row, valid until the next.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    // Empty where null.
    virtual const std::string& text(int column) const = 0;

    std::optional<std::string> optional_text(int column) const {
        return is_null(column) ? std::nullopt : std::optional<std::string>(text(column));
    }
    long long number(int column) const { return is_null(column) ? 0 : std::stoll(text(column)); }
};

// One row whose columns are read when they are asked for.
class TextRow {
public:
    virtual ~TextRow() = default;
    // Lasts until the next row is read; empty where null.
    virtual std::string_view text(int column) const = 0;
};

class Query {
public:
    struct Backend;
    explicit Query(std::unique_ptr<Backend> backend);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& set(std::string_view parameter, std::string_view value);
    Query& set(std::string_view parameter, const std::optional<std::string>& value);
    Query& set(std::string_view parameter, const char* value) {
        return set(parameter, std::string_view(value));
    }
    Query& set(std::string_view parameter, const std::string& value) {
        return set(parameter, std::string_view(value));
    }
    Query& set(std::string_view parameter, long long value);
    Query& set(std::string_view parameter, long value) {
        return set(parameter, static_cast<long long>(value));
    }
    Query& set(std::string_view parameter, int value) {
        return set(parameter, static_cast<long long>(value));
    }
    Query& set_null(std::string_view parameter);
    // By position, in the order of first setting; for long lists of columns.
    void set_at(int position, const std::optional<std::string>& value);

    // Runs a statement that gives no rows; how many rows it changed.
    long long run();
    // Runs and hands over every row. `columns` is how many the statement selects, the same at every call.
    void each(int columns, const std::function<void(const Row&)>& take);
    // Runs a statement without parameters and hands over every row past SOCI, which would copy each text.
    // SQLite only: elsewhere a result lies in memory as a whole, and pages are read by `each`.
    void stream(const std::function<void(const TextRow&)>& take);
    // The first row's first column; nullopt where there is no row or it is null.
    std::optional<std::string> value();
    long long number();

private:
    friend struct EngineAccess;  // store/engine_residue.cpp: what lies beneath SQL
    std::unique_ptr<Backend> backend_;
};

}  // namespace casekeeper

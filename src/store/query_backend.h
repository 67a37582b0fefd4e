// SPDX-License-Identifier: MIT
//
// The SOCI side of a Query; seen by src/store/*.cpp only.
#pragma once

#include <soci/soci.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "base/errors.h"
#include "store/query.h"

namespace casekeeper {

struct Query::Backend final : Row {
    Backend(soci::session& in_session, std::string in_name, std::string in_text)
        : session(in_session), name(std::move(in_name)), text_of_statement(std::move(in_text)) {}

    struct Parameter {
        std::string name;
        bool numeric = false;
        std::string text;
        long long number = 0;
        soci::indicator indicator = soci::i_null;
    };
    struct Column {
        std::string text;
        soci::indicator indicator = soci::i_null;
    };

    Parameter& parameter(std::string_view name_of_parameter);
    void prepare(int columns);
    bool is_null(int column) const override;
    const std::string& text(int column) const override;

    soci::session& session;
    std::string name;
    std::string text_of_statement;
    std::deque<Parameter> parameters;  // addresses stay
    std::deque<Column> columns;
    std::unique_ptr<soci::statement> statement;
};

// Says a failure of SOCI as one of base/errors.h; `doing` names the statement or the store.
[[noreturn]] void rethrow_as_error(const soci::soci_error& error, const std::string& doing);

}  // namespace casekeeper

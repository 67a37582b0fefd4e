// SPDX-License-Identifier: MIT
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/query.h"
#include "store/query_backend.h"

namespace casekeeper {
namespace {

using Step = sqlite_api::sqlite3_stmt;

struct Finalize {
    void operator()(Step* statement) const { sqlite_api::sqlite3_finalize(statement); }
};

class StreamedRow final : public TextRow {
public:
    explicit StreamedRow(Step* statement) : statement_(statement) {}
    std::string_view text(int column) const override {
        const unsigned char* text = sqlite_api::sqlite3_column_text(statement_, column);
        if (text == nullptr) return {};
        const int bytes = sqlite_api::sqlite3_column_bytes(statement_, column);
        return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(bytes)};
    }

private:
    Step* statement_;
};

// Texts and numbers stay where they are while the statement runs.
int bind(Step* statement, const Query::Backend::Parameter& parameter) {
    const int at = sqlite_api::sqlite3_bind_parameter_index(statement, (":" + parameter.name).c_str());
    if (parameter.indicator == soci::i_null) return sqlite_api::sqlite3_bind_null(statement, at);
    if (parameter.numeric) return sqlite_api::sqlite3_bind_int64(statement, at, parameter.number);
    return sqlite_api::sqlite3_bind_text(statement, at, parameter.text.data(),
                                         static_cast<int>(parameter.text.size()), nullptr);
}

}  // namespace

void Query::stream(const std::function<void(const TextRow&)>& take) {
    if (backend_->session.get_backend_name() != "sqlite3")
        throw std::logic_error("statement " + backend_->name + " is streamed by SQLite only");
    // SOCI hides its class's type, so that no dynamic_cast can ask for it.
    const auto* backend = static_cast<soci::sqlite3_session_backend*>(backend_->session.get_backend());
    const auto check = [&](int result, int wanted) {
        if (result == wanted) return true;
        if (result == SQLITE_ROW) return false;
        rethrow_as_error(soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(backend->conn_), result),
                         backend_->name);
    };
    Step* prepared = nullptr;
    const int result = sqlite_api::sqlite3_prepare_v2(backend->conn_, backend_->text_of_statement.c_str(), -1,
                                                      &prepared, nullptr);
    const std::unique_ptr<Step, Finalize> statement(prepared);
    check(result, SQLITE_OK);
    for (const Backend::Parameter& parameter : backend_->parameters)
        check(bind(statement.get(), parameter), SQLITE_OK);
    const StreamedRow row(statement.get());
    while (!check(sqlite_api::sqlite3_step(statement.get()), SQLITE_DONE)) take(row);
}

}  // namespace casekeeper

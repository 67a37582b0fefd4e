// SPDX-License-Identifier: MIT
#include "store/query.h"

#include <algorithm>

#include "store/query_backend.h"

namespace casekeeper {

Query::Backend::Parameter& Query::Backend::parameter(std::string_view name_of_parameter) {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const Parameter& p) { return p.name == name_of_parameter; });
    if (found != parameters.end()) return *found;
    if (statement)
        throw std::logic_error("statement " + name + " has no parameter " + std::string(name_of_parameter));
    parameters.emplace_back();
    parameters.back().name = name_of_parameter;
    return parameters.back();
}

void Query::Backend::prepare(int wanted_columns) {
    if (statement) return;
    auto made = std::make_unique<soci::statement>(session);
    made->alloc();
    made->prepare(text_of_statement);
    columns.resize(static_cast<std::size_t>(wanted_columns));
    for (Column& column : columns) made->exchange(soci::into(column.text, column.indicator));
    for (Parameter& p : parameters) {
        if (p.numeric)
            made->exchange(soci::use(p.number, p.indicator, p.name));
        else
            made->exchange(soci::use(p.text, p.indicator, p.name));
    }
    made->define_and_bind();
    statement = std::move(made);
}

bool Query::Backend::is_null(int column) const {
    return columns[static_cast<std::size_t>(column)].indicator == soci::i_null;
}

const std::string& Query::Backend::text(int column) const {
    static const std::string none;
    const Column& c = columns[static_cast<std::size_t>(column)];
    return c.indicator == soci::i_null ? none : c.text;
}

Query::Query(std::unique_ptr<Backend> backend) : backend_(std::move(backend)) {}
Query::~Query() = default;

Query& Query::set(std::string_view name, std::string_view value) {
    Backend::Parameter& p = backend_->parameter(name);
    p.text.assign(value);
    p.indicator = soci::i_ok;
    return *this;
}

Query& Query::set(std::string_view name, const std::optional<std::string>& value) {
    return value ? set(name, std::string_view(*value)) : set_null(name);
}

Query& Query::set(std::string_view name, long long value) {
    Backend::Parameter& p = backend_->parameter(name);
    p.numeric = true;
    p.number = value;
    p.indicator = soci::i_ok;
    return *this;
}

Query& Query::set_null(std::string_view name) {
    backend_->parameter(name).indicator = soci::i_null;
    return *this;
}

void Query::set_at(int position, const std::optional<std::string>& value) {
    Backend::Parameter& p = backend_->parameters[static_cast<std::size_t>(position)];
    p.indicator = value ? soci::i_ok : soci::i_null;
    if (value) p.text = *value;
}

long long Query::run() {
    try {
        backend_->prepare(0);
        backend_->statement->execute(true);
        return backend_->statement->get_affected_rows();
    } catch (const soci::soci_error& error) {
        rethrow_as_error(error, backend_->name);
    }
}

void Query::each(int columns, const std::function<void(const Row&)>& take) {
    try {
        backend_->prepare(columns);
        soci::statement& statement = *backend_->statement;
        statement.execute(false);
        std::exception_ptr thrown;
        // Read to the end whatever happens: a statement left half-read would keep its snapshot.
        while (statement.fetch()) {
            if (thrown) continue;
            try {
                take(*backend_);
            } catch (...) {
                thrown = std::current_exception();
            }
        }
        if (thrown) std::rethrow_exception(thrown);
    } catch (const soci::soci_error& error) {
        rethrow_as_error(error, backend_->name);
    }
}

std::optional<std::string> Query::value() {
    std::optional<std::string> result;
    bool first = true;
    each(1, [&](const Row& row) {
        if (first) result = row.optional_text(0);
        first = false;
    });
    return result;
}

long long Query::number() {
    return std::stoll(value().value_or("0"));
}

}  // namespace casekeeper

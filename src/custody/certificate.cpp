// SPDX-License-Identifier: MIT
#include "custody/certificate.h"

#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {
namespace {

std::string approvals_json(const std::vector<Approval>& approvals) {
    std::vector<std::string> items;
    items.reserve(approvals.size());
    for (const Approval& approval : approvals)
        items.push_back(
            JsonObject().text("by", approval.by).text("role", approval.role).text("on", approval.on).json());
    return json_list_of(items);
}

// What the line of the register and the certificate both say.
void write_statement(JsonObject& json, const Certificate& certificate) {
    json.text("action", certificate.action)
        .text("service", certificate.service)
        .text("authority", certificate.rule_authority)
        .text("schedule_version", certificate.schedule_version)
        .text("schedule_digest", certificate.schedule_digest)
        .text("trigger", certificate.trigger)
        .text("span_from", certificate.span_from)
        .text("span_to", certificate.span_to)
        .number("holds_checked", certificate.holds_checked)
        .number("requests_checked", certificate.requests_checked)
        .text("told_on", certificate.told_on)
        .text("not_told_by_decision_of", certificate.not_told_by_decision_of)
        .raw("approvals", approvals_json(certificate.approvals))
        .text("method", certificate.method)
        .text("media", certificate.media)
        .text("executed_as", certificate.executed_as)
        .text("fingerprint", certificate.fingerprint)
        .text("manifest", certificate.manifest)
        .text("backups_gone_on", certificate.backups_gone_on)
        .text("system", certificate.system)
        .number("entries_of_others", certificate.entries_of_others)
        .number("disclosures_shared", certificate.disclosures_shared)
        .number("exports", certificate.exports);
}

void read_counts(const std::string& json, Erased& counts) {
    counts.involvements = json_number_at(json, "involvements");
    counts.entries = json_number_at(json, "entries");
    counts.documents = json_number_at(json, "documents");
    counts.disclosures = json_number_at(json, "disclosures");
    counts.people = json_number_at(json, "people");
    counts.stubs = json_number_at(json, "stubs");
}

void read_statement(const std::string& json, Certificate& certificate) {
    certificate.action = json_text_at(json, "action");
    certificate.service = json_text_at(json, "service");
    certificate.rule_authority = json_text_at(json, "authority");
    certificate.schedule_version = json_text_at(json, "schedule_version");
    certificate.schedule_digest = json_text_at(json, "schedule_digest");
    certificate.trigger = json_text_at(json, "trigger");
    certificate.span_from = json_text_at(json, "span_from");
    certificate.span_to = json_text_at(json, "span_to");
    certificate.holds_checked = static_cast<int>(json_number_at(json, "holds_checked"));
    certificate.requests_checked = static_cast<int>(json_number_at(json, "requests_checked"));
    certificate.told_on = json_text_at(json, "told_on");
    certificate.not_told_by_decision_of = json_text_at(json, "not_told_by_decision_of");
    for (const std::string& item : json_items_at(json, "approvals"))
        certificate.approvals.push_back(
            {json_text_at(item, "by"), json_text_at(item, "role"), json_text_at(item, "on"), ""});
    certificate.method = json_text_at(json, "method");
    certificate.media = json_text_at(json, "media");
    certificate.executed_as = json_text_at(json, "executed_as");
    certificate.fingerprint = json_text_at(json, "fingerprint");
    certificate.manifest = json_text_at(json, "manifest");
    certificate.backups_gone_on = json_text_at(json, "backups_gone_on");
    certificate.system = json_text_at(json, "system");
    certificate.entries_of_others = json_number_at(json, "entries_of_others");
    certificate.disclosures_shared = json_number_at(json, "disclosures_shared");
    certificate.exports = json_number_at(json, "exports");
}

// Reads what the product itself wrote; anything else is no certificate.
template <typename Read>
Certificate guarded(const Read& read) {
    try {
        Certificate certificate = read();
        if (certificate.number > 0 && !certificate.action.empty()) return certificate;
    } catch (const std::invalid_argument&) {
    }
    throw InputError("what is stored as a certificate is none",
                     "check the register: casekeeper register verify");
}

}  // namespace

std::string counts_json(const Erased& counts) {
    return JsonObject()
        .number("involvements", counts.involvements)
        .number("entries", counts.entries)
        .number("documents", counts.documents)
        .number("disclosures", counts.disclosures)
        .number("people", counts.people)
        .number("stubs", counts.stubs)
        .json();
}

std::string to_json(const Certificate& certificate) {
    JsonObject json;
    json.number("certificate", certificate.number).text("issued_at", certificate.issued_at);
    json.text("rule", certificate.rule);
    write_statement(json, certificate);
    json.raw("counts", counts_json(certificate.counts)).text("executed_by", certificate.executed_by);
    const std::optional<std::string> confirmed = certificate.source_confirmed_on.empty()
                                                     ? std::nullopt
                                                     : std::optional(certificate.source_confirmed_on);
    return json.text_or_null("source_confirmed_on", confirmed).json();
}

Certificate read_certificate(const std::string& json) {
    return guarded([&] {
        Certificate certificate;
        certificate.number = json_number_at(json, "certificate");
        certificate.issued_at = json_text_at(json, "issued_at");
        certificate.rule = json_text_at(json, "rule");
        certificate.executed_by = json_text_at(json, "executed_by");
        read_statement(json, certificate);
        read_counts(json_value_at(json, "counts"), certificate.counts);
        if (json_value_at(json, "source_confirmed_on") != "null")
            certificate.source_confirmed_on = json_text_at(json, "source_confirmed_on");
        return certificate;
    });
}

std::string statement_of(const Certificate& certificate) {
    JsonObject json;
    write_statement(json, certificate);
    return json.json();
}

Certificate certificate_in(std::string_view register_line) {
    return guarded([&] {
        Certificate certificate;
        certificate.issued_at = json_text_at(register_line, "at");
        certificate.executed_by = json_text_at(register_line, "actor");
        const std::string facts = json_value_at(register_line, "facts");
        certificate.number = json_number_at(facts, "certificate");
        certificate.rule = json_text_at(facts, "rule");
        read_counts(json_value_at(facts, "counts"), certificate.counts);
        read_statement(json_value_at(facts, "statement"), certificate);
        return certificate;
    });
}

}  // namespace casekeeper

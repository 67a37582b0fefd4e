// SPDX-License-Identifier: MIT
#include "domain/record_format.h"

#include <algorithm>
#include <utility>

namespace casekeeper {
namespace {

using K = FieldKind;
using Sv = std::string_view;
constexpr bool must = true;
constexpr bool may = false;

constexpr Sv professional_kinds[] = {"social-work", "health", "education", "youth-justice",
                                     "court",       "legal",  "police",    "other"};
constexpr Sv relationship_kinds[] = {"mother",          "father",          "parent",
                                     "child",           "sibling",         "half-sibling",
                                     "step-parent",     "step-sibling",    "grandparent",
                                     "grandchild",      "aunt-or-uncle",   "niece-or-nephew",
                                     "cousin",          "partner",         "guardian",
                                     "foster-carer",    "adoptive-parent", "friend",
                                     "neighbour",       "referrer",        "alleged-perpetrator",
                                     "supported-child", "other",           "same-person"};
constexpr Sv relationship_consents[] = {"given", "refused", "not-asked"};
constexpr Sv entry_kinds[] = {
    "meeting",    "telephone-call", "face-to-face", "letter-sent", "letter-received",
    "email-sent", "email-received", "decision",     "assessment",  "plan",
    "review",     "visit",          "note"};
constexpr Sv classifications[] = {"social-work", "health", "education"};
constexpr Sv keepsakes[] = {"photograph", "letter", "childs-words", "certificate"};
constexpr Sv disclosure_outcomes[] = {"shared", "not-shared"};
constexpr Sv hold_kinds[] = {"inquiry", "litigation",      "police",      "complaint", "ombudsman",
                             "inquest", "practice-review", "restriction", "other"};
constexpr Sv capacities[] = {"self", "parent", "representative", "attorney", "other"};
constexpr Sv channels[] = {"letter", "email", "telephone", "in-person", "form", "other"};
constexpr Sv routes[] = {"adoption"};
constexpr Sv pack_formats[] = {"pdf", "large-print", "text", "html"};

constexpr FieldFormat address_fields[] = {
    {"lines", K::texts, may},     {"postcode", K::text, may},  {"from", K::date, may},
    {"to", K::date, may},         {"protected", K::flag, may}, {"protected_from", K::references, may},
    {"checked_on", K::date, may},  // on which somebody last saw that it still holds
};
constexpr FieldFormat contact_fields[] = {
    {"kind", K::text, must}, {"value", K::text, must}, {"protected", K::flag, may}};
constexpr FieldFormat provider_fields[] = {
    {"name", K::text, may},
    {"person", K::reference, may},
    {"professional", K::reference, may, {}, {}, RecordType::professional},
    {"relation", K::text, may},
    {"consent", K::text, may},
    {"in_confidence", K::flag, may},
};
constexpr FieldFormat mention_fields[] = {
    {"person", K::reference, may}, {"name", K::text, may}, {"relation", K::text, may}};
constexpr FieldFormat hold_scope_fields[] = {
    {"persons", K::references, may},
    {"involvements", K::references, may, {}, {}, RecordType::involvement},
    {"services", K::services, may},
    {"opened_from", K::date, may},
    {"opened_to", K::date, may},
    {"words", K::texts, may},
    {"items", K::typed_references, may},
};
constexpr FieldFormat requester_fields[] = {{"name", K::text, may},
                                            {"capacity", K::word, may, capacities},
                                            {"evidence", K::text, may},
                                            {"person", K::reference, may}};
constexpr FieldFormat access_scope_fields[] = {
    {"from", K::date, may}, {"to", K::date, may}, {"services", K::services, may}};
constexpr FieldFormat identity_fields[] = {{"asked_on", K::date, must}, {"received_on", K::date, may}};
constexpr FieldFormat fee_fields[] = {{"asked_on", K::date, must}, {"paid_on", K::date, may}};
constexpr FieldFormat clarification_fields[] = {{"asked_on", K::date, must}, {"answered_on", K::date, may}};

constexpr Sv remark_kinds[] = {"correction", "objection", "statement", "move"};
constexpr Sv rights[] = {"erasure", "correction", "objection"};
// What stands beside a record at its person's wish: written by the product when a request is decided.
constexpr FieldFormat remark_fields[] = {{"kind", K::word, must, remark_kinds},
                                         {"on", K::date, must},
                                         {"text", K::text, must},
                                         {"by", K::text, may}};

// When whoever was given something was told that it was corrected, erased or contested since (UK GDPR Art 19).
constexpr FieldFormat told_fields[] = {{"on", K::date, must}, {"of", K::text, must}, {"how", K::text, may}};

constexpr FieldFormat state(Sv name, K kind, std::span<const FieldFormat> fields = {}) {
    return {name, kind, may, {}, fields, RecordType::person, true};
}
constexpr FieldFormat refers(Sv name, RecordType type, bool required) {
    return {name, K::reference, required, {}, {}, type};
}

constexpr FieldFormat person_fields[] = {
    {"id", K::id, must},
    {"family_name", K::text, must},
    {"given_names", K::text, may},
    {"known_as", K::texts, may},
    {"former_names", K::texts, may},
    {"date_of_birth", K::partial_date, may},
    {"expected_date_of_birth", K::partial_date, may},
    {"died", K::flag, may},
    {"date_of_death", K::date, may},
    {"identifiers", K::words_by_name, may},
    {"addresses", K::objects, may, {}, address_fields},
    {"contacts", K::objects, may, {}, contact_fields},
    refers("adopted_from", RecordType::person, may),
    {"communication_needs", K::text, may},
};
constexpr FieldFormat professional_fields[] = {
    {"id", K::id, must},    {"name", K::text, must},        {"kind", K::word, must, professional_kinds},
    {"role", K::text, may}, {"organisation", K::text, may}, {"team", K::text, may},
};
constexpr FieldFormat relationship_fields[] = {
    refers("person", RecordType::person, must),
    {"kind", K::word, must, relationship_kinds},
    refers("other", RecordType::person, may),
    {"name", K::text, may},
    {"known_to_subject", K::flag, may},
    {"consent_to_disclose", K::word, may, relationship_consents},
    {"consent_on", K::date, may},
};
constexpr FieldFormat involvement_fields[] = {
    {"id", K::id, must},
    refers("person", RecordType::person, must),
    {"service", K::text, must},
    {"opened", K::date, must},
    {"closed", K::date, may},
    {"closure_reason", K::text, may},
    refers("worker", RecordType::professional, may),
    {"team", K::text, may},
    {"system", K::text, may},
    {"events", K::dates_by_name, may},
    {"attributes", K::words_by_name, may},
    {"roles", K::persons_by_name, may},
    {"file_reference", K::text, may},
    state("remarks", K::objects, remark_fields),
};
constexpr FieldFormat entry_fields[] = {
    {"id", K::id, must},
    refers("involvement", RecordType::involvement, must),
    {"kind", K::word, must, entry_kinds},
    {"occurred_at", K::moment, must},
    {"recorded_at", K::moment, may},
    refers("author", RecordType::professional, may),
    {"present", K::texts, may},
    {"addressed_to", K::texts, may},
    {"topic", K::text, may},
    {"account", K::text, may},
    {"decision", K::text, may},
    {"reason", K::text, may},
    {"decided_by", K::text, may},
    {"classification", K::word, may, classifications},
    {"provided_by", K::object, may, {}, provider_fields},
    {"flags", K::words_list, may},
    {"subject_words", K::text, may},
    {"mentions", K::objects, may, {}, mention_fields},
    state("remarks", K::objects, remark_fields),
};
constexpr FieldFormat document_fields[] = {
    {"id", K::id, must},
    refers("entry", RecordType::entry, must),
    {"file", K::text, must},
    {"title", K::text, may},
    {"media_type", K::text, may},
    {"sha256", K::digest, may},
    {"also_in", K::references, may, {}, {}, RecordType::involvement},
    {"keepsake", K::word, may, keepsakes},
};
constexpr FieldFormat disclosure_fields[] = {
    {"id", K::id, must},
    refers("person", RecordType::person, must),
    {"decided_on", K::date, must},
    {"outcome", K::word, must, disclosure_outcomes},
    {"recipient", K::text, may},
    {"information", K::text, may},
    {"reasons", K::text, may},
    {"risk_assessment", K::text, may},
    {"authorised_by", K::text, may},
    {"lawful_basis", K::text, may},
    {"consent", K::text, may},
    {"method", K::text, may},
    refers("involvement", RecordType::involvement, may),
    {"recipient_kind", K::text, may},
    {"consent_on", K::date, may},
    {"conditions", K::text, may},
    {"receipt", K::text, may},
    // What was given, by typed ids: kept where the part itself has ended since.
    {"items", K::texts, may},
    {"caveats", K::texts, may},
    {"overrides", K::texts, may},
    {"override_reason", K::text, may},
    state("told", K::objects, told_fields),
};
constexpr FieldFormat hold_fields[] = {
    {"id", K::id, must},           {"kind", K::word, must, hold_kinds},
    {"authority", K::text, must},  {"reason", K::text, must},
    {"from", K::date, must},       {"scope", K::object, must, {}, hold_scope_fields},
    {"review_on", K::date, may},   state("released_on", K::date),
    state("released_by", K::text), state("release_reason", K::text),
    state("told_on", K::date),
};
constexpr FieldFormat deletion_request_fields[] = {
    {"id", K::id, must},
    refers("person", RecordType::person, must),
    {"received_at", K::moment, must},
    {"requester", K::object, may, {}, requester_fields},
    {"scope", K::typed_references, may},
    {"ground", K::text, may},
    {"asks_for", K::word, may, rights},
    {"statement", K::text, may},
    state("identity", K::object, identity_fields),
    state("fee", K::object, fee_fields),
    state("clarifications", K::objects, clarification_fields),
    state("extension_notice_on", K::date),
    state("answered_on", K::date),
};
constexpr FieldFormat access_request_fields[] = {
    {"id", K::id, must},
    refers("person", RecordType::person, must),
    {"received_at", K::moment, must},
    {"requester", K::object, may, {}, requester_fields},
    {"scope", K::object, may, {}, access_scope_fields},
    {"format", K::word, may, pack_formats},
    {"delivery", K::text, may},
    {"channel", K::word, may, channels},
    {"support", K::text, may},
    {"route", K::word, may, routes},
    {"statement", K::text, may},
    state("identity", K::object, identity_fields),
    state("fee", K::object, fee_fields),
    state("clarifications", K::objects, clarification_fields),
    state("extension_notice_on", K::date),
    state("answered_on", K::date),
};

constexpr RecordFormat formats[record_types] = {
    {RecordType::person, "person", person_fields},
    {RecordType::professional, "professional", professional_fields},
    {RecordType::relationship, "relationship", relationship_fields},
    {RecordType::involvement, "involvement", involvement_fields},
    {RecordType::entry, "entry", entry_fields},
    {RecordType::document, "document", document_fields},
    {RecordType::disclosure, "disclosure", disclosure_fields},
    {RecordType::hold, "hold", hold_fields},
    {RecordType::deletion_request, "deletion_request", deletion_request_fields},
    {RecordType::access_request, "access_request", access_request_fields},
};

}  // namespace

int RecordFormat::position(std::string_view field) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldFormat& f) { return f.name == field; });
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

std::span<const RecordFormat> record_formats() {
    return formats;
}

const RecordFormat& format_of(RecordType type) {
    return formats[static_cast<std::size_t>(type)];
}

const RecordFormat* find_format(std::string_view name) {
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [&](const RecordFormat& f) { return f.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

const std::optional<std::string>& Record::value(std::string_view field) const {
    return values.at(static_cast<std::size_t>(format_of(type).position(field)));
}

void Record::set(std::string_view field, std::optional<std::string> value) {
    values[static_cast<std::size_t>(format_of(type).position(field))] = std::move(value);
}

std::string Record::key() const {
    if (type != RecordType::relationship) return values.at(0).value_or("");
    // Unit separators cannot stand in an id, so no two relationships share a key.
    const std::string& who = value("other") ? *value("other") : value("name").value_or("");
    return value("person").value_or("") + "\x1f" + value("kind").value_or("") + "\x1f" +
           (value("other") ? "person:" : "name:") + who;
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "disposal/certificate_page.h"

#include "base/errors.h"
#include "store/disposal_store.h"

namespace casekeeper {
namespace {

std::string deed(const std::string& action) {
    if (action == "anonymise") return "was destroyed; one line without names stays for statistics";
    if (action == "minimise") return "was reduced to the basic set its rule names";
    if (action == "transfer") return "was handed to its receiver and destroyed here";
    if (action == "archive") return "was given to the archive and destroyed here";
    return "was destroyed";
}

std::string day_in_words(const std::string& day) {
    const std::optional<Date> date = parse_date(day.substr(0, 10));
    return date ? to_words(*date) : day;
}

std::string span(const Certificate& certificate) {
    if (certificate.span_to.empty() || certificate.span_to == certificate.span_from)
        return certificate.span_from;
    return certificate.span_from + " to " + certificate.span_to;
}

Section what(const Certificate& certificate) {
    const Erased& counts = certificate.counts;
    Section section{"what", "What was destroyed"};
    section.blocks.emplace_back(
        Facts{{{"Class of record", certificate.service},
               {"Years it spans", span(certificate)},
               {"Involvements", grouped(counts.involvements)},
               {"Entries", grouped(counts.entries)},
               {"Documents", grouped(counts.documents)},
               {"Disclosures logged", grouped(counts.disclosures)},
               {"Persons' own rows", grouped(counts.people - counts.stubs)},
               {"Persons reduced to a name that kept records use", grouped(counts.stubs)},
               {"Digest of the list of it, keyed", certificate.fingerprint}}});
    if (!certificate.manifest.empty())
        section.blocks.emplace_back(
            Facts{{{"Manifest its receiver was given, SHA-256", certificate.manifest}}});
    return section;
}

std::string word_to_the_person(const Certificate& certificate) {
    if (!certificate.told_on.empty()) return "sent on " + day_in_words(certificate.told_on);
    if (!certificate.not_told_by_decision_of.empty())
        return "not given, for a lawful reason: decided by " + certificate.not_told_by_decision_of;
    return "none owed by the rule";
}

Section why(const Certificate& certificate) {
    Section section{"why", "Why"};
    section.blocks.emplace_back(Facts{
        {{"Rule", certificate.rule},
         {"Runs from", certificate.trigger.empty() ? "a person's decision" : certificate.trigger},
         {"Authority", certificate.rule_authority},
         {"Schedule, version", certificate.schedule_version},
         {"Schedule, SHA-256", certificate.schedule_digest},
         {"Word to the person", word_to_the_person(certificate)},
         {"Holds compared with it", grouped(certificate.holds_checked) + "; none applied"},
         {"Requests of the person compared", grouped(certificate.requests_checked) + "; none applied"}}});
    return section;
}

Section who(const Certificate& certificate) {
    Section section{"who", "Who"};
    Facts facts;
    for (const Approval& approval : certificate.approvals)
        facts.facts.emplace_back("Approved by",
                                 approval.by + ", " + approval.role + ", on " + day_in_words(approval.on));
    facts.facts.emplace_back("Carried out by", certificate.executed_by + ", " + certificate.executed_as);
    section.blocks.emplace_back(std::move(facts));
    return section;
}

std::string where(const Certificate& certificate) {
    if (certificate.system.empty()) return "here; no other system is known to have it";
    if (certificate.source_confirmed_on.empty())
        return "here only: the system " + certificate.system +
               " has not confirmed that its copy is destroyed";
    return "here, and in the system " + certificate.system + ", which confirmed it on " +
           day_in_words(certificate.source_confirmed_on);
}

Section how(const Certificate& certificate) {
    Section section{"how", "How, and what lies beyond reach"};
    section.blocks.emplace_back(
        Facts{{{"Method", certificate.method},
               {"Media", certificate.media},
               {"Destroyed", where(certificate)},
               {"No back-up holds it after", day_in_words(certificate.backups_gone_on)},
               {"Entries in others' records that mention the person", grouped(certificate.entries_of_others)},
               {"Information given to others while it was kept", grouped(certificate.disclosures_shared)},
               {"Exports that may hold it", grouped(certificate.exports)}}});
    return section;
}

}  // namespace

Certificate certificate_of(Database& database, long long number) {
    DisposalStore store(database);
    const std::optional<std::string> json = store.certificate(number);
    if (!json)
        throw InputError("there is no certificate " + std::to_string(number),
                         "casekeeper disposal list --state executed shows their numbers");
    Certificate certificate = read_certificate(*json);
    if (const auto instruction = store.instruction(number); instruction && instruction->confirmed_on)
        certificate.source_confirmed_on = *instruction->confirmed_on;
    return certificate;
}

Page page_of(const Certificate& certificate, const std::string& trust) {
    Page page;
    page.owner = trust;
    page.title = "Certificate of destruction " + std::to_string(certificate.number);
    page.opening = {
        {"On " + day_in_words(certificate.issued_at) + " one record of the class " + certificate.service +
         " " + deed(certificate.action) + "."},
        {"This page names nobody. It says what was done and under what authority, and stands in the "
         "register as line " +
         std::to_string(certificate.number) + "."}};
    page.has_contents = false;
    page.sections = {what(certificate), why(certificate), who(certificate), how(certificate)};
    page.closing = {"check",
                    "To check it",
                    2,
                    {Paragraph{"Whether the register is whole:", "casekeeper register verify"}}};
    return page;
}

}  // namespace casekeeper

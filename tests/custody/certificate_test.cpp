// SPDX-License-Identifier: MIT
#include "custody/certificate.h"

#include "base/json_text.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

// With something in every field.
Certificate whole() {
    Certificate certificate;
    certificate.number = 7;
    certificate.issued_at = "2026-11-23T03:00:00Z";
    certificate.action = "destroy";
    certificate.service = "child-in-need";
    certificate.rule = "rest";
    certificate.rule_authority = "local policy";
    certificate.schedule_version = "7";
    certificate.schedule_digest = "ab";
    certificate.trigger = "closed + 6y";
    certificate.span_from = "2015";
    certificate.span_to = "2016";
    certificate.counts.involvements = 1;
    certificate.counts.entries = 12;
    certificate.counts.documents = 3;
    certificate.counts.disclosures = 4;
    certificate.counts.people = 2;
    certificate.holds_checked = 5;
    certificate.requests_checked = 6;
    certificate.approvals = {{"rita", "reviewer", "2026-11-05", ""}, {"rob", "dpo", "2026-11-06", ""}};
    certificate.executed_by = "night";
    certificate.method = "rows deleted";
    certificate.media = "a disk";
    certificate.fingerprint = "cd";
    certificate.backups_gone_on = "2027-11-23";
    certificate.system = "Mosaic";
    certificate.source_confirmed_on = "2026-12-01";
    certificate.entries_of_others = 8;
    certificate.disclosures_shared = 9;
    certificate.exports = 10;
    return certificate;
}

// The register's line that says a certificate.
std::string line_of(const Certificate& certificate) {
    const std::string facts = JsonObject()
                                  .number("certificate", certificate.number)
                                  .text("rule", certificate.rule)
                                  .raw("counts", counts_json(certificate.counts))
                                  .raw("statement", statement_of(certificate))
                                  .json();
    return JsonObject()
        .text("at", certificate.issued_at)
        .text("actor", certificate.executed_by)
        .raw("facts", facts)
        .json();
}

TEST(Certificate, ReadsBackAllItSays) {
    const std::string json = to_json(whole());
    EXPECT_EQ(to_json(read_certificate(json)), json);
    for (const char* said : {"child-in-need", "local policy", "closed + 6y", "2015", "rob", "dpo", "Mosaic",
                             "2027-11-23", "2026-12-01"})
        EXPECT_NE(json.find(said), std::string::npos) << said;
}

TEST(Certificate, CountsAreOneShortObject) {
    EXPECT_EQ(counts_json(whole().counts),
              R"({"involvements":1,"entries":12,"documents":3,"disclosures":4,"people":2,"stubs":0})");
    EXPECT_EQ(read_certificate(to_json(whole())).counts.disclosures, 4);
}

TEST(Certificate, IsMadeAgainFromTheRegistersLine) {
    Certificate certificate = whole();
    certificate.source_confirmed_on.clear();  // what came later is not in the line
    EXPECT_EQ(to_json(certificate_in(line_of(certificate))), to_json(certificate));
}

TEST(Certificate, SaysNoConfirmationUntilThereIsOne) {
    Certificate certificate = whole();
    certificate.source_confirmed_on.clear();
    EXPECT_TRUE(to_json(certificate).ends_with(R"("source_confirmed_on":null})"));
    EXPECT_EQ(read_certificate(to_json(certificate)).source_confirmed_on, "");
}

TEST(Certificate, RefusesWhatIsNone) {
    for (const char* text :
         {"", "{}", "[]", "nonsense", R"({"certificate":0,"action":"destroy"})", R"({"certificate":7})"})
        EXPECT_EQ(error_of([&] { read_certificate(text); }), "65: what is stored as a certificate is none")
            << text;
    EXPECT_EQ(error_of([] { certificate_in(R"({"number":1,"kind":"load","facts":{}})"); }),
              "65: what is stored as a certificate is none");
}

}  // namespace
}  // namespace casekeeper::test

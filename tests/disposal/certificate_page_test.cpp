// SPDX-License-Identifier: MIT
#include "disposal/certificate_page.h"

#include <gtest/gtest.h>

#include "output/html_page.h"
#include "output/text_page.h"

namespace casekeeper::test {
namespace {

Certificate certificate() {
    Certificate certificate;
    certificate.number = 4711;
    certificate.issued_at = "2026-11-30T03:00:00Z";
    certificate.action = "destroy";
    certificate.service = "youth-club";
    certificate.rule = "club";
    certificate.rule_authority = "local policy";
    certificate.schedule_version = "7";
    certificate.schedule_digest = std::string(64, 'd');
    certificate.trigger = "closed + 1y";
    certificate.span_from = "2012";
    certificate.span_to = "2015";
    certificate.counts.involvements = 1;
    certificate.counts.entries = 1234;
    certificate.holds_checked = 5;
    certificate.approvals = {{"rita", "reviewer", "2026-11-20", "2027-02-18"},
                             {"rob", "reviewer", "2026-11-21", "2027-02-19"}};
    certificate.executed_by = "night";
    certificate.executed_as = "records-officer";
    certificate.method = "rows deleted";
    certificate.media = "the trust's disks";
    certificate.fingerprint = "f00d";
    certificate.backups_gone_on = "2027-11-30";
    return certificate;
}

// As it reads, on one line with single spaces.
std::string said(const Certificate& certificate) {
    std::string text;
    for (const char c : text_of(page_of(certificate, "Brightwell Trust"))) {
        const char plain = c == '\n' ? ' ' : c;
        if (plain != ' ' || !text.ends_with(' ')) text += plain;
    }
    return text;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(CertificatePage, HasEverythingThatIsToBeProved) {
    const std::string text = said(certificate());
    for (const char* part :
         {"Certificate of destruction 4711", "30 November 2026", "club", "local policy", "closed + 1y",
          "youth-club", "2012 to 2015", "1,234", "5; none applied", "rita, reviewer, on 20 November 2026",
          "rob, reviewer, on 21 November 2026", "night, records-officer", "rows deleted", "the trust's disks",
          "f00d", "30 November 2027", "casekeeper register verify"})
        EXPECT_TRUE(has(text, part)) << part << " in\n" << text;
}

TEST(CertificatePage, SaysWhatWasDone) {
    const std::pair<const char*, const char*> deeds[] = {{"destroy", "was destroyed."},
                                                         {"anonymise", "without names stays"},
                                                         {"minimise", "was reduced"},
                                                         {"transfer", "handed to its receiver"},
                                                         {"archive", "given to the archive"}};
    for (const auto& [action, words] : deeds) {
        Certificate one = certificate();
        one.action = action;
        EXPECT_TRUE(has(said(one), words)) << action << ": " << said(one);
    }
}

TEST(CertificatePage, NamesTheManifestOnlyWhereSomebodyWasGivenIt) {
    EXPECT_FALSE(has(said(certificate()), "Manifest"));
    Certificate given = certificate();
    given.manifest = "beef";
    EXPECT_TRUE(has(said(given), "beef"));
}

TEST(CertificatePage, SaysHereOnlyUntilTheSourceConfirms) {
    EXPECT_TRUE(has(said(certificate()), "no other system is known to have it"));
    Certificate elsewhere = certificate();
    elsewhere.system = "Mosaic";
    EXPECT_TRUE(has(said(elsewhere), "here only: the system Mosaic has not confirmed"));
    elsewhere.source_confirmed_on = "2026-12-05";
    EXPECT_TRUE(has(said(elsewhere), "which confirmed it on 5 December 2026"));
    EXPECT_FALSE(has(said(elsewhere), "here only"));
}

TEST(CertificatePage, OfOneYearNamesItOnce) {
    Certificate one = certificate();
    one.span_to = "2012";
    EXPECT_FALSE(has(said(one), "2012 to"));
    EXPECT_TRUE(has(said(one), "2012"));
}

TEST(CertificatePage, EscapesWhateverItIsGiven) {
    Certificate one = certificate();
    one.media = "<b>disks";
    EXPECT_FALSE(has(html_of(page_of(one, "<b>Trust")), "<b>"));
}

}  // namespace
}  // namespace casekeeper::test

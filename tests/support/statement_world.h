// SPDX-License-Identifier: MIT
//
// Privacy statements of the shipped configuration, or of it with something edited.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "output/text_page.h"
#include "reports/privacy_statement_letter.h"
#include "support/case_world.h"
#include "support/letter_checks.h"

namespace casekeeper::test {

class StatementWorld {
public:
    StatementWorld()
        : schedule_text_(text_of("config/retention_schedule.toml")),
          catalogue_text_(text_of("config/service_catalogue.toml")),
          release_text_(text_of("config/release_rules.toml")),
          settings_text_(text_of("config/casekeeper.toml")),
          templates_(LetterTemplates::ready(CASEKEEPER_SOURCE "/config", notice_forms())) {
        read();
    }

    StatementWorld& schedule(const std::string& from, const std::string& to) {
        return edit(schedule_text_, from, to);
    }
    StatementWorld& catalogue(const std::string& from, const std::string& to) {
        return edit(catalogue_text_, from, to);
    }
    StatementWorld& release(const std::string& from, const std::string& to) {
        return edit(release_text_, from, to);
    }
    StatementWorld& settings(const std::string& from, const std::string& to) {
        return edit(settings_text_, from, to);
    }
    StatementWorld& recipient(Recipient one) {
        recipients_.push_back(std::move(one));
        return *this;
    }

    // Those of the release rules, as they stand.
    StatementWorld& with_recipients() {
        recipients_ = recipients_of(rules_);
        return *this;
    }

    StatementSources sources() const { return {schedule_, catalogue_, rules_, settings_, recipients_}; }
    const ServiceCatalogue& services() const { return catalogue_; }

    // Empty: of every service.
    PrivacyStatement about(const std::string& service, Audience audience) const {
        return state_services(
            sources(), audience,
            service.empty() ? std::nullopt : std::optional(catalogue_.find(service).value()));
    }
    Page page(const PrivacyStatement& statement) const { return page_of(statement, sources(), templates_); }
    std::string text(const PrivacyStatement& statement) const {
        return in_one_line(text_of(page(statement)));
    }
    std::string text(const std::string& service, Audience audience) const {
        return text(about(service, audience));
    }
    // As a letter is measured.
    std::string words(const PrivacyStatement& statement) const {
        return templates_.of(form_of(statement.audience)).words(values_of(statement, sources()));
    }

    // Zoë's records on 26 November 2026.
    PrivacyStatement of_zoe(const std::vector<DecidedRecord>& decided, Audience audience,
                            bool child = true) const {
        StatedPerson person;
        person.id = "P1";
        person.salutation = "Dear Zoë";
        person.day = parse_date("2026-11-26").value();
        return state_person(sources(), audience, person, decided, child);
    }

private:
    StatementWorld& edit(std::string& text, const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) text.replace(at, from.size(), to);
        read();
        return *this;
    }

    void read() {
        std::vector<Finding> findings;
        catalogue_ = ServiceCatalogue::read(catalogue_text_, "service_catalogue.toml", findings);
        ScheduleContext context;
        context.catalogue = &catalogue_;
        context.today = parse_date("2026-11-26").value();
        schedule_ = read_retention_schedule(schedule_text_, "retention_schedule.toml", context, findings);
        rules_ = ReleaseRules::read(release_text_, "release_rules.toml", findings, &catalogue_);
        settings_ = Settings::read(settings_text_, "casekeeper.toml", findings);
        for (const Finding& one : findings)
            EXPECT_NE(one.severity, Severity::error) << one.file << ":" << one.line << " " << one.message;
    }

    std::string schedule_text_, catalogue_text_, release_text_, settings_text_;
    LetterTemplates templates_;
    ServiceCatalogue catalogue_;
    RetentionSchedule schedule_;
    ReleaseRules rules_;
    Settings settings_;
    std::vector<Recipient> recipients_;
};

// A record of hers that ran from 2019 to 2021.
inline DecidedRecord decided(const std::string& involvement, const std::string& service,
                             const std::string& outcome, const std::string& until = "",
                             const std::string& rule = "") {
    DecidedRecord one;
    one.involvement = involvement;
    one.service = service;
    one.opened = "2019-03-04";
    one.closed = "2021-06-30";
    one.outcome = outcome;
    if (!until.empty()) one.retain_until = until;
    if (!rule.empty()) one.rule = rule;
    return one;
}

}  // namespace casekeeper::test

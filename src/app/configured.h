// SPDX-License-Identifier: MIT
//
// Files of the configuration as whoever works by them needs them: read, and without an error. ConfigError
// (78), naming the first mistake, where there is one.
#pragma once

#include <string>

#include "policy/bank_holidays.h"
#include "policy/glossary.h"
#include "policy/recording_rules.h"
#include "policy/release_rules.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

// config/bank_holidays.toml.
BankHolidays configured_bank_holidays(const std::string& config_folder);
// config/release_rules.toml; its services are looked up in the catalogue.
ReleaseRules configured_release_rules(const std::string& config_folder, const ServiceCatalogue& catalogue);
// config/recording_rules.toml; its services are looked up in the catalogue in force.
RecordingRules configured_recording_rules(const std::string& config_folder,
                                          const ServiceCatalogue& catalogue);
// What findings of recording depend on besides the records: by another mark all is looked at again.
std::string mark_of_recording_rules(const std::string& config_folder, const std::string& schedule_digest);
// config/glossary.toml.
Glossary configured_glossary(const std::string& config_folder);

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
#include "cli/ready_store.h"

#include "app/application.h"
#include "retention/schedule_adoption.h"
#include "store/record_store.h"

namespace casekeeper {

ReadSchedule read_configured_schedule(Invocation& invocation,
                                      const std::vector<std::string>& recorded_events) {
    return read_schedule(read_config_file(invocation.config_folder, "retention_schedule.toml"),
                         read_config_file(invocation.config_folder, "service_catalogue.toml"),
                         "retention_schedule.toml", "service_catalogue.toml", invocation.day(),
                         recorded_events);
}

bool make_ready(Invocation& invocation) {
    Database& database = invocation.store(Opening::create);
    return adopt_first_schedule(database,
                                read_configured_schedule(invocation, RecordStore(database).recorded_events()),
                                invocation.actor().to_text(), invocation.clock.now());
}

}  // namespace casekeeper

// SPDX-License-Identifier: MIT
//
// Joins the tables of commands and runs the one that was asked for.
#include <iostream>

#include "app/application.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "jobs/nightly.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::vector<casekeeper::CommandRow> commands = casekeeper::people_commands();
    for (casekeeper::CommandRow& row : casekeeper::night_commands()) commands.push_back(std::move(row));
    commands = casekeeper::with_register_kept(std::move(commands));
    const casekeeper::SystemClock clock;
    return casekeeper::run_application(commands, {argv + 1, argv + argc}, std::cout, std::cerr, clock);
}

// SPDX-License-Identifier: MIT
//
// Moves a proposal by the table of the workflow (policy/disposition_workflow.h) and says in words where one
// stands.
#pragma once

#include <string>

#include "policy/disposition_workflow.h"
#include "store/disposal_store.h"

namespace casekeeper {

bool can(const Proposal& proposal, ProposalEvent event);
// REQUIRES: can().
void move(Proposal& proposal, ProposalEvent event);
// `because`: a code of the schema (not-due, changed, held, ended, schedule, kept).
void withdraw(Proposal& proposal, const std::string& on, const std::string& because);

bool is_open(const Proposal& proposal);
// A question to a person, who answers it by `disposal decide`.
bool is_question(const Proposal& proposal);
// "is withdrawn since 2026-11-02 (held)", "was carried out on 2026-11-02", "is approved"
std::string standing(const Proposal& proposal);

// How many of the approvals count on a day.
int counting(const std::vector<Approval>& approvals, const std::string& day);

}  // namespace casekeeper

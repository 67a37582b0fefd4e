// SPDX-License-Identifier: MIT
//
// The people's commands, a file an area.
#pragma once

#include <vector>

#include "app/command.h"

namespace casekeeper {

std::vector<CommandRow> store_commands();           // init, check
std::vector<CommandRow> intake_commands();          // import, export bundle
std::vector<CommandRow> retention_commands();       // retention list, explain
std::vector<CommandRow> schedule_commands();        // schedule show, diff, adopt, confirm
std::vector<CommandRow> hold_commands();            // hold preview, place, release, list
std::vector<CommandRow> restriction_commands();     // restrict place, lift, list
std::vector<CommandRow> disposal_commands();        // disposal list, overdue, approve, defer, decide, …
std::vector<CommandRow> deletion_commands();        // what only a deletion has: assess, warn, confirm, decide
std::vector<CommandRow> request_commands();         // deletion … (those too), correction …, objection …
std::vector<CommandRow> access_commands();          // access open, verify-identity, pause, … show, list
std::vector<CommandRow> access_inquiry_commands();  // access refer, advice, search, add, consent, opinion
std::vector<CommandRow> access_decision_commands();  // access review, decide, sign
std::vector<CommandRow> access_sending_commands();   // access announce, dispatch, close, withdraw, dispute
std::vector<CommandRow> pack_commands();             // access assemble, pack, seal
std::vector<CommandRow> recording_commands();        // recording list, show, waive, rules, lists
std::vector<CommandRow> disclosure_commands();       // disclosure record, complete, told, list, show, whom
std::vector<CommandRow> notice_commands();           // notice
std::vector<CommandRow> register_commands();  // register verify, list, checkpoint, find, replay, mirror

// All of them, in the order help shows them.
std::vector<CommandRow> people_commands();

}  // namespace casekeeper

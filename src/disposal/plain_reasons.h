// SPDX-License-Identifier: MIT
//
// Why a part of a record is kept, as the person it is about reads it: a sentence or two for each kind of
// reason, to stand after the name of the part. policy/deletion_assessment says the same for practitioners,
// with its law.
#pragma once

#include <string>

#include "store/deletion_store.h"

namespace casekeeper {

// Before anybody decided: by the verdict. `is_open`: the involvement has not ended. Empty for what is free.
std::string plain_reason(const DeletionItem& item, bool is_open);

// The laws that keep a part, as a letter lists them: what is no law but the trust's own period is called that.
std::string law_in_words(const std::string& authority);

// Does it wait for something to end, so that it is looked at again then (UK GDPR Art 17(3)(e))?
bool is_looked_at_again(const DeletionItem& item);

// The kind of an entry or of a keepsake in an everyday word with its article: "A note of a meeting".
std::string entry_in_words(const std::string& kind);
std::string keepsake_in_words(const std::string& kind);

// A plan by its topic: "the care plan", "the plan".
std::string plan_in_words(const std::string& topic);

// A day or an appointment that is coming, by the name of an event or the kind of an entry; empty where it is
// nothing that people go to or wait for.
std::string appointment_in_words(const std::string& name);

}  // namespace casekeeper

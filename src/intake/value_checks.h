// SPDX-License-Identifier: MIT
//
// What single values of a record must look like, beyond being text: ids, words, digests, and texts that
// JSON's escapes could have made unfit. Plain questions about UTF-8 text.
#pragma once

#include <string>
#include <string_view>

#include "domain/record_format.h"

namespace casekeeper {

// What is wrong with a text that stands for a field of the kind, or for an item of a list of it: "is no date:
// write YYYY-MM-DD". Empty where it is right. Kinds that are no text are never wrong here.
std::string wrong_with(const FieldFormat& field, std::string_view text);

// 1 to 64 printable characters: no control characters, not blank at either end.
bool is_record_id(std::string_view text);
// 1 to 64 letters, digits, hyphens and underscores of ASCII: flags, topics, and names of fields.
bool is_plain_word(std::string_view text);
// "involvement:I1", "entry:E7", "document:D2" or "person:P3".
bool is_typed_reference(std::string_view text);
// 64 hexadecimal digits, of either case.
bool is_sha256(std::string_view text);
// Half a surrogate pair, which an escape can smuggle past a check of the line's encoding.
bool has_lone_surrogate(std::string_view text);

// A name or path from outside made fit for a message: control characters become '?', at most 200 bytes.
std::string fit_for_message(std::string_view text);

}  // namespace casekeeper

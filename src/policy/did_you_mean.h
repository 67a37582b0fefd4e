// SPDX-License-Identifier: MIT
//
// What was probably meant by a name that nobody knows: the nearest of the names that exist, by edits (a
// letter more, less, other, or two swapped; case does not count). Suggests only where it is near, since a
// far-fetched guess misleads. Also how a message quotes a name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

// The edits between two names.
int edit_distance(std::string_view from, std::string_view to);

// The candidate nearest to `name`, the first among equals; nullopt where none is near: one edit for names of
// up to four letters, two up to eight, three beyond.
std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates);

// `: did you mean "looked-after"?`, to stand behind a message; empty where nothing is near.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

// As did_you_mean; where nothing is near, `: one of destroy, review, ...`.
std::string one_of(std::string_view name, const std::vector<std::string>& candidates);

// The name in quotes, fit for one line of a message: control characters become '?', a long one is cut.
std::string in_quotes(std::string_view name);

}  // namespace casekeeper

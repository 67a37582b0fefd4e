// SPDX-License-Identifier: MIT
//
// What a text says once its escapes are taken for what they stand for: %20 of links (also escaped twice), =20
// and broken lines of e-mails, &nbsp; and tags of pages, \n and \u0041 of JSON. It undoes whatever could be
// one, so it may spoil what was none: whoever looks for something looks in the text itself as well.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

// In one pass; the text itself where it holds none.
std::string without_escapes(std::string_view text);

}  // namespace casekeeper

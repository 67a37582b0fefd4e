#!/bin/sh
# SPDX-License-Identifier: MIT
# Takes away, one by one, what keeps a pack from giving anybody away, in a copy of the sources, and requires that the
# tests of planted leaks and of what breaks then fail. A guard that may go unseen is none, or no test looks at it.
#
#   without_guards.sh [WORK]    e.g. without_guards.sh /var/tmp/guards; WORK is kept for the next time, else it is removed
#
# ONLY=REGEX takes those guards alone whose names match. Takes a minute or more a guard. Ends with `N guards, N
# seen`; exit 1 if any is not.
set -u

here=$(cd "$(dirname "$0")/../.." && pwd)
work=${1:-}
if [ -z "$work" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work/copy"
work=$(cd "$work" && pwd)

# guard | file beneath src | what sed does to it
guards='
names in words|disclosure/redactor.cpp|s/if (is_among(one.whom, about)) cut(one.span);/(void)one;/
whoever a field names|disclosure/redactor.cpp|s/if (text.key == about) cut.*;/(void)text;/
places in words|disclosure/redactor.cpp|s/for (const TextSpan& span : places_(text.text, {about})) cut(span);/(void)places_;/
a quoted passage|disclosure/redactor.cpp|/passages_.erase/{n;s/cut(span);/(void)span;/}
words of accounts and documents|disclosure/part_pages.cpp|s/paragraphs_of(redactor_.treated(item, text, copy_))/paragraphs_of(Runs{plain(text.text)})/
titles, names of files, who was there|disclosure/part_pages.cpp|s/const Runs treated = redactor_.treated(item, texts\[at\], copy_);/const Runs treated = {plain(texts[at].text)};/
titles as words for a picture|disclosure/part_pages.cpp|s/for (const Run& run : redactor_.glimpse(part.item, text, copy_)) title += run.text;/title += text.text;/
the chronology|disclosure/part_pages.cpp|s/shortened(redactor_.glimpse(part.item, text, copy_))/shortened(Runs{plain(text.text)})/
decisions and own words told again|disclosure/pack_pages.cpp|s/const Runs words = redactor_.glimpse(part.item, text, copy_);/const Runs words = {plain(text.text)};/
family and others|disclosure/pack_pages.cpp|s/Runs runs = redactor_.glimpse(item, text, copy_);/Runs runs = {plain(text.text)}; (void)item;/
workers|disclosure/pack_pages.cpp|s/if (copy_ == Copy::persons && (is_kept_back .*continue;/(void)is_kept_back;/
parts kept back in whole|disclosure/part_pages.cpp|s/if (!whole) return false;/return false;/
services kept back in whole|disclosure/pack_facts.cpp|s/return ledger_.whole("involvement:" + involvement.id) != nullptr;/return involvement.id.empty();/
rules called after a service kept back|disclosure/pack_facts.cpp|s/if (!tells_of_these_only(.*return otherwise;/(void)told; (void)otherwise;/
what was destroyed of one|disclosure/pack_facts.cpp|s/is_named ? title_of(certificate.service) : not_named/title_of(certificate.service)/
organisations and systems|disclosure/beside_record.cpp|/bool BesideRecord::may_be_told/{n;s/^/return true;/}
where we looked|disclosure/beside_record.cpp|s/return told;/return std::string(text);/
names that only the record has|policy/recorded_names.cpp|s/if (whole_.empty() \&\& !finder_) return spans;/return spans;/
names that are words|policy/recorded_names.cpp|s/^    find_weighed(words, letters, spans);//
passages told as an organisation|disclosure/beside_record.cpp|s/^        const std::string passage = passage_kept_back(line);/        const std::string passage; (void)line;/
names in pieces|policy/recorded_names.cpp|s/if (last > first \&\& !only_space_between(words, last)) return;/if (last > first \&\& words.size() > only_space_between(words, last)) return;/
an e-mail address spelt out|policy/mention_contacts.cpp|s/if (!is_usual \&\& .*return;/if (!is_usual) return;/
the own-words rule|policy/release_proposals.cpp|s/return part_.provided_by_subject \&\& is_the_person(reader_);/return false;/
ids in places of the book|disclosure/part_pages.cpp|s/return "part-" + std::to_string(part.place);/return "part-" + part.item;/
properties of a JPEG|output/bare_picture.cpp|s/bare.bytes = std::move(jpeg.bytes);/bare.bytes = std::string(bytes);/
properties of a PNG|output/bare_picture.cpp|s/if (shows_in_png(name)) bare.bytes += piece;/bare.bytes += piece; (void)shows_in_png;/
the proof, names|disclosure/pack_proof.cpp|s/each_name(text, \[&\](const std::string&, Counts& counts) { take(counts); });//
the proof, places|disclosure/pack_proof.cpp|s/each_place(text, \[&\](const std::string&, Counts& counts) { take(counts); });//
the proof, what stands beside the text|disclosure/pack_proof.cpp|s/: counts.allowed == 0)/: false)/
the sums|disclosure/pack_assembler.cpp|s/^    require_sums(contents);//
all letters are read|disclosure/read_whole.cpp|s/return missing <= .*/return missing >= 0 || without_sign > letters_a_character;/
all pages are read|disclosure/read_whole.cpp|s/if (has_pages) feet_.push_back.*;/(void)has_pages; (void)pages_said;/
answers within the text|policy/redaction.cpp|s/if (span.begin >= span.end || span.end > text.size())/if (span.begin > span.end + text.size() \&\& span.begin < span.end)/
documents as they were reviewed|disclosure/pack_contents.cpp|s/if (shown.text != ground_.reviewer.words_of(sha256).text)/if (false)/
the pack before stays|disclosure/pack_folders.cpp|s/std::to_string(register_line)/std::to_string(0 * register_line)/
'

build() {
    ninja -C "$work/copy/build" tests/cli_test >"$work/built" 2>&1 </dev/null
}
# True where a test fails: which is said in WORK/failed.
fails() {
    "$work/copy/build/tests/cli_test" --gtest_fail_fast --gtest_brief=1 \
        --gtest_filter='*PackLeak.A*/sqlite:*PackFaults*/sqlite:*PackTest*/sqlite:*ServicesKeptBack*/sqlite' >"$work/said" 2>&1 </dev/null && return 1
    grep -m 1 '^\[  FAILED  \]' "$work/said" | sed 's/^[^/]*\///;s/\/.*//' >"$work/failed"
}

# What is another than in the copy, so that it is built anew whenever it was changed; what is gone goes there too.
sources="CMakeLists.txt config jobs sql src tests"
# shellcheck disable=SC2086 # the sources are words
(cd "$here" && find $sources -type f) | sort >"$work/there"
while read -r file; do
    cmp -s "$here/$file" "$work/copy/$file" && continue
    mkdir -p "$(dirname "$work/copy/$file")"
    cp "$here/$file" "$work/copy/$file"
done <"$work/there"
# shellcheck disable=SC2086
(cd "$work/copy" && find $sources -type f) | sort | comm -13 "$work/there" - | while read -r file; do
    rm "$work/copy/$file"
done
export CCACHE_BASEDIR="$work/copy" CCACHE_NOHASHDIR=true CCACHE_SLOPPINESS=pch_defines,time_macros
cmake -S "$work/copy" -B "$work/copy/build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DBUILD_TESTING=ON \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache >"$work/built" 2>&1 && build
if [ ! -x "$work/copy/build/tests/cli_test" ] || fails; then
    tail -n 20 "$work/built" "$work/said" 2>/dev/null
    echo "with every guard in its place the tests fail, or cannot be built"
    exit 1
fi

count=0 seen=0
printf '%s\n' "guard | removed at | seen by test"
while IFS='|' read -r guard file change; do
    [ -z "$guard" ] && continue
    printf '%s\n' "$guard" | grep -Eq "${ONLY:-.}" || continue
    count=$((count + 1))
    by="NOT SEEN"
    cp "$work/copy/src/$file" "$work/kept"
    sed "$change" "$work/kept" >"$work/changed"
    at=$(diff "$work/kept" "$work/changed" | sed -n 's/^\([0-9]*\).*/\1/p' | head -n 1)
    # What is then used by nothing is no error.
    for what in parameter variable but-set-parameter but-set-variable function const-variable; do
        echo "#pragma GCC diagnostic ignored \"-Wunused-$what\""
    done | cat - "$work/changed" >"$work/copy/src/$file"
    if [ -z "$at" ]; then
        by="NOT REMOVED: the line is another now"
    elif ! build; then
        by="NOT BUILT: $(grep -m 1 ' error: ' "$work/built")"
    elif fails; then
        by=$(cat "$work/failed")
        seen=$((seen + 1))
    fi
    printf '%s\n' "$guard | $file:${at:-?} | $by"
    cp "$work/kept" "$work/copy/src/$file"
done <<LIST
$guards
LIST
echo "$count guards, $seen seen"
[ "$count" -eq "$seen" ]

#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/pack.sh [ENTRIES [LESS]]
#
# What the pack of a long file takes: one person's record of so many entries (default 50,000), reviewed, decided and
# assembled, and one of fewer (default 5,000) to see what grows with them. Seconds and peak memory of each command, and
# how many times as much the long one takes.
set -eu

entries=${1:-50000}
less=${2:-5000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
mkdir -p "$folder"
work=$(mktemp -d "$folder/pack-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

# row WHAT NAME: a line of the table, from the measurements called NAME of both files.
row() {
    printf '| %s | %s | %s | %s | %s | %s |\n' "$1" "$(seconds "$(median "$2-$less")")" "$(memory_of "$2-$less")" \
        "$(seconds "$(median "$2-$entries")")" "$(memory_of "$2-$entries")" \
        "$(ratio "$(median "$2-$entries")" "$(median "$2-$less")")"
}

# Everything from the load to the pack, of one person with so many entries, and as many in a service not asked for.
one_file() {
    store=$work/$1.db
    say "$1 entries"
    python3 "$here/make_long_record.py" "$1" "$work/bundle-$1" "$1"
    keep "$store" init 2>/dev/null
    keep "$store" import bundle "$work/bundle-$1" >/dev/null 2>&1 || [ $? -eq 1 ]
    keep "$store" nightly --only retention >/dev/null
    keep "$store" access open --person P1 --id R1 --services child-in-need >/dev/null
    keep "$store" access verify-identity R1 --known --how "known for years" >/dev/null
    keep "$store" access search R1 --place "paper archive" --terms "the name" --result "one file" --found 1 >/dev/null
    measure_keep "review-$1" "$store" access review R1
    measure_keep "decide-$1" "$store" access decide R1 --rule third-party --withhold --reason "they do not want it" \
        --record information=words --record confidentiality=none --record consent-steps=asked --record capacity=has \
        --record refusal=yes
    measure_keep "done-$1" "$store" access decide R1 --done
    measure_keep "assemble-$1" "$store" access assemble R1
    rm -rf "$work/bundle-$1" "$store"
}

one_file "$less"
one_file "$entries"
cat <<TABLE
$(nproc) cores.

| what | $less entries | memory | $entries entries | memory | times as long |
|---|---|---|---|---|---|
$(row "access review" review)
$(row "access decide" decide)
$(row "access decide --done" "done")
$(row "access assemble" assemble)
TABLE

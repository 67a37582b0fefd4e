#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/pack.sh [ENTRIES…]
#
# What the pack of a long file takes: one person's record of so many entries (default 1000 5000 10000 50000), and as
# many more that are not asked for, searched, reviewed, decided, assembled, and assembled by the night. Seconds of the
# processors (whatever else the machine does) and peak memory of each command with the processes it starts, and how many
# times as long it takes as that of the fewest entries.
set -eu

[ $# -gt 0 ] || set -- 1000 5000 10000 50000
fewest=$1
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

# As measuring.sh has it, but in seconds of the processors.
measure() {
    name=$1
    shift
    if ! /usr/bin/time -q -o "$work/taken" -f '%U %S %M' "$@" >"$work/said" 2>"$work/complained"; then
        say "pack.sh: $* failed"
        tail -n 5 "$work/said" "$work/complained" >&2
        exit 70
    fi
    awk '{ printf "%.4f %d\n", $1 + $2, $3 }' "$work/taken" >>"$work/$name.measured"
    tail -n 1 "$work/$name.measured" | awk -v name="$name" '{ printf "    %s: %.2f s, %.0f MB\n", name, $1, $2 / 1024 }' >&2
}

# row WHAT NAME ENTRIES…: a line of the table, from the measurements called NAME of every file.
row() {
    printf '| %s |' "$1"
    name=$2
    shift 2
    for entries in "$@"; do
        printf ' %s, %s (%s) |' "$(seconds "$(median "$name-$entries")")" "$(memory_of "$name-$entries")" \
            "$(ratio "$(median "$name-$entries")" "$(median "$name-$fewest")")"
    done
    printf '\n'
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
    measure_keep "search-$1" "$store" access search R1 --place "paper archive" --terms "the name" --result "one file" \
        --found 1
    measure_keep "review-$1" "$store" access review R1
    measure_keep "decide-$1" "$store" access decide R1 --rule third-party --withhold --reason "they do not want it" \
        --record information=words --record confidentiality=none --record consent-steps=asked --record capacity=has \
        --record refusal=yes
    measure_keep "complete-$1" "$store" access decide R1 --done
    measure_keep "assemble-$1" "$store" access assemble R1
    sqlite3 "$store" "delete from access_pack"
    measure_keep "night-$1" "$store" nightly --only packs
    du -sm "$work/packs" | awk '{ print "    " $1 " MB of packs" }' >&2
    rm -rf "$work/bundle-$1" "$store" "$work/reports"
}

for entries in "$@"; do one_file "$entries"; done
heading="| seconds, memory (times as long as of $fewest) |"
rule="|---|"
for entries in "$@"; do
    heading="$heading $entries entries |"
    rule="$rule---|"
done
echo "$(nproc) cores."
echo
echo "$heading"
echo "$rule"
row "access search" search "$@"
row "access review" review "$@"
row "access decide" decide "$@"
row "access decide --done" complete "$@"
row "access assemble" assemble "$@"
row "nightly --only packs" night "$@"

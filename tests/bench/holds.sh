#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/holds.sh [INVOLVEMENTS]
#
# How fast a hold by words finds whom it would catch in all narratives (default 1,000,000 involvements with 5,000,000
# entries), beside reading the same texts with the SQLite C library and doing nothing with them. Three rounds in turn,
# the file read once before; medians. The trust is kept in BENCH_FOLDER, as tests/bench/run.sh has it.
set -eu

involvements=${1:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
rounds="1 2 3"
mkdir -p "$folder"
work=$(mktemp -d "$folder/holds-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

at=$folder/trust-$involvements
if [ ! -f "$at/done" ]; then
    say "making a trust of $involvements involvements"
    rm -rf "$at"
    "$build/tests/generate_trust" "$involvements" "$at/bundle"
    "$build/tests/generate_trust" "$involvements" "$at/changes" --change 1
    touch "$at/done"
fi
keep "$work/store.db" init 2>/dev/null
keep "$work/store.db" import bundle "$at/bundle" >/dev/null 2>&1 || [ $? -eq 1 ]
keep "$work/store.db" nightly --only retention >/dev/null
sqlite3 "$work/store.db" 'pragma wal_checkpoint(truncate)' >/dev/null
cat "$work/store.db" >/dev/null

for round in $rounds; do
    say "a hold by words, round $round, casekeeper:"
    measure_keep hold "$work/store.db" hold preview --words "solicitor,court order"
    tail -n 1 "$work/said" >&2
    say "reading the texts, round $round:"
    measure reading "$build/tests/read_narratives" "$work/store.db"
    cp "$work/said" "$work/read"
done
hold=$(median hold) reading=$(median reading)
cat <<TABLE
$(cat "$work/read"); medians of three rounds, $(nproc) cores.

| what | casekeeper | SQLite C library | ratio |
|---|---|---|---|
| a hold by words over all narratives, to reading them | $(seconds "$hold") | $(seconds "$reading") | $(ratio "$hold" "$reading") |
TABLE

#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/recording.sh [INVOLVEMENTS] [PERMILLE]
#
# Whether every recording fault is found, and nothing else, on a trust that keeps all the rules but for PERMILLE (default
# 10) thousandths of faults of each kind, planted by the generator; and how fast: a full check of all entries beside
# reading what it reads of them with the SQLite C library, three rounds in turn, medians; the nights after it, in which
# nothing changed; the night after a thousandth has changed. Letters that read as another's come after the check that is
# timed, since the night reads so many documents and no more. Default: 1,000,000 involvements with some 5,900,000 entries.
#
# The rules are the shipped ones, asked of all years. Exit 1: something was not found, or was and had not been planted.
# The trust is kept in BENCH_FOLDER (default: casekeeper-bench in the temporary folder; a million needs 20 GB).
# BENCH_BUILD names another build folder than build. Needs sqlite3 and time.
set -eu

involvements=${1:-1000000}
permille=${2:-10}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
rounds="1 2 3"
mkdir -p "$folder"
work=$(mktemp -d "$folder/recording-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"
sed -i -e '/^since = /d' -e '/^look_back = /d' "$config/recording_rules.toml"

at=$folder/recorded-$involvements-$permille
if [ ! -f "$at/done" ]; then
    say "making a trust of $involvements involvements"
    rm -rf "$at"
    "$build/tests/generate_trust" "$involvements" "$at/bundle" --recorded "$permille"
    touch "$at/done"
fi
say "loading it"
keep "$work/store.db" init 2>/dev/null
keep "$work/store.db" import bundle "$at/bundle" >/dev/null 2>&1 || [ $? -eq 1 ]
sqlite3 "$work/store.db" 'pragma wal_checkpoint(truncate)' >/dev/null

for round in $rounds; do
    copy "$work/store.db" "$work/checked.db"
    cp "$work/store.db.register.jsonl" "$work/checked.db.register.jsonl"
    say "a full check, round $round, casekeeper:"
    measure_keep full "$work/checked.db" nightly --only recording
    say "reading the entries as they lie, round $round:"
    measure lying "$build/tests/read_entries" "$work/store.db"
    cp "$work/said" "$work/read"
    say "reading them in the order of people, round $round:"
    measure in_order "$build/tests/read_entries" "$work/store.db" --by-person
done
for round in $rounds; do
    day=2026-11-0$((round + 1))
    say "a night in which nothing changed, round $round:"
    measure_keep quiet "$work/checked.db" nightly --only recording
done

# ── Letters that read as another's, read in as many nights as it takes ──

keep "$work/checked.db" import bundle "$at/bundle/letters" >/dev/null 2>&1 || [ $? -eq 1 ]
letters=$(wc -l <"$at/bundle/letters/document.jsonl")
nights=0
while [ "$(sqlite3 "$work/checked.db" 'select count(*) from recording_due')" -gt 0 ]; do
    nights=$((nights + 1))
    [ "$nights" -le $((letters / 1000 + 2)) ] || { say "the night does not come to the end of the letters"; exit 1; }
    say "$letters letters came, night $nights:"
    keep "$work/checked.db" nightly --only recording >/dev/null 2>&1 || [ $? -eq 1 ]
done

# ── What was planted, and what was found ──

cat "$at/bundle/planted.tsv" "$at/bundle/letters/planted.tsv" >"$work/planted"
sqlite3 -batch -noheader -separator "$(printf '\t')" "$work/checked.db" "
    select rule, case when lacks in ('[\"missing\"]', '[\"overdue\"]') then 'person:' || person else thing end
    from recording_finding where state = 'open'" | LC_ALL=C sort -u >"$work/found"
LC_ALL=C sort -u -o "$work/planted" "$work/planted"
LC_ALL=C comm -23 "$work/planted" "$work/found" >"$work/missed"
LC_ALL=C comm -13 "$work/planted" "$work/found" >"$work/unplanted"

of_kind() {
    cut -f 1 "$work/$1" | grep -c -x -F "$2" || true
}
echo "| rule | planted | found | planted and not found | found and not planted |"
echo "|---|---|---|---|---|"
cut -f 1 "$work/planted" "$work/found" | sort -u | while read -r rule; do
    echo "| $rule | $(of_kind planted "$rule") | $(of_kind found "$rule") | $(of_kind missed "$rule") | $(of_kind unplanted "$rule") |"
done
echo "| all | $(wc -l <"$work/planted") | $(wc -l <"$work/found") | $(wc -l <"$work/missed") | $(wc -l <"$work/unplanted") |"
echo

# ── The night after a thousandth has changed: an entry each ──

changes=$((involvements / 1000))
mkdir "$work/changes"
awk -v most="$changes" 'NR % 1000 == 1 && n++ < most { sub(/"id":"E/, "\"id\":\"N"); print }' "$at/bundle/entry.jsonl" \
    >"$work/changes/entry.jsonl"
keep "$work/checked.db" import bundle "$work/changes" >/dev/null 2>&1 || [ $? -eq 1 ]
say "the night after $changes entries came:"
measure_keep changed "$work/checked.db" nightly --only recording

full=$(median full) lying=$(median lying) in_order=$(median in_order) quiet=$(median quiet) changed=$(median changed)
cat <<TABLE
$(cat "$work/read"); medians of three rounds, $(nproc) cores.

| what | casekeeper | SQLite C library | ratio |
|---|---|---|---|
| a full check, its findings stored, to reading the entries as they lie | $(seconds "$full") | $(seconds "$lying") | $(ratio "$full" "$lying") |
| the same, to reading them in the order of people | $(seconds "$full") | $(seconds "$in_order") | $(ratio "$full" "$in_order") |
| a night in which nothing changed | $(seconds "$quiet") | | $(percent "$quiet" "$full") of the full check |
| the night after $changes entries came | $(seconds "$changed") | | $(percent "$changed" "$full") of the full check |
| peak memory of the full check | $(memory_of full) | $(memory_of in_order) | |
TABLE
if [ -s "$work/missed" ] || [ -s "$work/unplanted" ]; then
    head -n 5 "$work/missed" | sed 's/^/not found: /' >&2
    head -n 5 "$work/unplanted" | sed 's/^/not planted: /' >&2
    exit 1
fi

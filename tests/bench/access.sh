#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/access.sh [REQUESTS]
#
# What open requests to see a record (default 10,000) add to a night: taking up those that came with a load, looking
# through each file for the first time, a night in which nothing changed, one after one file in a hundred has changed;
# and what they add to the morning report. Seconds, and peak memory.
set -eu

requests=${1:-10000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
mkdir -p "$folder"
work=$(mktemp -d "$folder/access-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

# row WHAT NAME: a line of the table, from the measurements called NAME.
row() {
    printf '| %s | %s | %s |\n' "$1" "$(seconds "$(median "$2")")" "$(memory_of "$2")"
}

store=$work/store.db
say "making $requests requests"
python3 "$here/make_requests.py" "$requests" "$work/bundle" access
keep "$store" init 2>/dev/null
keep "$store" import bundle "$work/bundle" >/dev/null 2>&1 || [ $? -eq 1 ]
keep "$store" nightly --only retention >/dev/null
# The report before anybody works on a request: what it costs without them.
measure_keep report-before "$store" nightly --only report
measure_keep taken-up "$store" nightly --only access
# Identity is settled by people, one after the other; here for all of them at once.
sqlite3 "$store" "update access_case set state = 'entitled'" >/dev/null
measure_keep reviewed "$store" nightly --only access
sqlite3 "$store" "select state || ' ' || count(*) from access_case group by state" >&2
for round in 1 2 3; do
    say "nothing has changed, round $round:"
    measure_keep quiet "$store" nightly --only access
    measure_keep report "$store" nightly --only report
done
sqlite3 "$store" "insert into access_review_due select request from access_case where person like 'P%00';
    update entry set account = 'another account' where id like 'E%00-0-0'" >/dev/null
measure_keep changed "$store" nightly --only access
cat <<TABLE
$(nproc) cores.

| what, of $requests open requests | time | peak memory |
|---|---|---|
$(row "taken up from a load" taken-up)
$(row "looked through for the first time" reviewed)
$(row "a night in which nothing changed" quiet)
$(row "the night after 1 % of the files changed" changed)
$(row "the morning report with every clock and forecast" report)
$(row "the morning report before" report-before)

Added to a quiet night: $(seconds "$(awk -v a="$(median quiet)" -v b="$(median report)" -v c="$(median report-before)" 'BEGIN { print a + b - c }')").
TABLE

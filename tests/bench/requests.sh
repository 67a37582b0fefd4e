#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/requests.sh [REQUESTS]
#
# What a night costs over many open requests to delete (default 100,000, and a tenth of it to see whether memory
# grows): taking up those that came with a load, assessing them all, a night in which nothing changed, and one after
# one request in a hundred has changed; then the report, which looks at every request's clock. Seconds for each
# thousand requests, and peak memory.
set -eu

requests=${1:-100000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
mkdir -p "$folder"
work=$(mktemp -d "$folder/requests-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

# row WHAT NAME COUNT: a line of the table, from the measurements called NAME.
row() {
    awk -v what="$1" -v seconds="$(median "$2")" -v memory="$(memory_of "$2")" -v count="$3" \
        'BEGIN { printf "| %s | %.2f s | %.3f s | %s |\n", what, seconds, seconds * 1000 / count, memory }'
}

nights() {
    count=$1
    store=$work/store-$count.db
    say "making $count requests"
    python3 "$here/make_requests.py" "$count" "$work/bundle-$count"
    keep "$store" init 2>/dev/null
    keep "$store" import bundle "$work/bundle-$count" >/dev/null 2>&1 || [ $? -eq 1 ]
    rm -rf "$work/bundle-$count"
    keep "$store" nightly --only retention >/dev/null
    say "$count requests are taken up:"
    measure_keep "taken-up-$count" "$store" nightly --only requests
    # Identity is settled by people, one after the other; here for all of them at once.
    sqlite3 "$store" "update deletion_case set state = 'entitled'" >/dev/null
    say "$count requests are assessed:"
    measure_keep "assessed-$count" "$store" nightly --only requests
    sqlite3 "$store" "select state || ' ' || count(*) from deletion_case group by state" >&2
    say "nothing has changed:"
    measure_keep "quiet-$count" "$store" nightly --only requests
    sqlite3 "$store" "update entry set account = 'spoke of abuse' where id like 'E%00-0-0'" >/dev/null
    say "one in a hundred has changed:"
    measure_keep "changed-$count" "$store" nightly --only requests
    say "the report:"
    measure_keep "report-$count" "$store" nightly --only report
}

for count in $((requests / 10)) "$requests"; do
    nights "$count"
done
cat <<TABLE
$(nproc) cores.

| what, of $requests requests | time | a thousand | peak memory |
|---|---|---|---|
$(row "taken up from a load" "taken-up-$requests" "$requests")
$(row "assessed for the first time" "assessed-$requests" "$requests")
$(row "a night in which nothing changed" "quiet-$requests" "$requests")
$(row "the night after 1 % changed" "changed-$requests" "$requests")
$(row "the morning report with every clock" "report-$requests" "$requests")
$(row "a tenth of them, assessed for the first time" "assessed-$((requests / 10))" "$((requests / 10))")
$(row "a tenth of them, the morning report" "report-$((requests / 10))" "$((requests / 10))")
TABLE

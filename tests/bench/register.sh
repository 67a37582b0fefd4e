#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/register.sh [LINES]
#
# How fast `casekeeper register verify` reads a register (default 5,000,000 lines), beside sha256sum of the same bytes,
# the mirror's. casekeeper hashes each line of the store, rebuilds the chain and the Merkle tree, checks the signed tree
# heads and compares the mirror byte for byte. Three rounds in turn, the files read once before; medians. Needs about
# 10 GB in BENCH_FOLDER for five million lines, and sqlite3, time and python3-cryptography.
set -eu

lines=${1:-5000000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
folder=${BENCH_FOLDER:-${TMPDIR:-/tmp}/casekeeper-bench}
day=2026-11-01
rounds="1 2 3"
mkdir -p "$folder"
work=$(mktemp -d "$folder/register-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"

say "making a register of $lines lines"
keep "$work/store.db" init 2>/dev/null
keep "$work/store.db" register checkpoint 2>/dev/null
mirror=$work/store.db.register.jsonl
python3 "$here/make_register.py" "$work/store.db" "$mirror" "$work/store.db.keys" "$lines"
cat "$work/store.db" "$mirror" >/dev/null
sync

for round in $rounds; do
    say "register verify, round $round, casekeeper:"
    measure_keep verify "$work/store.db" register verify
    tail -n 2 "$work/said" | head -n 1 >&2
    say "register verify, round $round, sha256sum:"
    measure sum sha256sum "$mirror"
done
verify=$(median verify) sum=$(median sum)
cat <<TABLE
$lines lines, $(wc -c <"$mirror") bytes of mirror; medians of three rounds, $(nproc) cores.

| what | casekeeper | sha256sum | ratio |
|---|---|---|---|
| \`register verify\` to sha256sum of the same bytes | $(seconds "$verify") | $(seconds "$sum") | $(ratio "$verify" "$sum") |
| peak memory of \`register verify\` | $(memory_of verify) | $(memory_of sum) | |
TABLE

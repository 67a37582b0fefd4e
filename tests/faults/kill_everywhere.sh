#!/bin/sh
# SPDX-License-Identifier: MIT
# Kills a night that ends records at every one of its writes, and at random moments; after each, a night that is
# left alone must end where an undisturbed one ends: the same logical export, documents and decisions, the same
# proposals carried out, and a register that verifies.
#
#   kill_everywhere.sh CASEKEEPER SHIM MOMENTS    e.g. kill_everywhere.sh build/casekeeper build/tests/kill_at_write.so 200
#
# SEED=7 chooses other moments.  STEP=3 takes every third write, from the one that SEED says.  KEEP=1 keeps the
# folders.  Ends with `N passed, N failed`; exit 1 if anything differs.
set -u

if [ $# -ne 3 ]; then
    echo "usage: kill_everywhere.sh CASEKEEPER SHIM MOMENTS" >&2
    exit 64
fi
CASEKEEPER=$(realpath "$1")
SHIM=$(realpath "$2")
export CASEKEEPER SHIM
moments=$3
step=${STEP:-1}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
if [ -n "${KEEP:-}" ]; then
    echo "the folders are kept in $work"
else
    trap 'rm -rf "$work"' EXIT
fi

if ! sh "$here/make_world.sh" "$CASEKEEPER" "$work/base" >"$work/made" 2>&1; then
    tail -n 3 "$work/made"
    exit 1
fi
started=$(date +%s%N)
sh "$here/killed_night.sh" "$work" undisturbed 0
lasted=$((($(date +%s%N) - started) / 1000000)) # milliseconds, with the comparing: somewhat more than a night
writes=$(cat "$work/writes" 2>/dev/null || echo 0)
executed=$(wc -l <"$work/undisturbed.0/end/executed" 2>/dev/null || echo 0)
if [ "$executed" -lt 5 ] || [ "$writes" -lt 50 ]; then
    echo "the undisturbed night carried out $executed proposals with $writes writes: there is nothing to kill"
    exit 1
fi

# One more than there are: the night that is not reached either.
{
    { seq $((1 + ${SEED:-1} % step)) "$step" "$writes" && echo $((writes + 1)); } | sed 's/^/write /'
    awk -v seed="${SEED:-1}" -v moments="$moments" -v most="$lasted" 'BEGIN {
        srand(seed)
        for (i = 0; i < moments; ++i) printf "moment %.6f\n", 0.001 + rand() * most / 3000
    }'
} >"$work/kills"
xargs -P "$(nproc)" -n 2 sh "$here/killed_night.sh" "$work" <"$work/kills" >"$work/results"

grep -v '^ok' "$work/results"
# A night that ended by itself shows nothing: of the writes only the one more than there are, of the moments some.
ended=$(grep -c '^ok by itself write' "$work/results")
if [ "$ended" -gt 5 ] || [ "$(grep -c '^ok killed moment' "$work/results")" -lt $((moments / 4)) ]; then
    echo "too few of the nights were killed at all: $ended were not killed at their write"
    exit 1
fi
passed=$(grep -c '^ok' "$work/results")
failed=$(($(wc -l <"$work/kills") - passed))
echo "$writes writes and $moments moments: $passed passed, $failed failed"
[ "$failed" -eq 0 ]

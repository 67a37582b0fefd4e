#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs casekeeper over made-up trusts and compares every decision with the plain evaluator.
#
#   compare.sh CASEKEEPER SEEDS INVOLVEMENTS      e.g. compare.sh build/casekeeper "1 2 3" 5000
#
# Per seed: a first night, when each answer should be asked again, a night 400 days later,
# and a night after a second bundle.  On the first seed also many other days.  Ends with
# `N passed, N failed`; exit 1 if anything differs.  KEEP=1 keeps the worlds.
set -u

if [ $# -ne 3 ]; then
    echo "usage: compare.sh CASEKEEPER SEEDS INVOLVEMENTS" >&2
    exit 64
fi
casekeeper=$1
seeds=$2
involvements=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
results=$work/results
: >"$results"
if [ -n "${KEEP:-}" ]; then
    echo "worlds are kept in $work"
else
    trap 'rm -rf "$work"' EXIT
fi

DAY=2026-11-01
SECOND_DAY=2027-12-06 # 400 days later
THIRD_DAY=2027-12-07

# Runs a command of the product on a world; 0 and 1 are both done.
product() {
    world=$1
    shift
    "$casekeeper" --config "$world/config" --store "sqlite:$world/store.db" "$@" 2>"$world/errors"
    code=$?
    if [ $code -gt 1 ]; then
        echo "FAIL exit $code: casekeeper $*"
        sed 's/^/       /' "$world/errors" | head -5
        echo failed >>"$results"
        return 1
    fi
}

# Loads a bundle and says what was set aside.
load() {
    product "$1" --as-of "$3" --format json import bundle "$2" >"$1/import.json" || {
        cat "$1/import.json"
        return 1
    }
    python3 - "$1/import.json" <<'PYTHON'
import json, sys
told = json.load(open(sys.argv[1], encoding="utf-8"))
errors = [one for one in told["findings"] if one["severity"] == "error"]
print(f"     read {told['read']}, stored {told['stored']}, rejected {told['rejected']}, errors {len(errors)}")
for one in errors[:5]:
    print(f"       {one['file']}:{one['line']}: {one['message']}")
PYTHON
}

# Runs the night of a day.
night() {
    product "$1" --as-of "$2" --format json nightly >"$1/night.json" || {
        head -c 600 "$1/night.json"
        return 1
    }
}

# Lists the decisions of a day and compares them: WORLD DAY NAME BUNDLE...
compare() {
    listed=$1/list.jsonl
    product "$1" --as-of "$2" --format json retention list >"$listed" || return 1
    world=$1 day=$2 name=$3
    shift 3
    python3 "$here/compare_lines.py" lines "$name" "$world" "$day" "$listed" "$results" "$@" || echo failed >>"$results"
}

reconsider() {
    python3 "$here/compare_lines.py" reconsider "$3" "$1" "$2" "$1/list.jsonl" "$results" "$4" || echo failed >>"$results"
}

# A new world, loaded, after its first night: SEED INVOLVEMENTS WORLD
first_night() {
    { python3 "$here/random_world.py" "$1" "$2" "$3" || { echo failed >>"$results"; false; }; } &&
        { product "$3" --as-of "$DAY" init >"$3/init.txt" || { cat "$3/init.txt"; false; }; } &&
        load "$3" "$3/bundle" "$DAY" &&
        night "$3" "$DAY"
}

# Releases some holds by hand; those that went become a bundle for the plain evaluator.
release_holds() {
    released=
    while read -r hold; do
        if "$casekeeper" --config "$1/config" --store "sqlite:$1/store.db" --as-of "$2" \
            hold release "$hold" --reason "a made-up release" </dev/null >"$1/release.txt" 2>&1; then
            released="$released $hold"
        else
            echo "     hold $hold was not released: $(head -1 "$1/release.txt")"
        fi
    done <"$1/releases.txt"
    # shellcheck disable=SC2086 # the ids are words
    python3 "$here/compare_lines.py" released "$1" "$2" $released
}

one_seed() {
    seed=$1
    at=$work/seed-$seed
    echo "seed $seed"
    first_night "$seed" "$involvements" "$at" || return
    compare "$at" "$DAY" "seed $seed, first night" "$at/bundle" &&
        reconsider "$at" "$DAY" "seed $seed, first night" "$at/bundle"

    night "$at" "$SECOND_DAY" || return
    compare "$at" "$SECOND_DAY" "seed $seed, a night 400 days later" "$at/bundle" &&
        reconsider "$at" "$SECOND_DAY" "seed $seed, a night 400 days later" "$at/bundle"

    load "$at" "$at/changes" "$SECOND_DAY" || return
    release_holds "$at" "$SECOND_DAY"
    compare "$at" "$SECOND_DAY" "seed $seed, changed, before the night" "$at/bundle" "$at/changes" "$at/released"
    night "$at" "$THIRD_DAY" || return
    compare "$at" "$THIRD_DAY" "seed $seed, changed, after the night" "$at/bundle" "$at/changes" "$at/released"
}

# The same records asked about on many days.
other_days() {
    at=$work/other-days
    few=$involvements
    [ "$few" -gt 1500 ] && few=1500
    echo "seed $1, other days"
    first_night "$1" "$few" "$at" || return
    compare "$at" "$DAY" "seed $1, first night of the smaller world" "$at/bundle" || return
    for other in $(python3 "$here/compare_lines.py" days "$1" "$at/list.jsonl"); do
        compare "$at" "$other" "seed $1, on $other" "$at/bundle"
    done
}

first=
for seed in $seeds; do
    one_seed "$seed"
    if [ -z "$first" ]; then
        first=$seed
        other_days "$seed"
    fi
    [ -n "${KEEP:-}" ] || rm -rf "$work"/seed-* "$work/other-days"
done

passed=$(grep -c passed "$results")
failed=$(grep -c failed "$results")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

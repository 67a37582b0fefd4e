#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/mentions.sh [DATA_FOLDER]
#
# How good and how fast the mention finder is. Quality: precision and recall on published synthetic texts (DATA_FOLDER,
# default ../shared/data/mentions; left out where it is not there) and on made-up numbers with look-alikes. Speed:
# 10,000 made-up people in 100 MB of text, beside grep -F with the same names, both in turn in each round, by the
# processor's time without what making ready takes (grep's on an empty text). Ratios above 1: casekeeper is faster.
#
#   names, all names   grep -oFf of the whole names; of whole and single names, which is what casekeeper finds
#   as whole words     grep -owFf of all names: casekeeper finds no Ann in Annual
#   in any case        grep -oiFf of all names: casekeeper finds JANE ROE
#
# The last two on a fifth of the text. Needs time and wbritish (Debian packages), and a quiet machine.
set -eu

cd "$(dirname "$0")/../.."
. jobs/prepare_build.sh
data=${1:-../shared/data/mentions}
build=${BENCH_BUILD:-build}
words=/usr/share/dict/british-english
build_casekeeper "$build" mention_quality -DCASEKEEPER_BENCH=ON >&2
build_casekeeper "$build" mention_speed -DCASEKEEPER_BENCH=ON >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -d "$data" ]; then
    "$build/tests/mention_quality" config/names "$words" "$data"
else
    echo "mentions.sh: no published texts in $data: quality is left out" >&2
fi

"$build/tests/mention_speed" make "$work" 100
head -c 20000000 "$work/text" >"$work/short"
: >"$work/empty"

# Seconds of the processor that a command took, its output thrown away by another: FILE COMMAND...
seconds_of() {
    file=$1
    shift
    # grep stops at the first match where it sees that nobody reads on.
    LC_ALL=C /usr/bin/time -q -o "$work/time" -f '%U %S' "$@" | cat >/dev/null
    awk '{ print $1 + $2 }' "$work/time" >>"$work/$file.measured"
}
ours() {
    "$build/tests/mention_speed" config/names "$words" "$work/names" "$work/$2" "$3" 2>"$work/said" | cat >/dev/null
    awk '{ print $2 }' "$work/said" >>"$work/$1.measured"
}
median() {
    sort -n "$work/$1.measured" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

for round in 1 2 3 4 5; do
    echo "round $round" >&2
    ours exact text exact
    seconds_of names grep -oFf "$work/names" "$work/text"
    ours exact text exact
    seconds_of all_names grep -oFf "$work/all_names" "$work/text"
    ours short short exact
    seconds_of words grep -owFf "$work/all_names" "$work/short"
    seconds_of any_case grep -oiFf "$work/all_names" "$work/short"
    ours all short all
    for list in names all_names; do
        seconds_of "ready_$list" grep -oFf "$work/$list" "$work/empty"
    done
    seconds_of ready_any_case grep -oiFf "$work/all_names" "$work/empty"
done

# NAME OURS GREP READY
row() {
    awk -v name="$1" -v ours="$(median "$2")" -v grep="$(median "$3")" -v ready="$(median "$4")" \
        'BEGIN { printf "%-16s %8.3f s %8.3f s   ratio %.2f\n", name, ours, grep - ready, (grep - ready) / ours }'
}
echo
printf '%-16s %10s %10s\n' "" casekeeper grep
row "names" exact names ready_names
row "all names" exact all_names ready_all_names
row "as whole words" short words ready_all_names
row "in any case" short any_case ready_any_case
awk -v s="$(median all)" 'BEGIN { printf "everything, 10,000 people: %.1f MB a second\n", 20 / s }'

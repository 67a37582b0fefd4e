# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154 # whoever sources this has set work, checkout, casekeeper and day
#
# What the benchmarks share: a configuration, measured commands, medians, ratios. Sourced, not run. Works in $work.

say() {
    echo "$*" >&2
}

# The shipped configuration, with every role for this account, the reports in the working folder and all else beside
# the store.
config=$work/config
mkdir "$config"
cp -R "$checkout"/config/*.toml "$checkout/config/letters" "$checkout/config/names" "$checkout"/config/*.txt "$config"
sed -i -e "s|^folder = .*|folder = \"$work/reports\"|" -e '/^\(mirror\|keys\|notices\|letters\|bundles\) = /d' \
    "$config/casekeeper.toml"
cat >"$config/roles.toml" <<ROLES
allow_acting_as = true
[accounts]
"$(id -un)" = ["records-officer", "reviewer", "practitioner", "dpo", "auditor"]
ROLES

# Runs casekeeper on a store: STORE COMMAND...
keep() {
    store=$1
    shift
    "$casekeeper" --config "$config" --store "sqlite:$store" --as-of "$day" --quiet "$@"
}

# Runs a command, which must end well, and appends its seconds and its peak memory in KB to the file of that name.
measure() {
    name=$1
    shift
    started=$(date +%s%N)
    if ! /usr/bin/time -q -o "$work/memory" -f %M "$@" >"$work/said" 2>"$work/complained"; then
        say "run.sh: $* failed"
        tail -n 5 "$work/said" "$work/complained" >&2
        exit 70
    fi
    ended=$(date +%s%N)
    echo "$started $ended $(cat "$work/memory")" |
        awk '{ printf "%.4f %d\n", ($2 - $1) / 1e9, $3 }' >>"$work/$name.measured"
    tail -n 1 "$work/$name.measured" | awk '{ printf "    %.3f s, %.0f MB\n", $1, $2 / 1024 }' >&2
}
measure_keep() {
    name=$1 store=$2
    shift 2
    measure "$name" "$casekeeper" --config "$config" --store "sqlite:$store" --as-of "$day" --quiet "$@"
}

median() {
    sort -n "$work/$1.measured" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
memory_of() {
    awk '$2 > most { most = $2 } END { printf "%.0f MB\n", most / 1024 }' "$work/$1.measured"
}
seconds() {
    awk -v s="$1" 'BEGIN { printf s < 0.1 ? "%.0f ms\n" : "%.2f s\n", s < 0.1 ? s * 1000 : s }'
}
ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f\n", a / b }'
}
percent() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f %%\n", 100 * a / b }'
}

# A copy that lies in the page cache: FROM TO
copy() {
    rm -f "$2" "$2-wal" "$2-shm" "$2.lock"
    cp "$1" "$2"
    cat "$2" >/dev/null
    sync
}

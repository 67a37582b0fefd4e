#!/bin/sh
# SPDX-License-Identifier: MIT
# One night that is killed, a night after it that is left alone, and what it ends in beside an undisturbed one.
#
#   killed_night.sh WORK write N        the Nth write of the night ends it (half of it is written)
#   killed_night.sh WORK moment S       the night is killed after S seconds
#   killed_night.sh WORK undisturbed 0  the night that the others are compared with
#
# WORK is made by kill_everywhere.sh: base/ is a world before its night, CASEKEEPER and SHIM are set. Says "ok", and
# whether the night was killed or ended by itself, or "FAIL" with the reason.
set -u

work=$1 how=$2 where=$3
world=$work/$how.$where
night_of=2026-11-23

# A process that is killed loses nothing it wrote: nothing is flushed to disk.
product() { LD_PRELOAD=$SHIM KILL_NO_SYNC=1 "$CASEKEEPER" --config "$world/config" --as-of $night_of "$@"; }

night() {
    product nightly >"$world/said" 2>&1
    code=$?
    [ $code -le 1 ]
}

# Returns once the night is dead: without --foreground timeout kills itself too, and the night may still hold its lock.
killed() {
    case $how in
    write) KILL_AT_WRITE=$where KILL_HALF=1 product nightly ;;
    moment) LD_PRELOAD=$SHIM KILL_NO_SYNC=1 timeout --foreground --signal=KILL "$where" \
        "$CASEKEEPER" --config "$world/config" --as-of $night_of nightly ;;
    *) KILL_COUNT_FILE=$work/writes product nightly ;;
    esac >/dev/null 2>&1
}

# What the nights have led to: the files, decisions, proposals carried out, and the logical export. Moments differ.
snapshot() {
    mkdir "$world/end"
    (cd "$world" && find store/documents store/notices store/bundles -type f 2>/dev/null | sort | xargs sha256sum) \
        >"$world/end/files"
    # Letters tell numbers of register lines, which a night more has moved on.
    (cd "$world" && find store/letters -type f | sort) >>"$world/end/files"
    # Packs lie in folders of names that no other had; the office's copy tells the moment.
    (cd "$world" && find store/packs -type f | sed 's|.*/||' | sort &&
        find store/packs -name '*.txt' -exec cat {} +) >"$world/end/packs"
    product --format json access list >>"$world/end/packs" 2>"$world/verified" || return 1
    product --format json access pack A-old | sed 's/"files".*//' >>"$world/end/packs" 2>"$world/verified" || return 1
    product --format json deletion list >"$world/end/requests" 2>"$world/verified" || return 1
    product register verify >"$world/verified" 2>&1 || return 1
    product --format json retention list >"$world/end/decisions" 2>"$world/verified" || return 1
    product --format json disposal list --state executed 2>"$world/verified" |
        sed 's/"executed_at":"[^"]*"//' >"$world/end/executed"
    product export bundle "$world/end/bundle" --reason "compared" >"$world/verified" 2>&1
}

cp -a "$work/base" "$world" && sed -i "s|$work/base/|$world/|g" "$world/config/casekeeper.toml"
killed
[ $? -eq 137 ] && ending=killed || ending="by itself"
if ! night; then
    why="the night after it ended with $code: $(tail -n 2 "$world/said" | tr '\n' ' ')"
elif ! snapshot; then
    why="it cannot be compared: $(tail -n 2 "$world/verified" | tr '\n' ' ')"
elif [ "$how" = undisturbed ]; then
    exit 0
else
    why=$(diff -r "$work/undisturbed.0/end" "$world/end" 2>&1 | head -n 5)
fi
[ -n "${KEEP:-}" ] || rm -rf "$world"
if [ -n "$why" ]; then
    echo "FAIL $how $where: $why"
else
    echo "ok $ending $how $where"
fi

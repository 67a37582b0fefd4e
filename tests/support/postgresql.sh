# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced by tests/run.sh: a PostgreSQL that lives as long as the tests do, on 127.0.0.1 only, in a folder of its own.

postgresql_programs=/usr/lib/postgresql/15/bin

# What runs a command as another account, if any: PostgreSQL refuses to be root, and its package made an account. Words
# before the command and no function, so that a server started in the background is the shell's own child.
as_postgres=
[ "$(id -u)" -ne 0 ] || as_postgres="setpriv --reuid=postgres --regid=postgres --clear-groups"

# A port of 127.0.0.1 that nobody listens on.
free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# start_postgresql FOLDER: makes a cluster in FOLDER, starts it and exports CASEKEEPER_TEST_POSTGRES.
start_postgresql() {
    cluster=$1/postgresql
    mkdir "$cluster"
    chmod 711 "$1"
    [ "$(id -u)" -ne 0 ] || chown postgres: "$cluster"
    # English order by default, as a trust's server has it: a statement that forgot its COLLATE "C" sorts otherwise
    # than SQLite does and fails its test.
    if ! $as_postgres $postgresql_programs/initdb --pgdata="$cluster/data" --auth=trust --username=postgres \
        --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-GB --no-sync >"$1/initdb.log" 2>&1; then
        cat "$1/initdb.log" >&2
        return 69
    fi
    # Another program may take the port before the server does; then another port is tried.
    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if start_server "$attempt"; then
            on_server --dbname=postgres --command="create role casekeeper_test login createdb" \
                --command="create database casekeeper_test owner casekeeper_test"
            CASEKEEPER_TEST_POSTGRES=postgresql://casekeeper_test@127.0.0.1:$port/casekeeper_test
            export CASEKEEPER_TEST_POSTGRES
            return 0
        fi
    done
    cat "$cluster"/server.*.log >&2
    echo "PostgreSQL did not start" >&2
    return 69
}

# start_server ATTEMPT: 1 where the server ended instead of answering. Nothing here outlives the tests, so nothing is
# flushed to disk.
start_server() {
    $as_postgres $postgresql_programs/postgres -D "$cluster/data" -p "$port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        </dev/null >"$cluster/server.$1.log" 2>&1 &
    postgresql_pid=$!
    while kill -0 $postgresql_pid 2>/dev/null; do
        # Its own word, not an answer on the port, which may be another program's.
        if grep -qs '^ready' "$cluster/data/postmaster.pid"; then return 0; fi
        sleep 0.1
    done
    return 1
}

on_server() {
    $postgresql_programs/psql --no-psqlrc --quiet --host=127.0.0.1 --port="$port" --username=postgres \
        --set=ON_ERROR_STOP=1 --output=/dev/null "$@"
}

# Ends the server by its own process id, connections or not.
stop_postgresql() {
    [ -n "${postgresql_pid:-}" ] || return 0
    kill -INT "$postgresql_pid" 2>/dev/null || true
    wait "$postgresql_pid" 2>/dev/null || true
}

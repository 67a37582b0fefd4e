# SPDX-License-Identifier: MIT
#
# That the rules about destruction can be broken and are then said: cmake -DSOURCE=<checkout> -DWORK=<folder to make>
# -P tests/house_rules_proof.cmake plants one breach after another in a small copy of the checkout.
cmake_minimum_required(VERSION 3.25)

function(make_copy)
    file(REMOVE_RECURSE "${WORK}")
    file(MAKE_DIRECTORY "${WORK}/jobs" "${WORK}/config" "${WORK}/tests" "${WORK}/src/retention")
    file(WRITE "${WORK}/CMakeLists.txt" "")
    file(WRITE "${WORK}/README.md" "")
    file(WRITE "${WORK}/src/main.cpp" "// SPDX-License-Identifier: MIT\n")
    file(COPY "${SOURCE}/src/custody" "${SOURCE}/src/store" DESTINATION "${WORK}/src")
    file(COPY "${SOURCE}/sql/queries/custody" DESTINATION "${WORK}/sql/queries")
endfunction()

function(look)
    execute_process(COMMAND ${CMAKE_COMMAND} -DSOURCE=${WORK} -P ${SOURCE}/tests/house_rules.cmake
                    RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE said)
    set(code "${code}" PARENT_SCOPE)
    set(said "${out}${said}" PARENT_SCOPE)
endfunction()

# Writes a text at the end of a file of the copy, and expects the rules to say so there.
function(expect_breach file text what)
    make_copy()
    file(APPEND "${WORK}/${file}" "${text}")
    look()
    if(code EQUAL 0 OR NOT said MATCHES "${file}:[0-9]+: ${what}")
        message(FATAL_ERROR "nobody says \"${what}\" of ${file} with: ${text}\n${said}")
    endif()
endfunction()

make_copy()
look()
if(NOT code EQUAL 0)
    message(FATAL_ERROR "the copy without a breach breaks the rules:\n${said}")
endif()

set(head "// SPDX-License-Identifier: MIT\n")
set(records_end "only sql/queries/custody ends people's records")
foreach(table person professional relationship involvement entry document disclosure hold deletion_request access_request)
    expect_breach("sql/queries/facts/forget.sql" "-- Forgets.\ndelete from ${table} where id = :id\n" "${records_end}")
endforeach()
expect_breach("src/store/database.cpp" "// run(\"DELETE  FROM \\\"person\\\" where id = 1\");\n" "${records_end}")
expect_breach("src/retention/end.cpp" "${head}// truncate table entry;\n" "${records_end}")
expect_breach("sql/schema/007_more.sql" "-- More.\nalter table x add y text references person (id) on delete cascade\n"
              "${records_end}")
set(one_runs "only src/store/erasure_store.cpp runs what ends records")
expect_breach("src/store/record_store.cpp" "// database_.query(sql::custody::erase_person)\n" "${one_runs}")
expect_breach("src/custody/gate.cpp" "// using namespace sql; custody::erase_person;\n" "${one_runs}")
set(custody_ends "only src/custody ends people's records")
expect_breach("src/retention/end.cpp" "${head}#include \"store/erasure_store.h\"\n" "${custody_ends}")
expect_breach("src/retention/end.cpp" "${head}void end(ErasureStore& store);\n" "${custody_ends}")
expect_breach("jobs/end_job.cpp" "${head}#include \"store/erasure_store.h\"\n" "${custody_ends}")

set(casts "returns casts only")
expect_breach("sql/queries/custody/take.sql" "-- Takes.\ndelete from x where y = :y returning id\n" "${casts}")
expect_breach("sql/queries/custody/take.sql" "-- Takes.\ndelete from x where y = :y returning cast(id as text), z\n" "${casts}")

file(REMOVE_RECURSE "${WORK}")
message("every breach planted was said")

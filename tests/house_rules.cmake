# SPDX-License-Identifier: MIT
#
# The rules of the house that no compiler holds: cmake -DSOURCE=<checkout> -P tests/house_rules.cmake
# Each breach is said as file:line: what; one breach fails the test.
cmake_minimum_required(VERSION 3.25)

# ── The rules ──

# A folder and the folders it may include, lowest first: each may name only folders above it in this list, so that no
# circle can be made. Every folder may include itself. src/main.cpp joins everything and is not held to the list.
set(folders base domain policy store output custody intake retention disposal disclosure reports app cli jobs)
set(beneath_base "")
set(beneath_domain base)
set(beneath_policy domain base)
set(beneath_store domain base)
set(beneath_output domain base)
set(beneath_custody store policy domain base)
set(beneath_intake custody store policy domain base)
set(beneath_retention custody output store policy domain base)
set(beneath_disposal custody output store policy domain base)
set(beneath_disclosure custody output store policy domain base)
set(beneath_reports custody output store policy domain base)
set(beneath_app store policy domain base)
set(beneath_cli app reports disclosure disposal retention intake custody output store policy domain base)
set(beneath_jobs app reports disclosure disposal retention intake custody output store policy domain base)

# The libraries' headers, and the folders that may see them. The first pattern that fits counts.
set(libraries
    "^<soci/|^<sqlite3\\.h|^<libpq"                     "store"
    "^<toml\\+\\+/"                                     "policy"
    "^<simdjson"                                        "base intake"
    "^<csv\\.h"                                         "intake"
    "^<ctemplate/"                                      "output"
    "^<libical/"                                        "output"
    "^<(pango/|cairo|fontconfig/|qpdf/|poppler-|zip\\.h|zlib\\.h|gmime/|glib\\.h|jpeglib\\.h|libxml/)" "output"
    "^<sodium"                                          "base"
    "^<utf8proc"                                        "base"
    "^<Poco/(Task|ThreadPool|Notification|Observer|NObserver)" "jobs"
    "^<Poco/Util/"                                      "app"
    "^<Poco/(SAX|XML|DOM)/"                             "intake"
    "^<Poco/"                                           "base app jobs"
    "^<(gtest|gmock)/"                                  "(tests)")

# People's records end in one place: the statements of sql/queries/custody. Allowed besides, each with its reason:
#   (nothing yet)
set(records "person|involvement|entry|document|disclosure|relationship|professional|hold|deletion_request|access_request")
set(destroys "(delete[ \t\n]+from|truncate([ \t\n]+table)?|replace[ \t\n]+into)[ \t\n]+[\\]?\"?(${records})[^a-z_]|on[ \t\n]+delete[ \t\n]+cascade")
set(may_destroy "^sql/queries/custody/")
# Those statements are called from one file, and that file's class from the gate's folder.
set(calls_destruction "custody::[a-z]")
set(may_call_destruction "^src/store/erasure_store\\.cpp$|^tests/")
set(uses_erasure "erasure_store\\.h|ErasureStore")
set(may_use_erasure "^src/custody/|^src/store/erasure_store\\.(cpp|h)$|^tests/")

# SOCI steps a statement once to learn the type of a column declared plain_text: what changes rows would change them
# before anybody reads what it returns. An expression has no declared type.
set(returns_a_column "returning[ \t\n]+([^c]|c[^a]|ca[^s]|cas[^t])|returning[^;]*,[ \t\n]*([^c \t\n]|c[^a]|ca[^s]|cas[^t])")

# What day it is comes in as a Clock: only base, which has the clock, and app, which chooses it, ask the system.
set(asks_the_day "system_clock|[^a-z_]time\\((nullptr|null|0)\\)|localtime|gmtime|current_(date|time)|[^a-z_.>:]now\\(\\)|'now'|poco/(timestamp|(local)?datetime)\\.h")
set(may_ask_the_day "^src/(base|app)/|^src/main\\.cpp$|^tests/")

set(top "^(CMakeLists\\.txt|README\\.md|src|jobs|config|sql|tests)$")
set(not_ours "^(\\..*|build.*|compile_commands\\.json)$")  # dotfiles, and what .gitignore names

# ── The looking ──

set_property(GLOBAL PROPERTY breaches 0)
function(breach where what)
    message("${where}: ${what}")
    set_property(GLOBAL PROPERTY breaches 1)
endfunction()

# A breach for each match of a regular expression in a text.
function(forbid file text pattern what)
    set(line 1)
    while(text MATCHES "${pattern}")
        set(found "${CMAKE_MATCH_0}")
        string(FIND "${text}" "${found}" at)
        string(STRIP "${found}" shown)
        string(FIND "${found}" "${shown}" led)
        math(EXPR at "${at} + ${led}")
        string(SUBSTRING "${text}" 0 ${at} before)
        string(REGEX REPLACE "[^\n]" "" ends "${before}")
        string(LENGTH "${ends}" passed)
        math(EXPR line "${line} + ${passed}")
        string(REGEX REPLACE "[ \t\n]+" " " shown "${shown}")
        breach("${file}:${line}" "${what}: ${shown}")
        # On from one character further, so that every match is found once.
        math(EXPR at "${at} + 1")
        string(SUBSTRING "${text}" ${at} -1 text)
    endwhile()
endfunction()

# The folder of src (or jobs) a file lies in.
function(folder_of file result)
    string(REGEX REPLACE "^src/" "" name "${file}")
    string(REGEX REPLACE "/.*" "" name "${name}")
    set(${result} "${name}" PARENT_SCOPE)
endfunction()

# Each #include of a file against the two tables.
function(look_at_includes file text)
    folder_of("${file}" folder)
    if(NOT folder IN_LIST folders)  # src/main.cpp and the tests join what they like
        return()
    endif()
    string(REGEX MATCHALL "\n#include [<\"][^>\"\n]+[>\"]" includes "\n${text}")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "\n#include " "" name "${include}")
        folder_of("${name}" its_folder)
        string(REPLACE "\"" "" its_folder "${its_folder}")
        if(its_folder IN_LIST folders AND NOT its_folder STREQUAL folder AND NOT its_folder IN_LIST beneath_${folder})
            forbid("${file}" "${text}" "#include ${name}" "${folder} may not include ${its_folder}")
        endif()
        look_at_library("${file}" "${text}" "${folder}" "${name}")
    endforeach()
endfunction()

function(look_at_library file text folder name)
    set(rows ${libraries})
    while(rows)
        list(POP_FRONT rows pattern seen_by)
        if(name MATCHES "${pattern}")
            string(REPLACE " " ";" seen_by "${seen_by}")
            if(NOT folder IN_LIST seen_by)
                string(REPLACE "+" "\\+" literal "${name}")
                forbid("${file}" "${text}" "#include ${literal}" "${folder} may not see this library")
            endif()
            return()
        endif()
    endwhile()
endfunction()

function(look_at_file file)
    file(READ "${SOURCE}/${file}" text)
    get_filename_component(name "${file}" NAME)
    if(NOT name MATCHES "^([a-z0-9_]+(\\.(sqlite|postgresql))?\\.[a-z]+(\\.in)?|CMakeLists\\.txt)$")
        breach("${file}:1" "a file's name is snake_case")
    endif()
    string(APPEND text "\n")
    string(TOLOWER "${text}" lower)
    forbid("${file}" "${text}" "[^A-Za-z_](TODO|FIXME|XXX|HACK)[^(A-Za-z_]" "what is left to do says where it is tracked")
    forbid("${file}" "${lower}" "[@\\]author|[^a-z]author:|copyright \\(c\\)" "files have no author")
    if(NOT file MATCHES "${may_destroy}|^tests/")
        forbid("${file}" "${lower}" "${destroys}" "only sql/queries/custody ends people's records")
    endif()
    if(NOT file MATCHES "${may_call_destruction}")
        forbid("${file}" "${text}" "${calls_destruction}" "only src/store/erasure_store.cpp runs what ends records")
    endif()
    if(NOT file MATCHES "${may_use_erasure}")
        forbid("${file}" "${text}" "${uses_erasure}" "only src/custody ends people's records")
    endif()
    if(NOT file MATCHES "${may_ask_the_day}")
        forbid("${file}" "${lower}" "${asks_the_day}" "the day comes in as a Clock")
    endif()
    if(file MATCHES "\\.(cpp|h)$")
        if(NOT text MATCHES "^// SPDX-License-Identifier: MIT\n")
            breach("${file}:1" "begins with // SPDX-License-Identifier: MIT")
        endif()
        look_at_includes("${file}" "${text}")
    elseif(file MATCHES "^sql/queries/" AND lower MATCHES "${returns_a_column}")
        breach("${file}:1" "returns casts only: returning cast(id as text)")
    elseif(file MATCHES "^sql/queries/" AND NOT text MATCHES "^-- [^\n]+\n")
        breach("${file}:1" "begins with a comment that says what the statement answers")
    endif()
endfunction()

foreach(folder IN LISTS folders)
    list(FIND folders "${folder}" place)
    foreach(lower IN LISTS beneath_${folder})
        list(FIND folders "${lower}" its_place)
        if(NOT its_place LESS place)
            breach("tests/house_rules.cmake:1" "the list lets ${folder} include ${lower}, which lies no lower")
        endif()
    endforeach()
endforeach()

file(GLOB entries RELATIVE "${SOURCE}" "${SOURCE}/*")
foreach(entry IN LISTS entries)
    if(NOT entry MATCHES "${top}" AND NOT entry MATCHES "${not_ours}")
        breach("${entry}:1" "the top of the checkout has a fixed list of entries")
    endif()
endforeach()
foreach(entry CMakeLists.txt README.md src jobs config sql tests)
    if(NOT EXISTS "${SOURCE}/${entry}")
        breach("${entry}:1" "is missing")
    endif()
endforeach()

file(GLOB places RELATIVE "${SOURCE}" "${SOURCE}/src/*")
foreach(place IN LISTS places)
    folder_of("${place}" folder)
    if(IS_DIRECTORY "${SOURCE}/${place}" AND NOT folder IN_LIST folders)
        breach("${place}:1" "is not in this test's list of folders")
    endif()
endforeach()

set(looked_at 0)
foreach(folder src jobs sql tests)
    file(GLOB_RECURSE files RELATIVE "${SOURCE}" "${SOURCE}/${folder}/*.cpp" "${SOURCE}/${folder}/*.h"
         "${SOURCE}/${folder}/*.sql" "${SOURCE}/${folder}/*.sh" "${SOURCE}/${folder}/*.py" "${SOURCE}/${folder}/*.cmake")
    foreach(file IN LISTS files)
        if(NOT file STREQUAL "tests/house_rules.cmake")  # it names what it forbids
            look_at_file("${file}")
            math(EXPR looked_at "${looked_at} + 1")
        endif()
    endforeach()
endforeach()

get_property(broken GLOBAL PROPERTY breaches)
if(broken OR looked_at LESS 10)
    message(FATAL_ERROR "the house rules are broken, or nothing was looked at (${looked_at} files)")
endif()
message("${looked_at} files keep the house rules")

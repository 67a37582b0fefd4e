# Embeds every statement of sql/ in one generated header, so that a misspelt name does not compile.
#
# sql/queries/<store>/<verb_noun>.sql                  the common subset, both engines
# sql/queries/<store>/<verb_noun>.<engine>.sql         a pair, sqlite and postgresql, where it must be
#   -> casekeeper::sql::<store>::<verb_noun>, a Statement {name, sqlite, postgresql}
# sql/schema/NNN_name.sql (or a pair)                  -> casekeeper::sql::migrations, in order
# Comments are stripped: SOCI would take a :name inside one for a parameter. A :: cast is not used for the same reason.
function(embed_sql out)
    set(generated ${out}/sql_statements.h)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/sql/*.sql)
    add_custom_command(
        OUTPUT ${generated}
        COMMAND ${CMAKE_COMMAND} -DSQL=${PROJECT_SOURCE_DIR}/sql -DOUT=${generated} -P ${PROJECT_SOURCE_DIR}/sql/write_header.cmake
        DEPENDS ${files} ${PROJECT_SOURCE_DIR}/sql/write_header.cmake
        COMMENT "Embedding SQL")
    add_custom_target(embedded_sql DEPENDS ${generated})
endfunction()

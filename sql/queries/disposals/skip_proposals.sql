-- So many proposals were lost after the last one that is there.
update register_state set last_proposal = :lost + (
    select coalesce(max(number), 0)
    from (select max(number) as number from proposal union all select max(last_proposal) from register_state) numbers)

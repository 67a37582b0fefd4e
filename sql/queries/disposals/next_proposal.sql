-- The number of the next proposal: none that another had, though a restore has lost it.
select coalesce(max(number), 0) + 1
from (select max(number) as number from proposal union all select max(last_proposal) from register_state) numbers

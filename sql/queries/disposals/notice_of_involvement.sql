-- The word owed to the person before an involvement's records go.
select written_on, letter, sent_on, sent_by, waived_on, waived_by, waiver_reason
from destruction_notice where involvement = :involvement

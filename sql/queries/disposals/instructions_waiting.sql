-- What source systems have not confirmed.
select certificate, system, reference, written_on, confirmed_on, confirmed_by
from disposal_instruction where confirmed_on is null order by certificate limit :size

-- What a source system was told with a certificate.
select certificate, system, reference, written_on, confirmed_on, confirmed_by
from disposal_instruction where certificate = :certificate

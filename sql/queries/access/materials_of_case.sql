-- What came from outside the store, in order.
select number, title, place, media_type, sha256, added_on, added_by
from access_material where request = :request order by number

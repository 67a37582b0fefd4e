-- What might have been withheld and now might not.
delete from access_item where request = :request and item = :item and rule = :rule and about = :about

-- The word written before an involvement ended.
delete from destruction_notice where involvement = :involvement returning cast(letter as text)

-- A day that is counted again, and days after it that have not come yet.
delete from recording_count where counted_on >= :day

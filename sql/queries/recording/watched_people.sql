-- Which people of a range are watched, and until when.
select person, look_again_on from recording_watch where person >= :from and person <= :upto order by person

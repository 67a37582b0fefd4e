-- The latest certificates issued on a day or later, newest first.
select certificate from certificate where issued_at >= :since order by number desc limit :size

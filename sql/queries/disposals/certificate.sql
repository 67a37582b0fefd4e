-- A certificate of destruction.
select certificate from certificate where number = :number

-- A night has ended.
update run set ended_at = :ended_at where number = :number

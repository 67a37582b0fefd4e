-- Where the lines of this load stand that can only be judged when all is in (PostgreSQL drops it with the transaction).
create temp table if not exists load_place (kind plain_text not null, id plain_text not null, file plain_text not null, line bigint not null)
on commit drop

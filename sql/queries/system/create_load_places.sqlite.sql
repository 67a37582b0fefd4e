-- Where the lines of this load stand that can only be judged when all is in.
create temp table if not exists load_place (kind text not null, id text not null, file text not null, line integer not null)

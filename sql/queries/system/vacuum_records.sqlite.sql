-- PostgreSQL's twin vacuums; here deleted content is overwritten as it goes (store/engine_residue).
select 1

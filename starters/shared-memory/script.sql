-- Empty at first. Run again without changes, and it isn't: the memory lives as long as Postgres.
select count(*) from remembered();
select remember(n) from generate_series(1, 6) n;
select * from remembered();

-- Another session sees it, too.
create extension if not exists dblink;
select * from dblink('dbname=playground', 'select remember(42), calls()') as other(remembered bigint, calls bigint);
select array_agg(r) as remembered from remembered() r;
select calls() as calls_in_all;

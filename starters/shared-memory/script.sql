-- Empty at first. Run again without changes, and it is not: the memory lives as long as Postgres does.
select count(*) from remembered();
select remember(n) from generate_series(1, 6) n;
select * from remembered();

-- Another session has it before its eyes too.
create extension if not exists dblink;
select * from dblink('dbname=playground', 'select remember(42), calls()') as other(remembered bigint, calls bigint);
select array_agg(r) as remembered from remembered() r;
select calls() as calls_in_all;

create temp table releases (name text, r release);
insert into releases
select 'r' || a || b || c, release(a, b, c)
from generate_series(0, 9) a, generate_series(0, 9) b, generate_series(0, 9) c;

select show(min_r) as first_of_three from (select r as min_r from releases order by r limit 3) three;
select release(1, 10) > release(1, 9) as as_numbers, '1.10' > '1.9' as as_text;
select show(release(1, 2, 3) + 2) as two_minors_on, release(1, 4) ~> release(1, 2) as compatible;

-- An index on the type is used.
create index on releases (r);
analyze releases;
explain (costs off) select name from releases where r = release(4, 2);
select count(*) from releases where r between release(4, 2) and release(4, 3);
select count(distinct r) from (select r from releases union all select r from releases) twice;

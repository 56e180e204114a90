select spread(x), stddev_pop(x) as postgres_own from generate_series(1, 100) x;
select spread(x) as of_nothing from generate_series(1, 0) x;

create temp table weather (day int, town text, degrees float8);
insert into weather values
  (1, 'Oslo', -3), (2, 'Oslo', 1), (3, 'Oslo', 8), (4, 'Oslo', 2),
  (1, 'Rome', 17), (2, 'Rome', 18), (3, 'Rome', 18), (4, 'Rome', 17);
select town, round(spread(degrees)::numeric, 3) as spread from weather group by town order by town;

-- Any aggregate works as a window function, too.
select town, day, round(spread(degrees) over (partition by town order by day rows 2 preceding)::numeric, 3) as of_three
from weather order by town, day;

create temp table season (team text, day integer, won boolean);
insert into season values
  ('Foxes', 1, true), ('Foxes', 2, true), ('Foxes', 3, false), ('Foxes', 4, true),
  ('Hares', 1, false), ('Hares', 2, true), ('Hares', 3, true), ('Hares', 4, true);
select team, longest_run(won order by day) from season group by team order by team;

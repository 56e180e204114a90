select '{"file": "z", "rank": 99}'::square;
select 'e4'::square;

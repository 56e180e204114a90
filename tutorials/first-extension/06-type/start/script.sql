select '{"file": "e", "rank": 4}'::square as home, pg_typeof('{"file": "e", "rank": 4}'::square);

select '{"file": "e", "rank": 4}'::square;

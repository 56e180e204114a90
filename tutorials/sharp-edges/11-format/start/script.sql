select '{"x": 1, "y": 2}'::place;

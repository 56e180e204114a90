select 'e2'::square + 2, 'e2'::square <-> 'e4';

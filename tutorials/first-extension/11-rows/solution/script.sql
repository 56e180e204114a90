select * from knight_moves('g1');

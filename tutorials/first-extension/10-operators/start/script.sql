select distance('a1', 'h8'), distance('e2', 'e4');

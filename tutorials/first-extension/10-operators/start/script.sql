select distance('a1', 'h8');

select * from squares_on(2);

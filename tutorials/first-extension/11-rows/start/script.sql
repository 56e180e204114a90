select * from squares_on(2) limit 3;
select count(*) from squares_on(2);
select count(*) from squares_on(9);

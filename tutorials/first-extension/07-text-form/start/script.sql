select 'e4'::square;
create temp table move (number integer, goes_to square);
insert into move values (1, 'e4'), (2, 'd5');
select * from move;

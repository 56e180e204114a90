create temp table played (goes_to square);
insert into played values ('g1'), ('e4'), ('a8'), ('e2');
select * from played order by goes_to;
select * from played where goes_to = 'e4';

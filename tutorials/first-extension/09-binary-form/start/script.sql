create temp table board (at square);
insert into board values ('e4');
copy board to '/tmp/board' (format binary);

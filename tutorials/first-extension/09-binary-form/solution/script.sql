copy (select set_byte(square_send('e4'), 6, 9)) to '/tmp/forged' (format binary);
create temp table forged (goes_to square);
copy forged from '/tmp/forged' (format binary);

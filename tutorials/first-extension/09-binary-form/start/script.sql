copy (select 'e4'::square) to '/tmp/square' (format binary);

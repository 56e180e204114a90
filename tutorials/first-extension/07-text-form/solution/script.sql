select 'e4'::square;
select 'z9'::square;

create temp table paint (name text, colour rgb);
insert into paint values ('rust', '#B7410E'), ('slate', '#708090'), ('night', '#0c0c22');
select name, colour, round(luminance(colour)::numeric, 2) as luminance from paint order by luminance(colour);

-- Text that isn't a colour is refused.
insert into paint values ('oops', 'reddish');
insert into paint values ('oops', '#12345g');

-- The binary form: send and receive.
copy paint to '/tmp/paint' (format binary);
create temp table copy_of_paint (like paint);
copy copy_of_paint from '/tmp/paint' (format binary);
select * from copy_of_paint;

select typname, typlen, typinput, typoutput, typreceive, typsend from pg_type where typname = 'rgb';

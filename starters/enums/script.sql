select enum_range(null::light);
select light, next(light), light::int as seconds from unnest(enum_range(null::light)) light;

-- Enums are ordered as declared, and other labels are refused.
create temp table crossing (street text, light light default 'Red', seconds int);
insert into crossing values ('Elm', 'Amber', 'Amber'::light), ('Oak', default, 'Red'::light), ('Ash', 'Green', 0);
select * from crossing order by light;
insert into crossing values ('Fir', 'Blue');

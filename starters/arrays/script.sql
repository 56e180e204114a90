select describe('{1,2,null,4}'), describe('{}');

select dot('{1,2,3}', '{4,5,6}');
select dot('{1,2}', '{1}');
select dot('{1,null}', '{1,2}');

select rotate('{a,b,null,d}', 1), rotate('{a,b,null,d}', -1), rotate('{}', 5);

select longest('fox', 'elephant', null, 'bee');
select longest(variadic string_to_array('many words in one array', ' '));

-- The settings are known once the library is loaded.
select greeting();
show my_extension.tone;

set my_extension.tone = loud;
set my_extension.name = 'Postgres';
select greeting();

set my_extension.tone = shrill;
set my_extension.repeat = 9;

-- For one transaction only.
begin;
set local my_extension.repeat = 3;
select greeting();
commit;
select greeting();

select name, setting, boot_val, min_val, max_val, enumvals, context
from pg_settings where name like 'my\_extension.%' order by name;

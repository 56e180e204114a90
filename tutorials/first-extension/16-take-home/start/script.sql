select name from pg_config where name in ('PKGLIBDIR', 'SHAREDIR') and setting like '/%' order by name;

select name, version, superuser, trusted from pg_available_extension_versions where name = 'my_extension' and installed;

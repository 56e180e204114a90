select tests.test_leap();
select proname from pg_proc where pronamespace = 'tests'::regnamespace order by proname;

create temp table t as select generate_series(1, 5) as n;

-- The hook is active once the library is loaded, by a function call (or session_preload_libraries).
load 'my_extension';

delete from t;
delete from t where n > 3;
select count(*) from t;

select queries_seen() > 3 as the_hook_has_seen_these;

select unwrap_nothing('{7,8}');
select unwrap_nothing('{}');
select parse_port('5432');
select parse_port('70000');
select withdraw(100, 30);
select withdraw(100, 130);

select talk();

select is_valid_sql('select 1');
select is_valid_sql('select nothing from nowhere');

-- In SQL, an error from Rust is like any other.
do $$
begin
  perform withdraw(1, 2);
exception when insufficient_resources then
  raise notice 'caught in PL/pgSQL: %', sqlerrm;
end
$$;

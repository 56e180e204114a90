select start_ticking(5) > 0 as started;

-- The worker writes beside this session, in transactions of its own, which show here as they end.
do $$
begin
  while (select count(*) from tick) < 5 loop
    perform pg_sleep(0.05);
  end loop;
end
$$;
select n, at < now() as before_now from tick order by n;

-- A worker takes one of these places.
show max_worker_processes;

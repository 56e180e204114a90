select start_ticking(5) > 0 as started;

-- The worker writes in parallel to this session, in its own transactions, visible here once committed.
do $$
begin
  while (select count(*) from tick) < 5 loop
    perform pg_sleep(0.05);
  end loop;
end
$$;
select n, at < now() as before_now from tick order by n;

-- A worker takes one of these slots.
show max_worker_processes;

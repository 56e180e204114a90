select longest_run(won) from unnest('{t,t,f,t,t,t,f}'::boolean[]) won;

select array_agg(p) as primes from primes_below(50) p;
select primes_below(1000000000) as of_very_many limit 5;

select * from words('Rust speaks to Postgres, and Postgres answers');
select word, count(*) from words('to be or not to be') group by word order by count desc, word;

-- Joined with each row of another table.
select n, count(*) - 1 as steps, max(c) as highest
from generate_series(1, 9) n, collatz(n) c
group by n order by n;

select greet('Postgres');
select greet('Postgres', greeting => 'Good evening');

-- Not called with null, because its argument can't be null.
select greet(null);
select initial('ferris'), initial('  '), initial(null);

select n, factorial(n) from generate_series(0, 20, 5) n;
select factorial(21);
select 'still here' as after_the_error;

select offer(10);
select highest();

insert into account values ('ada', 5000), ('bob', 1200), ('eve', 0);
select balance('ada'), balance('nobody');

select transfer('ada', 'eve', 2500);
select * from richest(2);

-- If a constraint or the function refuses a transfer, nothing changes.
select transfer('bob', 'eve', 999999);
select transfer('bob', 'zoe', 100);
select * from account order by owner;

create temp table product (name text, price integer);
create trigger calm before insert or update on product for each row execute function calm_price();
insert into product values ('lamp', 100);
update product set price = 10000;

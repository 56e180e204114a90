create temp table customer (name text, email text);
create trigger tidy before insert or update on customer
  for each row execute function tidy_email();
insert into customer values ('Ada', ' Ada@Example.ORG '), ('Bob', null);
update customer set email = 'BOB@example.org' where name = 'Bob';
select * from customer order by name;

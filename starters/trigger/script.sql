create temp table article (title text, slug text);
create trigger slugify before insert or update on article for each row execute function slugify();
create trigger announce after insert or update on article for each row execute function announce('told', 'by Rust');

insert into article (title) values ('Hello, World!'), ('Ein Märchen  von 2 Städten');
update article set title = 'Hello again' where slug = 'hello-world';
select * from article order by slug;

insert into article (title) values ('???');

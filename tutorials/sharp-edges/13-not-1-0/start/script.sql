set my.greeting = 'Good morning to you';
select load_greeting();
select greeting();

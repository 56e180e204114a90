select birthday_in('1990-06-15', 2030), birthday_in('2004-02-29', 2028), birthday_in('2004-02-29', 2030);
select midpoint('2030-01-01 00:00', '2030-01-02 12:00');
select workdays('[2030-01-01,2030-02-01)'), workdays('empty');
select workdays('[2030-01-01,)');

select double(21);
select full_name('Ada', null, 'Lovelace');

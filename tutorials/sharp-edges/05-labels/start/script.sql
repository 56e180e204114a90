set shop.tax = 20;
select gross(100);

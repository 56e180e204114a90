select divide(7, 2);
select divide(1, 0);
select 'still here' as after_the_panic;

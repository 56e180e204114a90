select parse_port('5432');
select parse_port('70000');

select parse_port('5432');

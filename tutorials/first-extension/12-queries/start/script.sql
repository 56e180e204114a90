select balance('ada'), balance('bob');

select deposit('ada', 250), balance('ada'), deposit('nobody', 1);

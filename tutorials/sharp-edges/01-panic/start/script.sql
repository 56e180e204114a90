select day_in_rust(1);

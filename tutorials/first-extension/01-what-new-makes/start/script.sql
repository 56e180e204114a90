select hello_my_extension();

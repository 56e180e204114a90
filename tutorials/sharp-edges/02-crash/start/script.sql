select nth(array[10, 20, 30], 1), cents('12.50');

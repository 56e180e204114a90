select keep(repeat('a', 40)), kept();

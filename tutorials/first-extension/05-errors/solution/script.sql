select percent(1, 4);

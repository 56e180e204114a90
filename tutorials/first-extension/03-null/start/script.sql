select greet('Ada'), greet(null);

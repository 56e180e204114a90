select greet('you');

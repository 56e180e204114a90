select shout('hello');

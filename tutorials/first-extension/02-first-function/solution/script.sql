select shout('hey'), shout('hey', 3);

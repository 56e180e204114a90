select count_words(array['one two']);

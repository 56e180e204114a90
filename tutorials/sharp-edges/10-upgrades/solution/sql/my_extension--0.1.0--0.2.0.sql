CREATE FUNCTION shout(text text, marks int) RETURNS text
  STRICT LANGUAGE c AS 'MODULE_PATHNAME', 'shout_with_marks_wrapper';

CREATE FUNCTION whisper(text text) RETURNS text
  STRICT LANGUAGE c AS 'MODULE_PATHNAME', 'whisper_wrapper';

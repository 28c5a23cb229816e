-- What a desk said that words of a ministry's files mean, for its next file. Technical, as what columns were said to hold.
CREATE TABLE desk_word (
  -- The participants of the desk in order, or the role of somebody without one.
  desk  text NOT NULL CHECK (length(desk) BETWEEN 1 AND 400),
  field text NOT NULL CHECK (length(field) BETWEEN 1 AND 40),
  word  text NOT NULL CHECK (length(word) BETWEEN 1 AND 100),
  means text NOT NULL CHECK (length(means) <= 100),
  PRIMARY KEY (desk, field, word)
);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261229000100_desk_words', '0.2.0');

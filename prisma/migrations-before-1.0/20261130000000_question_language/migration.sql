-- In which language a question is written, so that what the register adds to it is in no other; NULL where nobody said.
ALTER TABLE question ADD COLUMN language text CHECK (language IN ('en', 'fr', 'uk'));

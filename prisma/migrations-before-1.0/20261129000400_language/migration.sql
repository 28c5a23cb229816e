-- In which language somebody reads the register; without one, as their browser asks.
ALTER TABLE person ADD COLUMN language text CHECK (language IN ('en', 'fr', 'uk'));

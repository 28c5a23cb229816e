-- Every page asks which pledges are for the coalition alone, once after each change: their references, by index alone.
CREATE INDEX pledge_coalition_only ON pledge (reference) WHERE handling = 'COALITION';

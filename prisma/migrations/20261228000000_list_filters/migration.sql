-- Lists ask for pledges by the days since they were last confirmed, or never were.
CREATE INDEX pledge_by_confirmation ON pledge (last_confirmed_on);

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261228000000_list_filters', '0.2.0');

-- Lines that state the same number are looked for with each pledge that is shown.
CREATE INDEX contribution_number ON contribution (quantity_unit, quantity_min) WHERE removed_in IS NULL AND quantity_min > 0;
CREATE INDEX contribution_sum ON contribution (money_currency, money_amount) WHERE removed_in IS NULL AND money_amount > 0;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261220000100_lines_alike', '0.2.0');

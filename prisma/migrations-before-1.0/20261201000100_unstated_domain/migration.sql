-- A domain that nobody has said stays unsaid, and technology is a kind of contribution. Both lists only grow.
ALTER TABLE contribution
  DROP CONSTRAINT contribution_domain_check,
  DROP CONSTRAINT contribution_kind_check,
  ADD CONSTRAINT contribution_domain_check CHECK (
    domain IN ('LAND', 'SEA', 'AIR', 'CYBER', 'SPACE', 'JOINT', 'NON_MILITARY', 'UNSTATED')),
  ADD CONSTRAINT contribution_kind_check CHECK (
    kind IN ('TROOPS', 'STAFF_OFFICERS', 'AIR', 'MARITIME', 'GROUND_AIR_DEFENCE', 'MINE_CLEARANCE', 'MONITORING_SENSORS',
             'OBSERVERS', 'TRAINING', 'EQUIPMENT', 'AMMUNITION', 'FUNDING', 'INTELLIGENCE', 'LOGISTICS_TRANSIT',
             'BASING_HOST_NATION', 'INDUSTRY_CO_PRODUCTION', 'SANCTIONS', 'DIPLOMACY', 'COMMAND_HQ',
             'RECONSTRUCTION_SECURITY', 'TECHNOLOGY', 'OTHER'));

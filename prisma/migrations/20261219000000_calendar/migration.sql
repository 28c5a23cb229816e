-- Days on which something is expected, each found by its own index. The day on which a pledge is due has one already.

CREATE INDEX pledge_by_next_action ON pledge (next_action_due_on) WHERE next_action_due_on IS NOT NULL;
CREATE INDEX pledge_by_window_start ON pledge (window_start) WHERE window_start IS NOT NULL;
CREATE INDEX pledge_by_window_end ON pledge (window_end) WHERE window_end IS NOT NULL;
CREATE INDEX contribution_by_start ON contribution (available_from) WHERE available_from IS NOT NULL AND removed_in IS NULL;
CREATE INDEX contribution_by_end ON contribution (available_to) WHERE available_to IS NOT NULL AND removed_in IS NULL;
CREATE INDEX evidence_by_end ON evidence (valid_until) WHERE valid_until IS NOT NULL AND retracted_at IS NULL AND supports;
CREATE INDEX approval_by_vote ON approval (scheduled_for) WHERE status = 'SCHEDULED' AND scheduled_for IS NOT NULL;
CREATE INDEX approval_by_end ON approval (valid_until) WHERE status = 'APPROVED' AND valid_until IS NOT NULL;
CREATE INDEX question_by_due ON question (due_on) WHERE state = 'OPEN' AND due_on IS NOT NULL;

INSERT INTO audit.oldest_build (migration, build) VALUES ('20261219000000_calendar', '0.2.0');

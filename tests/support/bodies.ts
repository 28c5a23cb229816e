// Bodies that the API accepts, with every field, so that tests can spoil one at a time.
export const aSource = {
  publisher: "Government of France",
  url: "https://example.org/statement",
  title: "Statement after the meeting",
  publishedOn: "2026-02-20",
  language: "fr",
  ownership: "OFFICIAL",
};

export const evidenceBody = {
  source: aSource,
  kind: "OFFICIAL_STATEMENT",
  reliability: "B",
  credibility: 2,
  quote: "We stand ready.",
  supports: true,
  field: "contributions.quantity",
  claims: "200",
  validUntil: "2027-01-01",
  files: [],
  span: null,
};

/** A trigger's evidence is about its whole state, and doesn't expire. */
export const triggerEvidenceBody = {
  source: aSource,
  kind: "OFFICIAL_STATEMENT",
  reliability: "B",
  credibility: 2,
  quote: "The guns are silent.",
  supports: true,
};

export const contributionBody = {
  kind: "TRAINING",
  domain: "LAND",
  location: "NEIGHBOURING_ALLY",
  quantity: { kind: "RANGE", min: 100, max: 200, unit: "PERSON", asStated: "one to two hundred" },
  money: { amount: "1500000.50", currency: "EUR" },
  noticeToMoveDays: 30,
  availableFrom: "2026-03-01",
  availableTo: "2027-03-01",
  caveats: [{ category: "DURATION", text: "One year." }],
};

export const contentBody = {
  title: "Training of sappers",
  summary: "As said after the meeting.",
  statedOn: "2026-02-20",
  windowStart: "2026-03-01",
  windowEnd: "2027-03-01",
  dueOn: "2027-03-01",
  authorisedBy: "Minister of Defence",
  furtherApproval: "NO",
  owner: "officer@register.example",
  nextAction: "Ask for the order",
  nextActionDueOn: "2026-03-03",
  handling: "COALITION",
  contributions: [contributionBody],
};

export const pledgeBody = {
  participant: "FR",
  priority: 2,
  stage: "PLEDGED",
  ...contentBody,
  evidence: [evidenceBody],
};

export const approvalBody = {
  participant: "FR",
  kind: "PARLIAMENT_VOTE",
  body: "Assemblée nationale",
  subject: "Deployment",
  status: "REQUIRED",
  statusSince: "2026-02-20",
  scheduledFor: "2026-04-01",
  decidedOn: null,
  serves: ["FR-3-001"],
};

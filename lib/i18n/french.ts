/** The same files and keys as in English (tests/i18n/languages). */
import access from "./messages/fr/access.json";
import amounts from "./messages/fr/amounts.json";
import audit from "./messages/fr/audit.json";
import away from "./messages/fr/away.json";
import briefing from "./messages/fr/briefing.json";
import changes from "./messages/fr/changes.json";
import bulk from "./messages/fr/bulk.json";
import charts from "./messages/fr/charts.json";
import checkpoints from "./messages/fr/checkpoints.json";
import condition from "./messages/fr/condition.json";
import conditions from "./messages/fr/conditions.json";
import coverage from "./messages/fr/coverage.json";
import dates from "./messages/fr/dates.json";
import definitions from "./messages/fr/definitions.json";
import deliveries from "./messages/fr/deliveries.json";
import domain from "./messages/fr/domain.json";
import entryLag from "./messages/fr/entry-lag.json";
import exports from "./messages/fr/exports.json";
import failed from "./messages/fr/failed.json";
import fields from "./messages/fr/fields.json";
import files from "./messages/fr/files.json";
import findings from "./messages/fr/findings.json";
import form from "./messages/fr/form.json";
import imports from "./messages/fr/imports.json";
import inbox from "./messages/fr/inbox.json";
import inline from "./messages/fr/inline.json";
import map from "./messages/fr/map.json";
import mine from "./messages/fr/mine.json";
import palette from "./messages/fr/palette.json";
import participants from "./messages/fr/participants.json";
import passages from "./messages/fr/passages.json";
import people from "./messages/fr/people.json";
import pledge from "./messages/fr/pledge.json";
import pledgeForm from "./messages/fr/pledge-form.json";
import pledges from "./messages/fr/pledges.json";
import profile from "./messages/fr/profile.json";
import questions from "./messages/fr/questions.json";
import refusals from "./messages/fr/refusals.json";
import requirements from "./messages/fr/requirements.json";
import review from "./messages/fr/review.json";
import sample from "./messages/fr/sample.json";
import scenarios from "./messages/fr/scenarios.json";
import secondFactor from "./messages/fr/second-factor.json";
import setPassword from "./messages/fr/set-password.json";
import settings from "./messages/fr/settings.json";
import shell from "./messages/fr/shell.json";
import signIn from "./messages/fr/sign-in.json";
import sources from "./messages/fr/sources.json";
import tables from "./messages/fr/tables.json";
import ui from "./messages/fr/ui.json";
import unresolved from "./messages/fr/unresolved.json";
import verify from "./messages/fr/verify.json";
import views from "./messages/fr/views.json";
import type { messages } from "./messages";

export const french: { readonly [area in keyof typeof messages]?: object } = {
  access,
  amounts,
  audit,
  away,
  bulk,
  briefing,
  changes,
  charts,
  checkpoints,
  condition,
  conditions,
  coverage,
  dates,
  definitions,
  deliveries,
  domain,
  "entry-lag": entryLag,
  exports,
  failed,
  fields,
  files,
  findings,
  form,
  imports,
  inbox,
  inline,
  map,
  mine,
  palette,
  participants,
  passages,
  people,
  pledge,
  "pledge-form": pledgeForm,
  pledges,
  profile,
  questions,
  refusals,
  requirements,
  review,
  sample,
  scenarios,
  "second-factor": secondFactor,
  "set-password": setPassword,
  settings,
  shell,
  "sign-in": signIn,
  sources,
  tables,
  ui,
  unresolved,
  verify,
  views,
};

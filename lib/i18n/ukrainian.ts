/** The same files and keys as in English (tests/i18n/languages). */
import access from "./messages/uk/access.json";
import amounts from "./messages/uk/amounts.json";
import audit from "./messages/uk/audit.json";
import away from "./messages/uk/away.json";
import briefing from "./messages/uk/briefing.json";
import changes from "./messages/uk/changes.json";
import bulk from "./messages/uk/bulk.json";
import charts from "./messages/uk/charts.json";
import checkpoints from "./messages/uk/checkpoints.json";
import condition from "./messages/uk/condition.json";
import conditions from "./messages/uk/conditions.json";
import coverage from "./messages/uk/coverage.json";
import dates from "./messages/uk/dates.json";
import definitions from "./messages/uk/definitions.json";
import deliveries from "./messages/uk/deliveries.json";
import domain from "./messages/uk/domain.json";
import entryLag from "./messages/uk/entry-lag.json";
import exports from "./messages/uk/exports.json";
import failed from "./messages/uk/failed.json";
import fields from "./messages/uk/fields.json";
import files from "./messages/uk/files.json";
import findings from "./messages/uk/findings.json";
import form from "./messages/uk/form.json";
import imports from "./messages/uk/imports.json";
import inbox from "./messages/uk/inbox.json";
import inline from "./messages/uk/inline.json";
import map from "./messages/uk/map.json";
import mine from "./messages/uk/mine.json";
import palette from "./messages/uk/palette.json";
import participants from "./messages/uk/participants.json";
import passages from "./messages/uk/passages.json";
import people from "./messages/uk/people.json";
import pledge from "./messages/uk/pledge.json";
import pledgeForm from "./messages/uk/pledge-form.json";
import pledges from "./messages/uk/pledges.json";
import profile from "./messages/uk/profile.json";
import questions from "./messages/uk/questions.json";
import refusals from "./messages/uk/refusals.json";
import requirements from "./messages/uk/requirements.json";
import review from "./messages/uk/review.json";
import sample from "./messages/uk/sample.json";
import scenarios from "./messages/uk/scenarios.json";
import secondFactor from "./messages/uk/second-factor.json";
import setPassword from "./messages/uk/set-password.json";
import settings from "./messages/uk/settings.json";
import shell from "./messages/uk/shell.json";
import signIn from "./messages/uk/sign-in.json";
import sources from "./messages/uk/sources.json";
import tables from "./messages/uk/tables.json";
import ui from "./messages/uk/ui.json";
import unresolved from "./messages/uk/unresolved.json";
import verify from "./messages/uk/verify.json";
import views from "./messages/uk/views.json";
import type { messages } from "./messages";

export const ukrainian: { readonly [area in keyof typeof messages]?: object } = {
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

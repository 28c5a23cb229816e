/** All English texts, one file per area, so that pages, routes and tests use the same sentences. */
import access from "./messages/en/access.json";
import audit from "./messages/en/audit.json";
import amounts from "./messages/en/amounts.json";
import away from "./messages/en/away.json";
import bulk from "./messages/en/bulk.json";
import charts from "./messages/en/charts.json";
import checkpoints from "./messages/en/checkpoints.json";
import condition from "./messages/en/condition.json";
import conditions from "./messages/en/conditions.json";
import changes from "./messages/en/changes.json";
import briefing from "./messages/en/briefing.json";
import coverage from "./messages/en/coverage.json";
import dates from "./messages/en/dates.json";
import definitions from "./messages/en/definitions.json";
import deliveries from "./messages/en/deliveries.json";
import domain from "./messages/en/domain.json";
import entryLag from "./messages/en/entry-lag.json";
import exports from "./messages/en/exports.json";
import failed from "./messages/en/failed.json";
import fields from "./messages/en/fields.json";
import files from "./messages/en/files.json";
import findings from "./messages/en/findings.json";
import form from "./messages/en/form.json";
import inline from "./messages/en/inline.json";
import inbox from "./messages/en/inbox.json";
import imports from "./messages/en/imports.json";
import map from "./messages/en/map.json";
import mine from "./messages/en/mine.json";
import palette from "./messages/en/palette.json";
import participants from "./messages/en/participants.json";
import passages from "./messages/en/passages.json";
import people from "./messages/en/people.json";
import pledge from "./messages/en/pledge.json";
import pledgeForm from "./messages/en/pledge-form.json";
import pledges from "./messages/en/pledges.json";
import profile from "./messages/en/profile.json";
import refusals from "./messages/en/refusals.json";
import sample from "./messages/en/sample.json";
import scenarios from "./messages/en/scenarios.json";
import secondFactor from "./messages/en/second-factor.json";
import requirements from "./messages/en/requirements.json";
import questions from "./messages/en/questions.json";
import review from "./messages/en/review.json";
import setPassword from "./messages/en/set-password.json";
import settings from "./messages/en/settings.json";
import shell from "./messages/en/shell.json";
import signIn from "./messages/en/sign-in.json";
import sources from "./messages/en/sources.json";
import tables from "./messages/en/tables.json";
import ui from "./messages/en/ui.json";
import unresolved from "./messages/en/unresolved.json";
import verify from "./messages/en/verify.json";
import views from "./messages/en/views.json";

/** The namespace is the file's name: `getTranslations("pledge-form")`. */
export const messages = {
  access,
  amounts,
  audit,
  away,
  bulk,
  charts,
  checkpoints,
  condition,
  conditions,
  changes,
  briefing,
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
  questions,
  form,
  inline,
  inbox,
  imports,
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
  refusals,
  requirements,
  sample,
  scenarios,
  "second-factor": secondFactor,
  review,
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

import { asItIs, csv, ics, list } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { calendarTable } from "@/lib/domain/exchange/tables/lists";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { calendarEntry, presentCalendarEntry } from "./answers";
import { eventOfEntry } from "./event";
import { calendarParameters, parseCalendarFilter } from "./filter";
import { loadCalendar, loadWholeCalendar } from "./queries";

const t = translator("calendar");

export const calendarOperations = [
  operation({
    method: "GET",
    path: "/calendar.ics",
    summary: "The view of /calendar for calendar programs (RFC 5545), all of it",
    may: mayReadRegister,
    query: calendarParameters,
    filter: parseCalendarFilter,
    asOf: true,
    answer: ics("calendar", () => t("file"), eventOfEntry),
    run: ({ actor, when, query }) => loadWholeCalendar(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/calendar.csv",
    summary: "The view of /calendar as CSV, all of it",
    may: mayReadRegister,
    query: calendarParameters,
    filter: parseCalendarFilter,
    asOf: true,
    answer: csv(calendarTable, asItIs),
    run: ({ actor, when, query }) => loadWholeCalendar(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/calendar",
    summary:
      "Days on which something is expected, the earliest first: from today for a year, unless asked otherwise; two years at most",
    may: mayReadRegister,
    query: calendarParameters,
    filter: parseCalendarFilter,
    asOf: true,
    answer: list(calendarEntry, presentCalendarEntry),
    run: ({ actor, when, query }) => loadCalendar(actor, query, when),
  }),
];

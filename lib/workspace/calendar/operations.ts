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
    summary: "Download all of the view of /calendar for calendar programs (RFC 5545)",
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
    summary: "Download all of the view of /calendar as CSV",
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
      "List the days on which something is expected, earliest first; by default one year from today, at most two years",
    may: mayReadRegister,
    query: calendarParameters,
    filter: parseCalendarFilter,
    asOf: true,
    answer: list(calendarEntry, presentCalendarEntry),
    run: ({ actor, when, query }) => loadCalendar(actor, query, when),
  }),
];

import { asItIs, csv } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { agesTable, overTimeTable, panelTable } from "@/lib/domain/exchange/tables/charts";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { loadAgesCsv, loadOverTimeCsv, loadStagePanelsCsv } from "@/lib/unresolved/charts/queries";

export const chartOperations = [
  operation({
    method: "GET",
    path: "/charts/over-time.csv",
    summary: "Download the number of pledges at each stage over time, as CSV",
    may: mayReadRegister,
    asOf: true,
    answer: csv(overTimeTable, asItIs),
    run: ({ actor, when }) => loadOverTimeCsv(actor, when),
  }),
  operation({
    method: "GET",
    path: "/charts/stages.csv",
    summary: "Download the number of open pledges at each stage, by priority, as CSV",
    may: mayReadRegister,
    answer: csv(panelTable, asItIs),
    run: ({ actor, at }) => loadStagePanelsCsv(actor, at),
  }),
  operation({
    method: "GET",
    path: "/charts/ages.csv",
    summary:
      "Download the number of unresolved items by class and by the month since which they are open, as CSV",
    may: mayReadRegister,
    asOf: true,
    answer: csv(agesTable, asItIs),
    run: ({ actor, when }) => loadAgesCsv(actor, when),
  }),
];

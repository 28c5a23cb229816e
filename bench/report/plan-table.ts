import { PAGES } from "../pages";
import { plansOf, type Plan } from "./plan";
import { now } from "../data/register";
import type { Served } from "../subjects";
import { printTable } from "./table";

/** Rows read by each query of a page, with cached figures computed again. */
export async function printPlans({ register, within }: Served, subjects: readonly string[]): Promise<void> {
  for (const { name, address, load } of PAGES.filter((page) => subjects.includes(page.name))) {
    const plans = await within(async () => {
      const where = await address(register);
      if (where === null) return [];
      await register.change();
      const at = await now();
      return (await plansOf(() => load(register, at, where))).plans;
    });
    console.log();
    printTable([`${name} asks`, "rows read"], plans.map(toldOf));
  }
}

const toldOf = ({ text, scans }: Plan): string[] => [
  text.replace(/\s+/g, " ").trim().slice(0, 70),
  scans.map(({ table, read, whole }) => `${table} ${String(read)}${whole ? " (whole)" : ""}`).join(", "),
];

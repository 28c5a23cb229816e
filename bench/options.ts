import { parseArgs } from "node:util";

export interface Options {
  /** Pledges per register, smallest first. */
  sizes: number[];
  /** Names of subjects; null for all of them. */
  only: string[] | null;
  /** Measurements of each alone; of sixteen at once, a quarter of that. */
  rounds: number;
  /** Pledges exported as CSV. */
  rows: number;
  /** A file for the figures, as JSON. */
  json: string | null;
  /** Whether to use the existing build. */
  built: boolean;
  /** Where Directus is, and the Node that runs it; only for `--only peer`. */
  peer: { folder: string; node: string } | null;
  /** Whether to also print how much each query reads. */
  plans: boolean;
}

export function optionsFrom(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: "string", default: "1000,10000,100000" },
      only: { type: "string" },
      rounds: { type: "string", default: "20" },
      rows: { type: "string", default: "1000000" },
      json: { type: "string" },
      peer: { type: "string" },
      "peer-node": { type: "string", default: process.execPath },
      built: { type: "boolean", default: false },
      plans: { type: "boolean", default: false },
    },
  });
  const sizes = values.sizes.split(",").map(Number);
  const rounds = Number(values.rounds);
  const rows = Number(values.rows);
  if (![...sizes, rounds, rows].every((number) => Number.isInteger(number) && number > 0))
    throw new RangeError("--sizes, --rounds and --rows are whole numbers");
  return {
    sizes: sizes.sort((a, b) => a - b),
    only: values.only?.split(",") ?? null,
    rounds,
    rows,
    json: values.json ?? null,
    built: values.built,
    peer: values.peer === undefined ? null : { folder: values.peer, node: values["peer-node"] },
    plans: values.plans,
  };
}

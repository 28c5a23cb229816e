// What a box says that selects pledges.
export interface Chosen {
  reference: string;
  version: number;
}

/** The box that selects all of its table. */
export const ALL_PLEDGES = "all";

import type { ContributionKind } from "../../../pledge/contribution";

type Words = readonly [english: string, french: string, ukrainian: string];

export type KindTable = readonly (readonly [ContributionKind, Words])[];

import { viewHref } from "@/components/ui/address/view-href";

export interface SampleView {
  of: string;
  n: number;
  seed: string | null;
  position: number | null;
}

/** With seed and position, a link always gives the same sample. */
export const sampleHref = ({ of, n, seed, position }: SampleView): string =>
  viewHref("/sample", { of, n, seed, position });

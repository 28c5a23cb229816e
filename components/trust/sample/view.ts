import { viewHref } from "@/components/ui/address/view-href";

export interface SampleView {
  of: string;
  n: number;
  seed: string | null;
  position: number | null;
}

/** A link is a sample: with seed and position it is the same for ever. */
export const sampleHref = ({ of, n, seed, position }: SampleView): string =>
  viewHref("/sample", { of, n, seed, position });

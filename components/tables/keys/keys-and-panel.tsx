"use client";
import type { ComponentProps } from "react";
import { ListKeys } from "./list-keys";
import { PeekPanel } from "./peek-panel";

interface Props {
  keys: ComponentProps<typeof ListKeys>["words"];
  panel: ComponentProps<typeof PeekPanel>["words"];
  asOf: string | null;
}

export const KeysAndPanel = ({ keys, panel, asOf }: Props) => (
  <>
    <ListKeys words={keys} />
    <PeekPanel asOf={asOf} words={panel} />
  </>
);

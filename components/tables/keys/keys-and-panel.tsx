"use client";
import type { ComponentProps } from "react";
import { ListKeys } from "./list-keys";
import { PeekPanel } from "./peek-panel";

interface Props {
  keys: ComponentProps<typeof ListKeys>["words"];
  panel: ComponentProps<typeof PeekPanel>["words"];
}

export const KeysAndPanel = ({ keys, panel }: Props) => (
  <>
    <ListKeys words={keys} />
    <PeekPanel words={panel} />
  </>
);

import type { ReactNode } from "react";
import { noticeLook } from "../looks";

/** Shown where the page's script can't run. */
export const NoScript = ({ children }: { children: ReactNode }) => (
  <noscript>
    <p className={noticeLook("mb-4")}>{children}</p>
  </noscript>
);

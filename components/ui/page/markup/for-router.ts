// Whether the router's script asks, to draw the answer in a page that is already open; otherwise the answer
// is a document.
import { cache } from "react";

const requestState = cache((): { isForRouter: boolean } => ({ isForRouter: false }));

/** Call it before anything of the page is drawn. */
export function setForRouter(isForRouter: boolean): void {
  requestState().isForRouter = isForRouter;
}

export const isForRouter = (): boolean => requestState().isForRouter;

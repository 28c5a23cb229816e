// Whether a script in the browser draws what is asked for, in a page that is there. Else it is a document.
import { cache } from "react";

const asked = cache((): { isForRouter: boolean } => ({ isForRouter: false }));

/** Call it before anything of the page is drawn. */
export function setForRouter(isForRouter: boolean): void {
  asked().isForRouter = isForRouter;
}

export const isForRouter = (): boolean => asked().isForRouter;

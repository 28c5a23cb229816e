import { useSyncExternalStore } from "react";

/** Whether the page's script runs: false on the server and during hydration. */
export const useAlive = (): boolean => useSyncExternalStore(never, yes, no);

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

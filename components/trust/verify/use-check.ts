"use client";
import { useEffect, useRef, useState } from "react";
import { check, type CheckRequest, type CheckFinding } from "./check";

export type State = { is: "asking" } | { is: "cancelled" } | CheckFinding;

/** One check at a time; leaving the page ends it. */
export function useCheck() {
  const [state, setState] = useState<State>({ is: "asking" });
  const stop = useRef<(() => void) | null>(null);
  const end = () => {
    stop.current?.();
    stop.current = null;
  };
  useEffect(() => end, []);
  const start = (request: CheckRequest) => {
    end();
    setState({ is: "underway", percent: 0 });
    stop.current = check(request, setState);
  };
  const leave = (is: "cancelled" | "asking") => {
    end();
    setState({ is });
  };
  return { state, start, leave };
}

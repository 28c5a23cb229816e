"use client";
import { useState, type KeyboardEvent, type PointerEvent } from "react";

export interface ChartReading {
  /** Its place, in units of the drawing. */
  x: number;
  text: string;
}

interface Props {
  label: string;
  readings: readonly ChartReading[];
  width: number;
  height: number;
  /** The line at the reading's place is drawn between these heights. */
  from: number;
  to: number;
  children: React.ReactNode;
}

/**
 * A chart that is read by pointing at it or with the arrow keys. Without a script the last reading is shown
 * above it.
 */
export function ChartReader({ label, readings, width, height, from, to, children }: Props) {
  const last = readings.length - 1;
  const [at, setAt] = useState(last);
  const [isRead, setIsRead] = useState(false);
  const reading = readings[at];
  if (!reading) return children;
  const go = (place: number) => {
    setIsRead(true);
    setAt(Math.max(0, Math.min(last, place)));
  };
  const pointAt = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width: wide } = currentTarget.getBoundingClientRect();
    const x = ((clientX - left) / wide) * width;
    const near = (place: number) => Math.abs((readings[place]?.x ?? 0) - x);
    go(readings.reduce((best, _, place) => (near(place) < near(best) ? place : best), 0));
  };
  const press = (event: KeyboardEvent) => {
    const place = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    go(place);
  };
  return (
    <div className="overflow-x-auto">
      <p className="min-h-5 text-caption text-muted" aria-hidden="true">
        {reading.text}
      </p>
      <div
        className="relative"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={reading.text}
        onKeyDown={press}
        onPointerMove={pointAt}
        onPointerDown={pointAt}
      >
        {children}
        {isRead ? (
          <svg
            className="pointer-events-none absolute inset-0 h-full w-full"
            viewBox={`0 0 ${width} ${height}`}
            aria-hidden="true"
          >
            <path className="chart-at" d={`M${reading.x} ${from}V${to}`} />
          </svg>
        ) : null}
      </div>
    </div>
  );
}

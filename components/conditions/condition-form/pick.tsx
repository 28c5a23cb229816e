"use client";
import type { ReactNode } from "react";
import { adoptTyped } from "@/components/form/typed-early";
import { describedBy } from "@/components/ui/field";

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** A select without a visible label: the line says what it is about. `children`: the options. */
export function Pick({ id, label, value, onChange, error, className = "", children }: Props) {
  return (
    <select
      id={id}
      name={id}
      aria-label={label}
      className={`min-w-0 min-h-9 input ${className}`}
      ref={adoptTyped(value, onChange)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      {...describedBy(id, { error })}
    >
      {children}
    </select>
  );
}

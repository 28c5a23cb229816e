// Boxes to tick: one, or any number of a list's choices.
import type { ComponentProps, ReactNode } from "react";
import { FieldGroup } from "@/components/ui/field";
import { errorAt, useFieldErrors } from "./field-errors";
import { adoptTick } from "./typed-early";
import type { Option } from "./words";

interface GroupProps {
  path: string;
  label: string;
  hint?: string | undefined;
  required?: boolean;
  children: ReactNode;
}

/** A group of controls about one thing. */
export function GroupControl({ path, ...said }: GroupProps) {
  const { errors, errorPrefix } = useFieldErrors();
  return <FieldGroup {...said} id={path} error={errorAt(errors, path)} errorPrefix={errorPrefix} />;
}

interface BoxProps extends Omit<ComponentProps<"input">, "type" | "ref" | "checked" | "onChange"> {
  ticked: boolean;
  onToggle: () => void;
}

/** Also takes over a tick made before the page's script ran. */
const Box = ({ ticked, onToggle, ...given }: BoxProps) => (
  <input
    {...given}
    type="checkbox"
    className="check"
    ref={adoptTick(ticked, onToggle)}
    checked={ticked}
    onChange={onToggle}
  />
);

export const LabelledTick = ({ children, ...box }: BoxProps) => (
  <label className="flex min-h-6 items-center gap-2">
    <Box {...box} />
    {children}
  </label>
);

interface Ticks {
  ticked: readonly string[];
  onToggle: (value: string) => void;
}

interface TicksProps extends Ticks, Pick<GroupProps, "path" | "label" | "hint"> {
  options: readonly Option[];
}

/** Any number of choices, in columns where they are many. */
export function TickField({ path, options, ticked, onToggle, ...said }: TicksProps) {
  return (
    <GroupControl {...said} path={path}>
      <div className={options.length > 4 ? "grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3" : "grid gap-1"}>
        {options.map(({ value, label }) => (
          <LabelledTick
            key={value}
            name={path}
            value={value}
            ticked={ticked.includes(value)}
            onToggle={() => onToggle(value)}
          >
            {label}
          </LabelledTick>
        ))}
      </div>
    </GroupControl>
  );
}

interface LinesProps extends Ticks {
  options: readonly Option[];
  shown?: (option: Option) => ReactNode;
}

/** A line for each, with what it means. */
export function TickLines({ options, ticked, onToggle, shown = labelAndMeaning }: LinesProps) {
  return options.map((option) => (
    <p key={option.value}>
      <label>
        <Box ticked={ticked.includes(option.value)} onToggle={() => onToggle(option.value)} /> {shown(option)}
      </label>
    </p>
  ));
}

const labelAndMeaning = ({ label, meaning }: Option) => (
  <>
    {label} <span className="text-muted">{meaning}</span>
  </>
);

export const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

type ListsOf<Draft> = { [Name in keyof Draft]: Draft[Name] extends string[] ? Name : never }[keyof Draft] &
  string;

/** For the tick fields of a draft's lists. Several changes at once each see the one before. */
export const tickFields =
  <Draft extends object>(draft: Draft, change: (next: (before: Draft) => Partial<Draft>) => void) =>
  (name: ListsOf<Draft>) => ({
    path: name,
    ticked: draft[name] as string[],
    onToggle: (value: string) =>
      change((before) => ({ [name]: toggled(before[name] as string[], value) }) as Partial<Draft>),
  });

"use client";
// The condition as a nested list: each line with its controls, its truth and its moves.
import type { ReactNode } from "react";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { Group, ConditionLine } from "./draft";
import { controlId, conditionLineWords, truthOfLine, type Editing } from "./editing";
import { GroundsFields } from "./grounds-fields";
import { LeafFields } from "./leaf-fields";
import { LineButtons } from "./line-buttons";
import { Pick } from "./pick";

/** The outermost group: it can't be moved. */
export function Whole({ editing }: { editing: Editing }) {
  const { whole, say, act } = editing;
  const some = whole.parts.length > 0;
  return (
    <div className="clines mb-6" role="group" aria-label={say("form.editorLabel")}>
      {some ? (
        <div className="crow grid items-center grid-cols-[minmax(0,1fr)_92px_168px] gap-y-2 gap-x-3 px-0 py-2 border-t border-t-rule max-md:grid-cols-[minmax(0,1fr)_auto]">
          <Together group={whole} editing={editing} />
          <Truth line={whole} editing={editing} />
        </div>
      ) : null}
      <Trouble id={controlId(0)} editing={editing} />
      <Parts group={whole} editing={editing} />
      <Adders group={whole} editing={editing}>
        {some ? (
          <ScriptButton className={buttonLook("plain")} onClick={() => act({ do: "clear" })}>
            <Glyph name="x" />
            {say("form.clear")}
          </ScriptButton>
        ) : null}
      </Adders>
    </div>
  );
}

function Parts({ group, editing }: { group: Group; editing: Editing }) {
  if (group.parts.length === 0) return null;
  return (
    <ol>
      {group.parts.map((line, index) => (
        <li className="border-t border-t-rule" key={line.id}>
          <OneLine line={line} n={index + 1} editing={editing} />
        </li>
      ))}
    </ol>
  );
}

function OneLine({ line, n, editing }: { line: ConditionLine; n: number; editing: Editing }) {
  const id = controlId(line.id);
  const name = editing.say("form.line", { n: String(n), line: conditionLineWords(line, editing) });
  return (
    <div role="group" aria-label={name}>
      <div className="crow grid items-center grid-cols-[minmax(0,1fr)_92px_168px] gap-y-2 gap-x-3 px-0 py-2 max-md:grid-cols-[minmax(0,1fr)_auto]">
        {line.kind === "group" ? (
          <Together group={line} editing={editing} />
        ) : (
          <div className="cfields flex flex-wrap items-start gap-y-1.5 gap-x-2 pl-26 max-md:col-span-full max-md:pl-0">
            <span
              className="-ml-26 pt-2 w-24 text-muted max-md:flex-[1_1_100%] max-md:ml-0 max-md:w-full"
              aria-hidden="true"
            >
              {editing.say(`form.kind.${line.kind}`)}
            </span>
            <LeafFields line={line} editing={editing} />
            <GroundsFields line={line} editing={editing} />
          </div>
        )}
        <Truth line={line} editing={editing} />
        <LineButtons line={line} editing={editing} />
      </div>
      <Trouble id={id} editing={editing} />
      {line.kind === "group" ? (
        <>
          <Parts group={line} editing={editing} />
          <Adders group={line} editing={editing} />
        </>
      ) : null}
    </div>
  );
}

/** All, any or so many of the parts, plain or negated. */
function Together({ group, editing: { say, change, errors } }: { group: Group; editing: Editing }) {
  const id = controlId(group.id);
  const choose = (chosen: string) =>
    change(group.id, { not: chosen.startsWith("not"), of: WAYS.find((of) => chosen.endsWith(of)) ?? "all" });
  const most = Math.max(group.parts.length, group.k);
  return (
    <>
      <Pick
        id={id}
        label={say("form.together")}
        value={`${group.not ? "not" : ""}${group.of}`}
        onChange={choose}
        error={errors.get(id)}
        className="together"
      >
        {(["all", "any", "kOf", "notall", "notany", "notkOf"] as const).map((name) => (
          <option key={name} value={name}>
            {say(`group.${name}`, { k: String(group.k) })}
          </option>
        ))}
      </Pick>
      {group.of === "kOf" ? (
        <Pick
          id={`${id}.k`}
          label={say("form.howMany")}
          value={String(group.k)}
          onChange={(k) => change(group.id, { k: Number(k) })}
        >
          {Array.from({ length: most }, (_, index) => String(index + 1)).map((k) => (
            <option key={k} value={k}>
              {say("form.ofThese", { k, n: String(group.parts.length) })}
            </option>
          ))}
        </Pick>
      ) : null}
    </>
  );
}

const WAYS = ["all", "any", "kOf"] as const;

function Truth({ line, editing: { say, truthOf } }: { line: ConditionLine; editing: Editing }) {
  const truth = truthOfLine(line, truthOf);
  return <TruthMark truth={truth} word={say(`truth.${truthName(truth)}`)} />;
}

function Trouble({ id, editing: { errors, words } }: { id: string; editing: Editing }) {
  const message = errors.get(id);
  if (message === undefined) return null;
  return (
    <p className={errorLook()} id={`${id}-error`}>
      <span className="sr-only">{words.errorPrefix} </span>
      {message}
    </p>
  );
}

const KINDS = ["trigger", "approval", "pledge", "group"] as const;

function Adders({
  group,
  editing: { say, act },
  children,
}: {
  group: Group;
  editing: Editing;
  children?: ReactNode;
}) {
  return (
    <div className="cadd flex flex-wrap items-center gap-1 py-1 border-y border-y-rule">
      <span className="text-muted">{say(group.id === 0 ? "form.add.toWhole" : "form.add.to")}</span>
      {KINDS.map((kind) => (
        <ScriptButton
          key={kind}
          id={`${controlId(group.id)}.add.${kind}`}
          className={buttonLook("plain")}
          onClick={() => act({ do: "add", to: group.id, kind })}
        >
          <Glyph name="plus" size={12} />
          {say(`form.add.${kind}`)}
        </ScriptButton>
      ))}
      {children}
    </div>
  );
}

"use client";
// Buttons on lines: the line moves, the focus follows, and a status message says what happened.
import { useEffect, useState } from "react";
import { truthName } from "@/components/conditions/condition/truth";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { TruthOf } from "@/lib/domain/pledge/condition";
import type { ConditionTranslate } from "@/lib/i18n/words/condition-pieces";
import type { Group, ConditionLine } from "./draft";
import { controlId, conditionLineWords, newLine, truthOfLine, type Act } from "./editing";
import { homeOf, withLineMoved, nextId, withLine, withoutLine } from "./moves";

interface Given {
  whole: Group;
  participant: string;
  facts: LeafFacts;
  truthOf: TruthOf;
  say: ConditionTranslate;
  set: (whole: Group) => void;
}

export function useActs({ whole, participant, facts, truthOf, say, set }: Given) {
  const [done, setDone] = useState({ message: "", focus: "" });
  useEffect(() => {
    if (done.focus !== "") document.getElementById(done.focus)?.focus();
  }, [done]);

  const make = (next: Group, message: string, focus: string) => {
    set(next);
    const truth = next.parts.length === 0 ? true : truthOfLine(next, truthOf);
    const can = say("form.said.can", { truth: say(`can.${truthName(truth)}`) });
    setDone({ message: `${message} ${can}`, focus });
  };
  const act = (request: Act): void => {
    switch (request.do) {
      case "add":
        return add(request.to, newLine(request.kind, nextId(whole), participant));
      case "clear":
        return make({ ...whole, not: false, parts: [] }, say("form.said.cleared"), adderOf(0));
      case "remove":
        return make(
          withoutLine(whole, request.line.id),
          say("form.said.removed"),
          neighbourOf(whole, request.line.id),
        );
      default:
        return move(request.do, request.line);
    }
  };
  const add = (to: number, line: ConditionLine) => {
    const next = withLine(whole, to, line);
    if (next === null) return setDone({ message: say("form.said.full"), focus: "" });
    make(next, say("form.said.added", placeIn(next, line.id)), controlId(line.id));
  };
  const move = (way: "up" | "down" | "in" | "out", line: ConditionLine) => {
    const next = withLineMoved(whole, line.id, way);
    const focus = `${controlId(line.id)}.${way}`;
    if (next === null) return setDone({ message: say("form.said.cannot"), focus });
    const home = homeOf(next, line.id);
    const group = home ? conditionLineWords(home.group, { facts, say }) : "";
    make(next, say("form.said.moved", { ...placeIn(next, line.id), group }), focus);
  };
  return { act, message: done.message };
}

const adderOf = (group: number): string => `${controlId(group)}.add.trigger`;

/** The next line, else the previous one, else the group. */
function neighbourOf(whole: Group, id: number): string {
  const home = homeOf(whole, id);
  if (!home) return adderOf(0);
  const { group, place } = home;
  const next = group.parts[place + 1] ?? group.parts[place - 1];
  return next ? controlId(next.id) : adderOf(group.id);
}

function placeIn(whole: Group, id: number): { n: string; of: string } {
  const home = homeOf(whole, id);
  return { n: String((home?.place ?? 0) + 1), of: String(home?.group.parts.length ?? 0) };
}

// Draws server components as HTML: as React's own server renderer would, but without its comments, and
// without a script that has to read it again. Null if something in it isn't a server component's or has
// special rules in React; then React draws it.
import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { attributesOf, escapedText, NotMarkup, textOfValue, type Properties } from "./attributes";

/** One element: its tag and properties, and its content as HTML. */
export interface WrittenElement {
  tag: string;
  given: Properties;
  html: string;
}

export async function htmlOf(node: ReactNode): Promise<WrittenElement | null> {
  try {
    const { type, props } = await outermost(node);
    if (!isTag(type) || type === "select" || type === "option") throw new NotMarkup(type);
    const { children, ...given } = props;
    attributesOf(type, given);
    const html = await inside(children as ReactNode, { isDrawing: type === "svg", chosen: null });
    return { tag: type, given, html };
  } catch (error) {
    if (error instanceof NotMarkup) return null;
    throw error;
  }
}

type Part = string | Promise<string>;
type Given = ReactElement<Record<string, unknown>>;

/** The surroundings of an element: whether it is in an SVG, and the chosen value of the select around it. */
interface Around {
  isDrawing: boolean;
  chosen: string | null;
}

/** The element that is drawn, below the components that draw it. */
async function outermost(node: ReactNode): Promise<Given> {
  const element = await node;
  if (!isValidElement<Record<string, unknown>>(element)) throw new NotMarkup(element);
  return typeof element.type === "function" ? outermost(drawn(element)) : element;
}

async function inside(node: ReactNode | Promise<ReactNode>, around: Around): Promise<string> {
  const parts: Part[] = [];
  write(await node, parts, around);
  let html = "";
  for (const part of parts) html += typeof part === "string" ? part : await part;
  return html;
}

function write(node: ReactNode, parts: Part[], around: Around): void {
  if (node === null || node === undefined || typeof node === "boolean") return;
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint")
    return void parts.push(escapedText(String(node)));
  if (Array.isArray(node)) {
    for (const one of node as ReactNode[]) write(one, parts, around);
    return;
  }
  if (node instanceof Promise) {
    const html = inside(node as Promise<ReactNode>, around);
    // If React has to draw everything after all, nothing awaits this.
    html.catch(() => undefined);
    return void parts.push(html);
  }
  if (!isValidElement<Record<string, unknown>>(node)) throw new NotMarkup(node);
  if (node.type === Fragment) return write(node.props.children as ReactNode, parts, around);
  if (typeof node.type === "function") return write(drawn(node), parts, around);
  writeElement(node, parts, around);
}

function writeElement({ type, props }: Given, parts: Part[], around: Around): void {
  if (typeof type !== "string" || (!isTag(type) && !(type === "title" && around.isDrawing)))
    throw new NotMarkup(type);
  const { children, ...given } = props;
  const isChosen = type === "option" && around.chosen !== null && around.chosen === valueOf(props);
  const isVoid = VOID.has(type);
  // Within an SVG, a browser would take a tag that isn't closed like this for the beginning of an element.
  parts.push(`<${type}${attributesOf(type, given)}${isChosen ? ' selected=""' : ""}${isVoid ? "/>" : ">"}`);
  if (isVoid) return;
  const below = {
    isDrawing: around.isDrawing || type === "svg",
    chosen: type === "select" ? chosenIn(given) : around.chosen,
  };
  write(children as ReactNode, parts, below);
  parts.push(`</${type}>`);
}

const CLIENTS = Symbol.for("react.client.reference");

function drawn({ type, props }: Given): ReactNode {
  if (Reflect.get(type as object, "$$typeof") === CLIENTS) throw new NotMarkup(type);
  return (type as (props: unknown) => ReactNode)(props);
}

function chosenIn({ defaultValue, multiple }: Properties): string | null {
  if (defaultValue === undefined || defaultValue === null) return null;
  if (multiple === true || typeof defaultValue !== "string") throw new NotMarkup("select");
  return defaultValue;
}

function valueOf({ value, children, selected }: Properties): string {
  if (selected !== undefined) throw new NotMarkup("option");
  if (value !== undefined && value !== null) return textOfValue(value);
  if (typeof children !== "string") throw new NotMarkup("option");
  return children;
}

/** Tags that React treats specially: those that belong in the head, and others with special content rules. */
const OWN_RULES =
  /^(title|meta|link|style|script|template|html|head|body|base|pre|listing|textarea|object|.*-.*)$/;
const isTag = (type: unknown): type is string => typeof type === "string" && !OWN_RULES.test(type);

const VOID: ReadonlySet<string> = new Set([
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "area",
  "source",
  "track",
  "wbr",
]);

// Markup that is sent without React is, to a browser, what React would have written.
import fc from "fast-check";
import { parseFragment, serialize } from "parse5";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { htmlOf } from "@/components/ui/page/markup/html-of";

describe("markup", () => {
  test("is React's for any tree of elements, whatever texts are in it", async () => {
    await fc.assert(
      fc.asyncProperty(tree.node, async (inside) => {
        const whole = createElement("section", { id: "whole" }, inside);
        expect(await inBrowser(whole)).toBe(seen(renderToStaticMarkup(whole)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(hostile())("is React's with %s in a property or a text", async (text) => {
    const whole = createElement(
      "section",
      { title: text, "data-x": text, "aria-label": text },
      text,
      createElement("a", { href: `/x?${text}`, className: text }, text),
    );
    expect(await inBrowser(whole)).toBe(seen(renderToStaticMarkup(whole)));
  });

  test("is React's with a box inside a drawing", async () => {
    const whole = createElement("svg", null, createElement("input", { type: "checkbox" }), "after");
    expect(await inBrowser(whole)).toBe(seen(renderToStaticMarkup(whole)));
  });

  test("is React's with a select, and with boxes that have an initial value", async () => {
    const option = (value: string, words: string) => createElement("option", { key: value, value }, words);
    for (const defaultValue of ["", "b", "none of them", 'x"y'])
      for (const defaultChecked of [true, false]) {
        const whole = createElement(
          "form",
          { action: "/x?a=1&b=2", method: "post" },
          createElement(
            "select",
            { name: "kind", defaultValue },
            [option("", "all"), option("b", "B"), option('x"y', "X")],
            createElement("option", null, "b"),
          ),
          createElement("input", { type: "checkbox", name: "c", defaultChecked }),
          createElement("input", { name: "q", defaultValue }),
        );
        expect(await inBrowser(whole)).toBe(seen(renderToStaticMarkup(whole)));
      }
  });

  test("is React's in a drawing with titles", async () => {
    const whole = createElement("svg", null, createElement("g", null, createElement("title", null, "A & B")));
    expect(await inBrowser(whole)).toBe(seen(renderToStaticMarkup(whole)));
  });

  test("contains what components draw, asynchronous ones too, in order", async () => {
    const Now = ({ of }: { of: string }) => createElement("b", null, of);
    const Later = async ({ of }: { of: string }) => Promise.resolve(createElement("i", null, of));
    const inside = [
      createElement(Later, { key: 1, of: "first" }),
      createElement(Now, { key: 2, of: "then" }),
      "last",
    ];
    const Whole = () => createElement("p", null, inside);
    expect(await htmlOf(createElement(Whole))).toEqual({
      tag: "p",
      given: {},
      html: "<i>first</i><b>then</b>last",
    });
  });

  test.each([
    ["a client component", createElement(client())],
    ["several elements", createElement(Fragment, null, "a", "b")],
    [
      "a client component deep inside",
      createElement("p", null, createElement("b", null, createElement(client()))),
    ],
    ["a handler", createElement("p", null, createElement("button", { onClick: () => undefined }))],
    [
      "a style, which the content policy forbids",
      createElement("p", null, createElement("b", { style: { top: 1 } })),
    ],
    [
      "markup of its own",
      createElement("p", null, createElement("b", { dangerouslySetInnerHTML: { __html: "x" } })),
    ],
    ["a title, which belongs into the head", createElement("p", null, createElement("title", null, "x"))],
    ["a script", createElement("p", null, createElement("script"))],
    ["an address that runs", createElement("p", null, createElement("a", { href: " java\nscript:x" }))],
    ["an address that runs, of the element itself", createElement("a", { href: "JavaScript:x" })],
    ["a box with a value", createElement("p", null, createElement("textarea", { defaultValue: "x" }))],
    [
      "a property whose name is no name",
      createElement("p", null, createElement("b", { 'x="><script>': "x" })),
    ],
  ])("is not made of %s, which React draws", async (_, node) => {
    expect(await htmlOf(node)).toBeNull();
  });

  test("passes on an error of a component", async () => {
    const Broken = () => {
      throw new Error("no such row");
    };
    await expect(htmlOf(createElement("p", null, createElement(Broken)))).rejects.toThrow("no such row");
  });
});

function client(): () => null {
  return Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
}

async function inBrowser(node: ReactNode): Promise<string> {
  const written = await htmlOf(node);
  if (written === null) throw new Error("no markup");
  const shell = renderToStaticMarkup(
    createElement(written.tag, { ...written.given, dangerouslySetInnerHTML: { __html: written.html } }),
  );
  return seen(shell);
}

/** As a browser reads it: the order of attributes doesn't matter. */
function seen(html: string): string {
  const fragment = parseFragment(html);
  const sort = (node: unknown): void => {
    const { attrs, childNodes } = node as { attrs?: { name: string }[]; childNodes?: unknown[] };
    attrs?.sort((a, b) => (a.name < b.name ? -1 : 1));
    childNodes?.forEach(sort);
  };
  sort(fragment);
  return serialize(fragment);
}

function hostile(): string[] {
  return [
    `"><script>alert(1)</script>`,
    `'&amp;<!--`,
    `]]>\u0000`,
    "</section>",
    "&#x27;",
    "a\nb\r\nc\t",
    "\u2028",
    "=+-@",
  ];
}

const text = () =>
  fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }).map((one) => one.replaceAll("\r", "")),
    fc.constantFrom(...hostile()),
  );

const given = () =>
  fc.record(
    {
      className: text(),
      id: text(),
      title: fc.oneof(text(), fc.constant(undefined), fc.constant(null)),
      lang: text(),
      hidden: fc.boolean(),
      tabIndex: fc.integer(),
      "aria-hidden": fc.oneof(fc.boolean(), text()),
      "data-row": fc.oneof(text(), fc.boolean(), fc.integer()),
      role: text(),
      draggable: fc.boolean(),
    },
    { requiredKeys: [] },
  );

const tree = fc.letrec<{ node: ReactNode; element: ReactNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text(),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined)),
    tie("element"),
  ),
  element: fc.oneof(
    fc
      .tuple(
        fc.constantFrom("div", "span", "section", "b", "details", "svg"),
        given(),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([tag, properties, inside]) => createElement(tag, properties, ...inside)),
    fc.tuple(given(), text(), fc.boolean()).map(([properties, value, checked]) =>
      createElement("input", {
        ...properties,
        type: "checkbox",
        value,
        name: value,
        checked,
        readOnly: true,
      }),
    ),
    fc
      .tuple(given(), fc.nat(), text())
      .map(([properties, n, name]) =>
        createElement(
          "svg",
          { ...properties, viewBox: "0 0 1 1", strokeWidth: n },
          createElement("path", { fillRule: "evenodd", d: name, strokeLinecap: name, textAnchor: name }),
          createElement("use", { href: `#${name}` }),
        ),
      ),
    fc
      .tuple(fc.nat(20), fc.nat(20), text())
      .map(([rowSpan, colSpan, label]) =>
        createElement(
          "div",
          null,
          createElement(
            "table",
            null,
            createElement(
              "tbody",
              null,
              createElement("tr", null, createElement("td", { rowSpan, colSpan, headers: label }, label)),
            ),
          ),
        ),
      ),
    fc
      .tuple(text(), text())
      .map(([href, label]) =>
        createElement("a", { href: `/${href}`, download: label, htmlFor: label }, label),
      ),
  ),
}));

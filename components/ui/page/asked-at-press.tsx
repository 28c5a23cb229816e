import { headers } from "next/headers";

/**
 * Has the page behind a link asked for while the link is being pressed, by browsers that know such rules: it is under way when
 * the button is let go. Not when it is only pointed at: what nobody follows would cost the server as much, and be old
 * once it's wanted.
 */
export async function AskedAtPress() {
  const nonce = /'nonce-([\w-]+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
  return <script type="speculationrules" nonce={nonce} dangerouslySetInnerHTML={{ __html: RULES }} />;
}

/** Downloads are no pages; other links that a script answers in place. */
const RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          { not: { href_matches: "/api/*" } },
          { not: { selector_matches: "[data-keep], [data-inline]" } },
        ],
      },
      eagerness: "conservative",
    },
  ],
});

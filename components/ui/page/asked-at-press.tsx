import { headers } from "next/headers";

/**
 * Requests the page behind a link while the link is being pressed, in browsers with speculation rules: it is
 * under way when the button is released. Merely pointing at a link requests nothing: pages that nobody
 * follows would cost the server as much, and be old once they are wanted.
 */
export async function AskedAtPress() {
  const nonce = /'nonce-([\w-]+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
  return <script type="speculationrules" nonce={nonce} dangerouslySetInnerHTML={{ __html: RULES }} />;
}

/** Excludes downloads, which are no pages, and links that a script handles in place. */
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

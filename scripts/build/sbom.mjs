// The components of a bundle or an image, as CycloneDX 1.6, to check for vulnerabilities and licences.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

/**
 * @typedef {{ type: "library" | "application" | "operating-system", name: string, version: string, purl?: string, scope?: "required" | "optional",
 *   hashes?: { alg: "SHA-512" | "SHA-256", content: string }[], licenses?: ({ expression: string } | { license: { name: string } })[] }} Component
 */

/**
 * The npm packages that the register is made of. `required`: the bundle has files of theirs; `optional`: they
 * were used for building, and may be compiled into it.
 * @param {string} bundle
 * @returns {Component[]}
 */
export function npmComponents(bundle) {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
  const all = Object.entries(packages)
    .filter(([place, { dev }]) => place !== "" && !dev && existsSync(path.join(ROOT, place)))
    .map(([place, { version, integrity, license }]) => {
      const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
      return {
        type: /** @type {const} */ ("library"),
        name,
        version,
        purl: `pkg:npm/${name.replace("@", "%40")}@${encodeURIComponent(version)}`,
        scope: existsSync(path.join(bundle, place))
          ? /** @type {const} */ ("required")
          : /** @type {const} */ ("optional"),
        ...(integrity?.startsWith("sha512-") ? { hashes: [sha512(integrity)] } : {}),
        ...(license ? { licenses: [{ expression: license }] } : {}),
      };
    });
  // A package installed in several places counts once.
  const required = all.filter(({ scope }) => scope === "required");
  return [...new Map([...all, ...required].map((one) => [one.purl, one])).values()];
}

/** @param {string} integrity as npm writes it */
export const sha512 = (integrity) => ({
  alg: /** @type {const} */ ("SHA-512"),
  content: Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex"),
});

/**
 * @param {{ name: string, version: string, revision: string, madeAt: string }} of
 * @param {Component[]} components
 */
export function sbomOf({ name, version, revision, madeAt }, components) {
  const parts = components.map((one) => ({ "bom-ref": one.purl ?? `${one.name}@${one.version}`, ...one }));
  const content = {
    metadata: {
      timestamp: madeAt,
      component: {
        "bom-ref": name,
        type: "application",
        name,
        version,
        licenses: [{ license: { id: "EUPL-1.2" } }],
        properties: [{ name: "revision", value: revision }],
      },
    },
    components: parts,
  };
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: serialOf(content),
    version: 1,
    ...content,
  };
}

/** A UUID derived from the content. @param {unknown} content */
function serialOf(content) {
  const hex = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-")}`;
}

// `npm run image`: the bundle with Node 24 and PostgreSQL's client programs as one image, made without a registry, a daemon
// or root. It needs Debian's apt and npm. The Dockerfile makes a similar one where a registry can be reached.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { install } from "../base/install.mjs";
import { ROOT, runsItself } from "../base/paths.mjs";
import { run } from "../base/plain-error.mjs";

/**
 * @returns {Promise<{ archive: string, digest: string, size: number }>}
 */
export async function makeImage() {
  const { makeBundle } = await import("./bundle.mjs");
  const { UID, unpackDebian } = await import("./debian.mjs");
  const { placeNode } = await import("./node-program.mjs");
  const { writeImage } = await import("./oci.mjs");
  const { provenance } = await import("./provenance.mjs");
  const { npmComponents, sbomOf } = await import("./sbom.mjs");
  const { folder: bundle, name } = await makeBundle();
  const from = provenance();
  const output = path.join(ROOT, ".dist");
  const work = mkdtempSync(path.join(os.tmpdir(), "register-image-"));
  try {
    const system = path.join(work, "system");
    const own = path.join(work, "own");
    const application = path.join(work, "application");
    for (const folder of [system, application, path.join(own, "data"), path.join(own, "tmp")])
      mkdirSync(folder, { recursive: true });
    const debian = unpackDebian(system);
    const node = placeNode(system);
    const sbom = `${JSON.stringify(sbomOf({ ...from, name: "pledge-register" }, [node, ...debian, ...npmComponents(bundle)]), null, 2)}\n`;
    cpSync(bundle, path.join(application, "opt/register"), { recursive: true, verbatimSymlinks: true });
    for (const file of [
      path.join(application, "opt/register/sbom.cdx.json"),
      path.join(output, `${name}.cdx.json`),
    ])
      writeFileSync(file, sbom);
    const archive = path.join(output, `${name}.oci.tar`);
    const made = await writeImage({
      folder: path.join(work, "layout"),
      to: archive,
      tag: `pledge-register:${from.version}`,
      madeAt: from.madeAt,
      layers: [
        { folder: system, entries: readdirSync(system) },
        { folder: own, entries: readdirSync(own), owner: UID },
        { folder: application, entries: ["opt"] },
      ],
      config: configFor(UID),
      labels: {
        "org.opencontainers.image.title": "Pledge Register",
        "org.opencontainers.image.version": from.version,
        "org.opencontainers.image.revision": from.revision,
        "org.opencontainers.image.created": from.madeAt,
        "org.opencontainers.image.licenses": "EUPL-1.2",
      },
    });
    return { archive, ...made };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {number} uid */
const configFor = (uid) => ({
  User: `${uid}:${uid}`,
  ExposedPorts: { "3000/tcp": {} },
  Env: [
    "PATH=/usr/local/bin:/usr/lib/postgresql/17/bin",
    "NODE_ENV=production",
    "HOST=0.0.0.0",
    "PORT=3000",
    "DATA_DIR=/data",
  ],
  Entrypoint: ["/usr/local/bin/node", "/opt/register/register.mjs"],
  Cmd: ["start"],
  WorkingDir: "/opt/register",
  Volumes: { "/data": {} },
  StopSignal: "SIGTERM",
});

if (runsItself(import.meta.url))
  await run(async () => {
    install({ tools: false });
    const { archive, digest, size } = await makeImage();
    console.log(`The image is ${archive} (${Math.round(size / 1e6)} MB), ${digest}.`);
  });

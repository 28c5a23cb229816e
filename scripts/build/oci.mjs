// An image as an archive in the layout of the Open Container Initiative, which `podman load`, `docker load`, `skopeo` and
// `ctr image import` read: https://github.com/opencontainers/image-spec. Layers, a configuration and a manifest, each
// under its SHA-256.
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packTar } from "./tar.mjs";

const TYPE = "application/vnd.oci.image";

/**
 * @param {{ folder: string, to: string, tag: string, madeAt: string, layers: { folder: string, entries: string[], owner?: number }[],
 *   config: Record<string, unknown>, labels: Record<string, string> }} given `folder`: to work in; `layers`: from the lowest
 * @returns {Promise<{ digest: string, size: number }>} of the manifest, and of the archive
 */
export async function writeImage({ folder, to, tag, madeAt, layers, config, labels }) {
  const blobs = path.join(folder, "blobs/sha256");
  mkdirSync(blobs, { recursive: true });
  const store = (/** @type {string} */ mediaType, /** @type {unknown} */ content) => {
    const text = JSON.stringify(content);
    const digest = createHash("sha256").update(text).digest("hex");
    writeFileSync(path.join(blobs, digest), text);
    return { mediaType, digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
  };

  const packed = [];
  for (const layer of layers) {
    const draft = path.join(folder, "layer");
    const { packed: file, plain } = await packTar({ ...layer, to: draft, madeAt });
    renameSync(draft, path.join(blobs, file.sha256));
    packed.push({
      diffId: `sha256:${plain.sha256}`,
      descriptor: {
        mediaType: `${TYPE}.layer.v1.tar+gzip`,
        digest: `sha256:${file.sha256}`,
        size: file.size,
      },
    });
  }
  const settings = store(`${TYPE}.config.v1+json`, {
    created: madeAt,
    architecture: process.arch === "x64" ? "amd64" : process.arch,
    os: "linux",
    config: { ...config, Labels: labels },
    rootfs: { type: "layers", diff_ids: packed.map(({ diffId }) => diffId) },
    history: packed.map(() => ({ created: madeAt, created_by: "npm run image" })),
  });
  const manifest = store(`${TYPE}.manifest.v1+json`, {
    schemaVersion: 2,
    mediaType: `${TYPE}.manifest.v1+json`,
    config: settings,
    layers: packed.map(({ descriptor }) => descriptor),
    annotations: labels,
  });
  const write = (/** @type {string} */ file, /** @type {unknown} */ content) =>
    writeFileSync(path.join(folder, file), JSON.stringify(content));
  write("oci-layout", { imageLayoutVersion: "1.0.0" });
  write("index.json", {
    schemaVersion: 2,
    mediaType: `${TYPE}.index.v1+json`,
    manifests: [{ ...manifest, annotations: { "org.opencontainers.image.ref.name": tag } }],
  });
  // Docker's classic store reads this one in place of the index.
  const place = (/** @type {{ digest: string }} */ { digest }) =>
    `blobs/sha256/${digest.slice("sha256:".length)}`;
  write("manifest.json", [
    {
      Config: place(settings),
      RepoTags: [tag],
      Layers: packed.map(({ descriptor }) => place(descriptor)),
    },
  ]);
  const entries = ["oci-layout", "index.json", "manifest.json", "blobs"];
  const { packed: archive } = await packTar({ folder, entries, to: `${to}.part`, madeAt, gzip: false });
  renameSync(`${to}.part`, to);
  rmSync(folder, { recursive: true });
  return { digest: manifest.digest, size: archive.size };
}

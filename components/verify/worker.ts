// Checks a package beside the page, so that the page stays alive.
import { verifyPackage, type Files } from "@/lib/verifier/verify.mjs";
import type { Asked, Told } from "./check";
import { filesInFolder, filesInZip, NoPackage, type Opened } from "./package-files";
import { knowsEd25519, webCrypto } from "./web-crypto";

addEventListener("message", ({ data }: MessageEvent<Asked>) => void answer(data));

async function answer({ zip, folder, keys, checkpoint }: Asked): Promise<void> {
  try {
    if (!(await knowsEd25519())) return tell({ is: "fault", code: "no-ed25519", file: "" });
    const opened = zip ? filesInZip(new Uint8Array(await zip.arrayBuffer())) : filesInFolder(folder);
    const verdict = await verifyPackage(watched(opened), { keys, checkpoint, crypto: webCrypto });
    tell({ is: "done", verdict });
  } catch (error) {
    const { code, file } = error instanceof NoPackage ? error : { code: "broken", file: "" };
    tell({ is: "fault", code, file });
  }
}

const tell = (told: Told): void => postMessage(told);

/** Says how far it is: each file is read for its hash, and most of them once more for what is in it. */
function watched({ files, bytes }: Opened): Files {
  let read = 0;
  let told = 0;
  const count = (length: number) => {
    read += length;
    const part = Math.min(100, Math.floor((read / (2 * bytes)) * 100));
    if (part > told) tell({ is: "underway", percent: (told = part) });
  };
  return new Map(
    [...files].map(([name, open]) => [
      name,
      open &&
        async function* () {
          for await (const chunk of open()) {
            count(chunk.length);
            yield chunk;
          }
        },
    ]),
  );
}

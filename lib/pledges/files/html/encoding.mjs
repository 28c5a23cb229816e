// Decodes a web page: by its byte order mark, as valid UTF-8, by what it declares, and by its letters, in
// this order.

/** @param {Buffer} bytes @returns {string} */
export function pageText(bytes) {
  // As a stream, because Node 20 reads Windows-1252 as Latin-1 otherwise.
  const decoder = new TextDecoder(encodingOf(bytes));
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** @param {Buffer} bytes @returns {string} */
function encodingOf(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // A page begins with "<", a blank, or a mark.
  if (bytes[0] !== 0 && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] !== 0) return "utf-16be";
  // Programs that save a page in UTF-8 leave the old declaration in it.
  if (isUtf8(bytes)) return "utf-8";
  return declaredIn(bytes.subarray(0, PRESCAN).toString("latin1")) ?? singleByte(bytes);
}

/** Bytes; a browser searches the first 1,024, but saved pages have comments before their head. */
const PRESCAN = 8_192;

/** @param {Buffer} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} head @returns {string | null} */
function declaredIn(head) {
  const label =
    /<meta\s[^>]{0,500}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(head)?.[1] ??
    /^\s{0,99}<\?xml\s[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})["']/i.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A declaration in single bytes isn't UTF-16, and isn't UTF-8 either, which was tried before.
    return encoding.startsWith("utf-") ? null : encoding;
  } catch {
    return null;
  }
}

/** In Cyrillic text high bytes come in runs; in Western text they are single, between ASCII letters. @param {Buffer} bytes */
function singleByte(bytes) {
  let [high, together] = [0, 0];
  for (let at = 1; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0xc0) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0xc0) together += 1;
  }
  return together > high / 2 ? "windows-1251" : "windows-1252";
}

// The part of PDFKit that is used: it comes without types.
declare module "pdfkit" {
  export default class PDFDocument {
    constructor(options: {
      size: readonly [number, number];
      margin: number;
      lang: string;
      info: { Title: string; Author: string; CreationDate: Date; ModDate: Date };
    });
    on(event: "data", heard: (chunk: Uint8Array) => void): this;
    on(event: "end", heard: () => void): this;
    on(event: "error", heard: (error: Error) => void): this;
    registerFont(name: string, file: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(words: string): number;
    text(words: string, x: number, y: number, options: { lineBreak: false; baseline: "alphabetic" }): this;
    scale(x: number, y: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    fill(colour: string): this;
    fillColor(colour: string): this;
    stroke(colour: string): this;
    end(): void;
  }
}

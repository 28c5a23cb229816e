"use client";
import dynamic from "next/dynamic";

/** With its script apart. */
export const PasteTextApart = dynamic(() => import("./paste").then(({ PasteText }) => PasteText));

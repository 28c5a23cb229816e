"use client";
// Loads where a ruling waits to be applied.
import dynamic from "next/dynamic";

export const LazyApplyButton = dynamic(() => import("./apply-button").then(({ ApplyButton }) => ApplyButton));

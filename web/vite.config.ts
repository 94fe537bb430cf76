/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precache } from "./scripts/precache";

export default defineConfig({
  plugins: [react(), precache()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    // The page's security policy allows no data: fonts, and inlined images could not be cached.
    assetsInlineLimit: 0,
    // Read by `npm run size`.
    manifest: true,
    rolldownOptions: {
      input: ["index.html", "src/sw.ts"],
      // A service worker's name must not change.
      output: { entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  server: {
    proxy: { "/api": `http://127.0.0.1:${process.env.API_PORT ?? 8080}` },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // Counted by ./verify.
    reporters: ["default", ["json", { outputFile: "../artifacts/web-tests.json" }]],
  },
});

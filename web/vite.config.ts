/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    // The page's security policy allows no data: fonts, and inlined images could not be cached.
    assetsInlineLimit: 0,
    // Read by `npm run size`.
    manifest: true,
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

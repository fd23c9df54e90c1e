import { defineConfig } from "vite";

/** One script and one style, with names that do not change and nothing fetched: the server serves them, report.html holds them. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../../dist/web/client",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: `${import.meta.dirname}/main.tsx`,
      output: {
        format: "iife",
        entryFileNames: "client.js",
        assetFileNames: "client[extname]",
      },
    },
  },
});

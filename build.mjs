// One build: type-check and emit src/ to dist/, from empty, so that nothing stale is ever run; then the client of the pages, as one script
// and one style.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, rmSync } from "node:fs";

const run = (...args) => execFileSync(process.execPath, args, { stdio: "inherit" });
rmSync("dist", { recursive: true, force: true });
run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
run("node_modules/vite/bin/vite.js", "build", "-c", "src/web/client/vite.config.ts");
copyFileSync("src/web/client/index.html", "dist/web/client/index.html");
if (existsSync("dist/cli/main.js")) chmodSync("dist/cli/main.js", 0o755);

import { render } from "preact";
import { App } from "./app.js";
import { fromFile } from "./data/from-file.js";
import { fromServer } from "./data/from-server.js";
import "./style/base.css";
import "./style/layout.css";
import "./style/parts.css";
import "./style/matrix.css";
import "./style/reader.css";
import "./style/findings.css";
import "./style/charts.css";
import "./style/print.css";

/** The same pages twice: over the data that stand in this very file, or over the server that served them. */
const isFile = document.querySelector('script[data-request="/api/shell"]') !== null;
const root = document.getElementById("app");
if (root !== null) {
  root.textContent = "";
  render(<App source={isFile ? fromFile(document) : fromServer()} />, root);
}
